import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { replaceDamaged, undoReplacement } from './replace-damaged.ts'

let folder: string
let file: string
let aside: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspector-replace-'))
  file = join(folder, 'a.sqlite')
  aside = `${file}.damaged-1`
  for (const part of ['', '-wal']) writeFileSync(file + part, `damaged${part}`)
})
afterEach(() => rmSync(folder, { recursive: true }))

const contents = (): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
const BEFORE = { 'a.sqlite': 'damaged', 'a.sqlite-wal': 'damaged-wal' }

describe('the replacement of a damaged database', () => {
  it('leaves the damaged one beside the new one, and no mark', () => {
    expect(
      replaceDamaged(file, aside, () => {
        expect(existsSync(file)).toBe(false)
        writeFileSync(file, 'new')
        return 'made'
      }),
    ).toBe('made')
    expect(contents()).toEqual({
      'a.sqlite': 'new',
      'a.sqlite.damaged-1': 'damaged',
      'a.sqlite.damaged-1-wal': 'damaged-wal',
    })
  })

  it('that fails leaves everything as it was', () => {
    const failing = (): never => {
      for (const part of ['', '-wal', '-shm']) writeFileSync(file + part, 'half')
      throw new Error('no room')
    }
    expect(() => replaceDamaged(file, aside, failing)).toThrow('no room')
    expect(contents()).toEqual(BEFORE)
  })

  it.each([
    ['before anything was moved', { 'a.sqlite.replacing': 'a.sqlite.damaged-1', ...BEFORE }],
    ['while its mark was written', { 'a.sqlite.replacing': '', ...BEFORE }],
    [
      'between the log and the file',
      { 'a.sqlite.replacing': 'a.sqlite.damaged-1', 'a.sqlite': 'damaged', 'a.sqlite.damaged-1-wal': 'damaged-wal' },
    ],
    [
      'before there was a new file',
      {
        'a.sqlite.replacing': 'a.sqlite.damaged-1',
        'a.sqlite.damaged-1': 'damaged',
        'a.sqlite.damaged-1-wal': 'damaged-wal',
      },
    ],
    [
      'with half a new file',
      {
        'a.sqlite.replacing': 'a.sqlite.damaged-1',
        'a.sqlite.damaged-1': 'damaged',
        'a.sqlite.damaged-1-wal': 'damaged-wal',
        'a.sqlite': 'half',
        'a.sqlite-wal': 'half',
        'a.sqlite-shm': 'half',
      },
    ],
  ])('that was cut off %s is undone', (_when, left) => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    for (const [name, text] of Object.entries(left)) writeFileSync(join(folder, name), text)
    undoReplacement(file)
    expect(contents()).toEqual(BEFORE)
  })
})
