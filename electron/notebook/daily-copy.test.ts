import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyDaily } from './daily-copy.ts'
import { eraseNotebook } from './files.ts'
import { emptyBin } from './forget.ts'
import { MIGRATIONS } from './migrate.ts'
import { openNotebook } from './open.ts'

const KEY = Buffer.alloc(32, 7)
const DAY = 86_400_000
const START = Date.UTC(2026, 0, 5, 12)
const CASES = 400

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspector-copies-'))
  file = join(folder, 'a.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = (key: Buffer | null = KEY) => openNotebook({ file, key, keyProven: true })
const addCases = (db: Database.Database, from: number, to: number): void => {
  const add = db.prepare('INSERT INTO cases VALUES (?, ?, ?, ?, 1, 1, NULL, NULL)')
  db.transaction(() => {
    for (let index = from; index < to; index++) add.run(`case-${index}`, `Title ${index}`, '', 'note '.repeat(100))
  })()
}
const titles = (db: Database.Database): unknown[] => db.prepare('SELECT title FROM cases').pluck().all()
const copies = (): string[] => readdirSync(folder).filter((name) => name.includes('.backup-'))

/** A notebook of `CASES` cases with a copy of this morning, and what was added after it. */
const made = (key: Buffer | null, later = 0): void => {
  const { db } = open(key)
  addCases(db, 0, CASES)
  copyDaily(db, START)
  addCases(db, CASES, CASES + later)
  db.close()
}

describe('a copy of the notebook', () => {
  it('is made once a day as soon as there is something, for its owner only, and three are kept', () => {
    const { db } = open()
    copyDaily(db, START)
    expect(copies()).toEqual([])
    addCases(db, 0, 1)
    for (const hours of [0, 1, 23, 24, 30, 48, 72, 73]) copyDaily(db, START + (hours * DAY) / 24)
    expect(copies()).toEqual([1, 2, 3].map((days) => `a.sqlite.backup-${START + days * DAY}`))
    for (const copy of copies()) expect(statSync(join(folder, copy)).mode & 0o777).toBe(0o600)
    db.close()
  })

  it('holds what was just saved, as encrypted as the notebook', () => {
    const { db } = open()
    addCases(db, 0, 3)
    copyDaily(db, START)
    db.close()
    const copy = join(folder, copies()[0] ?? '')
    expect(readFileSync(copy).includes('Title 1')).toBe(false)
    const { db: again } = openNotebook({ file: copy, key: KEY, keyProven: true })
    expect(titles(again)).toHaveLength(3)
    again.close()
  })

  it('goes with what was deleted for good', () => {
    const { db } = open(null)
    addCases(db, 0, 2)
    emptyBin(db)
    copyDaily(db, START)
    db.exec(`UPDATE cases SET removed_at = 1 WHERE id = 'case-1'`)
    emptyBin(db)
    copyDaily(db, START + 1)
    db.close()
    expect(copies()).toEqual([`a.sqlite.backup-${START + 1}`])
    expect(readFileSync(join(folder, copies()[0] ?? '')).includes('Title 1')).toBe(false)
  })

  it('goes before what is deleted for good: a kill in between brings nothing back', () => {
    made(null)
    const { db } = open(null)
    db.exec(`UPDATE cases SET removed_at = 1 WHERE id = 'case-1'`)
    const killed = {
      name: file,
      prepare: db.prepare.bind(db),
      transaction: () => {
        throw new Error('killed')
      },
    } as unknown as Database.Database
    expect(() => emptyBin(killed)).toThrow('killed')
    expect(copies()).toEqual([])
    emptyBin(db)
    expect(titles(db)).toHaveLength(CASES - 1)
    db.close()
  })

  it('from before an update is not pushed out by those of the days after it', () => {
    made(null)
    const steps = [...MIGRATIONS, 'CREATE TABLE later (x TEXT) STRICT;']
    const { db } = openNotebook({ file, key: null, migrations: steps, now: () => START + 1 })
    for (const days of [1, 2, 3, 4]) copyDaily(db, START + days * DAY)
    db.close()
    expect(readdirSync(folder).sort()).toEqual([
      'a.sqlite',
      ...[2, 3, 4].map((days) => `a.sqlite.backup-${START + days * DAY}`),
      `a.sqlite.before-update-${START + 1}`,
    ])
    eraseNotebook(file)
    expect(readdirSync(folder)).toEqual([])
  })

  it('that a kill cut off is none, and goes with the notebook', () => {
    made(KEY)
    writeFileSync(`${file}.backup-new`, readFileSync(file).subarray(0, 5_000))
    writeFileSync(file, Buffer.alloc(8_192, 1))
    const { db } = open()
    expect(titles(db)).toHaveLength(CASES)
    db.close()
    eraseNotebook(file)
    expect(readdirSync(folder)).toEqual([])
  })

  it('that a full disk refuses leaves the notebook and the earlier copies', () => {
    made(KEY)
    const { db } = open()
    const full = Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
    const refusing = {
      name: file,
      memory: false,
      prepare: db.prepare.bind(db),
      pragma: () => {
        throw full
      },
    } as unknown as Database.Database
    expect(() => copyDaily(refusing, START + 2 * DAY)).not.toThrow()
    expect(copies()).toHaveLength(1)
    db.close()
  })
})

describe('a damaged notebook that was copied', () => {
  it('comes back whole when one wrong byte hid its first page', () => {
    made(KEY)
    const bytes = readFileSync(file)
    bytes[2_000] = (bytes[2_000] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const { db, told } = open()
    expect(told).toMatch(/come from the last copy, made on 2026-01-05\./)
    expect(titles(db)).toHaveLength(CASES)
    db.close()
  })

  it('keeps its own newer rows, and takes lost ones from the copy', () => {
    made(null, 100)
    const bytes = readFileSync(file)
    bytes.fill(0xff, 40 * 4096, 42 * 4096)
    writeFileSync(file, bytes)
    const { db, told } = open(null)
    expect(told).toMatch(/is here, and the rest as it was in the last copy, made on 2026-01-05\./)
    expect(titles(db)).toHaveLength(CASES + 100)
    db.close()
  })

  it('takes nothing from the copy when it lost nothing', () => {
    made(null)
    const { db } = open(null)
    db.exec(`DELETE FROM cases WHERE id = 'case-5'`)
    db.close()
    writeFileSync(file, readFileSync(file).fill(0, 21, 24))
    const { db: again, told } = open(null)
    expect(told).toMatch(/All its cases, notes and links could be read/)
    expect(titles(again)).not.toContain('Title 5')
    again.close()
  })

  it('gives a pinned person the case of the copy instead of a stand-in', () => {
    made(null)
    const { db } = open(null)
    db.pragma('foreign_keys = OFF')
    db.exec(`INSERT INTO pins VALUES ('case-7', 'p', 'note', '{}', 5, NULL); DELETE FROM cases WHERE id = 'case-7'`)
    db.close()
    const bytes = readFileSync(file)
    bytes.fill(0xff, 40 * 4096, 42 * 4096)
    writeFileSync(file, bytes)
    const { db: again } = open(null)
    expect(titles(again)).toContain('Title 7')
    expect(titles(again)).not.toContain('Recovered case')
    expect(again.prepare('SELECT case_id FROM pins').pluck().all()).toEqual(['case-7'])
    again.close()
  })
})
