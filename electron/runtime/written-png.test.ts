import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isCompletePng, writtenPng } from './written-png.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

describe('isCompletePng', () => {
  it('knows a whole picture from one being written', () => {
    expect(isCompletePng(PNG)).toBe(true)
    expect(isCompletePng(PNG.subarray(0, -1))).toBe(false)
    expect(isCompletePng(Buffer.alloc(0))).toBe(false)
  })
})

describe('writtenPng', () => {
  it('gives up at once when the writer ended without a picture, but sees one written last', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'inspector-png-'))
    const file = path.join(folder, 'a.png')
    expect(await writtenPng(file, 60_000, Promise.resolve())).toBe(false)
    await writeFile(file, PNG)
    expect(await writtenPng(file, 60_000, Promise.reject(new Error('crashed')))).toBe(true)
    await rm(folder, { recursive: true })
  })
})
