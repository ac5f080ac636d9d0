import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMethods } from './methods.ts'
import { openNotebook } from './open.ts'

const KEY = Buffer.alloc(32, 7)
/** Several pages, and a text that reaches over one. */
const CASES = 30
let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspector-notebook-'))
  file = join(folder, 'notebooks', 'a.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const countCases = (key: Buffer | null): { cases: number; told: string | null } => {
  const { db, told } = openNotebook({ file, key, keyProven: true })
  const notebook = createMethods(db, 'ada')
  const cases = notebook.cases().length
  notebook.saveSetting('works', 'again')
  db.close()
  return { cases, told }
}

const make = (key: Buffer | null): Buffer => {
  const { db } = openNotebook({ file, key })
  const notebook = createMethods(db, 'ada')
  for (let at = 1; at <= CASES; at++) {
    notebook.addCase({ id: `case-${at}`, title: `Title ${at}`, ticket: '' }, at)
    notebook.changeCase(`case-${at}`, { notes: 'note '.repeat(at * 100) }, at)
  }
  db.close()
  return readFileSync(file)
}

const damage = (sound: Buffer, at: number, byte: number): void => {
  rmSync(dirname(file), { recursive: true })
  mkdirSync(dirname(file))
  const bytes = Buffer.from(sound)
  bytes.writeUInt8(byte, at)
  writeFileSync(file, bytes)
}

describe.each([
  ['a plain notebook', null],
  ['an encrypted notebook', KEY],
])('%s', (_what, key) => {
  it('loses nothing and says so when a byte of its readable header is wrong', { timeout: 60_000 }, () => {
    const sound = make(key)
    for (let at = 16; at < 24; at++)
      for (const byte of [0, 1, 2, 3, 64, 127, 255]) {
        if (sound[at] === byte) continue
        damage(sound, at, byte)
        const { cases, told } = countCases(key)
        expect({ at, byte, cases, told }).toEqual({
          at,
          byte,
          cases: CASES,
          told: expect.stringMatching(/damaged and was set aside.*All its cases/),
        })
        expect(countCases(key)).toEqual({ cases: CASES, told: null })
        expect(readdirSync(dirname(file)).some((name) => name.includes('.damaged-'))).toBe(true)
      }
  })
})

describe('a notebook with a damaged header, under a key that nobody has proven', () => {
  it('is recovered when the key opens what is behind the header', () => {
    damage(make(KEY), 18, 255)
    const { db, told } = openNotebook({ file, key: KEY })
    expect(told).toMatch(/All its cases/)
    expect(createMethods(db, 'ada').cases()).toHaveLength(CASES)
    db.close()
    expect(existsSync(`${file}.mended`)).toBe(false)
  })

  it('stays as it is when the key is another one', () => {
    damage(make(KEY), 18, 255)
    const before = readFileSync(file)
    expect(() => openNotebook({ file, key: Buffer.alloc(32, 8) })).toThrow(/does not open with its key/)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(dirname(file)).filter((name) => !/-(?:wal|shm)$/.test(name))).toEqual(['a.sqlite'])
  })
})

it('a plain notebook with a damaged header is taken over under its key', () => {
  damage(make(null), 18, 255)
  expect(countCases(KEY)).toMatchObject({ cases: CASES, told: expect.stringMatching(/All its cases/) })
  expect(readFileSync(file).includes('Title 1')).toBe(false)
})
