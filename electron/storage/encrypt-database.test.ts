import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unlock } from './cipher.ts'
import { isPlainDatabase } from './database-files.ts'
import { encryptDatabase } from './encrypt-database.ts'
import { TEST_KEY } from './testing/encrypt-child.ts'

const CANARY = 'Zoë Canary +33600000000'
let folder: string
let file: string
const key = TEST_KEY
const CHILD = join(import.meta.dirname, 'testing', 'encrypt-child.ts')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspector-encrypt-'))
  file = join(folder, 'a.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A plain database with rows in the file and, when `crashed`, rows that are only in its log. */
const makePlain = (crashed: boolean): void => {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.exec(`CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT) STRICT;
    CREATE VIRTUAL TABLE words USING fts5(name, content = '', contentless_delete = 1, detail = column)`)
  const add = db.prepare('INSERT INTO people (name) VALUES (?)')
  const index = db.prepare('INSERT INTO words (rowid, name) VALUES (?, ?)')
  const fill = (n: number): void => {
    for (let row = 0; row < n; row++) index.run(add.run(`${CANARY} ${row}`).lastInsertRowid, CANARY)
  }
  db.transaction(() => fill(500))()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.transaction(() => fill(100))()
  db.pragma('user_version = 7')
  if (!crashed) return void db.close()
  const parts = ['', '-wal'].map((part) => [part, readFileSync(file + part)] as const)
  db.close()
  for (const [part, bytes] of parts) writeFileSync(file + part, bytes)
}

const read = (
  path: string,
  withKey: Buffer | null,
): { rows: number; found: number; version: unknown; check: unknown } => {
  const db = new Database(path, { fileMustExist: true })
  try {
    if (withKey !== null) unlock(db, withKey)
    return {
      rows: db.prepare('SELECT count(*) FROM people').pluck().get() as number,
      found: db.prepare(`SELECT count(*) FROM words WHERE words MATCH 'canary'`).pluck().get() as number,
      version: db.pragma('user_version', { simple: true }),
      check: db.pragma('integrity_check', { simple: true }),
    }
  } finally {
    db.close()
  }
}
const WHOLE = { rows: 600, found: 600, version: 7, check: 'ok' }
const readable = (): string[] =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes('Canary'))

describe('encryptDatabase', () => {
  it.each([
    ['closed', false],
    ['cut off', true],
  ])('a %s plain database: everything is kept, nothing stays readable', (_, crashed) => {
    makePlain(crashed)
    expect(isPlainDatabase(file)).toBe(true)
    expect(encryptDatabase(file, key)).toBe(true)
    expect(read(file, key)).toEqual(WHOLE)
    expect(isPlainDatabase(file)).toBe(false)
    expect(readdirSync(folder)).toEqual(['a.sqlite'])
    expect(readable()).toEqual([])
    expect(encryptDatabase(file, key)).toBe(false)
  })

  it('opens with its key only; without one, or with another, it is no database', () => {
    makePlain(false)
    encryptDatabase(file, key)
    expect(() => read(file, null)).toThrow(/not a database/)
    expect(() => read(file, randomBytes(32))).toThrow(/not a database/)
  })

  const STEPS = ['fold-log', 'copy', 'encrypt', 'verify', 'replace', 'swap', 'overwrite'] as const
  it.each(STEPS)('killed before "%s", the next start finds everything and ends encrypted', (at) => {
    makePlain(true)
    const child = spawnSync(process.execPath, [CHILD, file, at])
    expect(child.signal).toBe('SIGKILL')
    encryptDatabase(file, key)
    expect(read(file, key)).toEqual(WHOLE)
    expect(readdirSync(folder)).toEqual(['a.sqlite'])
    expect(readable()).toEqual([])
  })

  it('a copy that was cut off in its middle is not taken for the whole', () => {
    makePlain(true)
    writeFileSync(`${file}.encrypting`, readFileSync(file).subarray(0, 9_000))
    encryptDatabase(file, key)
    expect(read(file, key)).toEqual(WHOLE)
    expect(readdirSync(folder)).toEqual(['a.sqlite'])
  })

  it('leaves a file that it cannot read as it is', () => {
    makePlain(false)
    const bytes = readFileSync(file)
    bytes.fill(0xaa, 4096 + 10, 12_000)
    writeFileSync(file, bytes)
    expect(() => encryptDatabase(file, key)).toThrow()
    // Without the two bytes that say whether it has a log.
    expect(readFileSync(file).subarray(100).equals(bytes.subarray(100))).toBe(true)
    expect(existsSync(`${file}.encrypting`)).toBe(false)
  })
})
