import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eraseNotebook } from './files.ts'
import { createMethods } from './methods.ts'
import { MIGRATIONS } from './migrate.ts'
import { openNotebook } from './open.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspector-notebook-'))
  file = join(folder, 'notebooks', 'a.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const CASES = 400
const fill = (db: Database.Database): void => {
  const add = db.prepare('INSERT INTO cases VALUES (?, ?, ?, ?, 1, 1, NULL, NULL)')
  db.transaction(() => {
    for (let index = 0; index < CASES; index++) add.run(`case-${index}`, `Title ${index}`, '', 'note '.repeat(100))
  })()
}
const made = (change: (db: Database.Database) => void = fill): void => {
  const { db } = openNotebook({ file, key: null })
  change(db)
  db.close()
}
const countCases = (db: Database.Database): number => db.prepare('SELECT count(*) FROM cases').pluck().get() as number
const names = (): string[] => readdirSync(join(folder, 'notebooks')).sort()

describe('a notebook', () => {
  it('is a file for its owner only, written through to the disk', () => {
    const { db, told } = openNotebook({ file, key: null })
    expect(told).toBeNull()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const pragmas = [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'secure_delete',
      'trusted_schema',
      'cell_size_check',
    ]
    expect(pragmas.map((name) => db.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 1, 0, 1])
    db.close()
  })

  it('keeps its audit log as it was written', () => {
    const { db } = openNotebook({ file, key: null })
    const notebook = createMethods(db, 'ada')
    for (let at = 1; at <= 5; at++) notebook.audit('person.opened', at % 2 === 0 ? 'even' : 'odd', at)
    const first = notebook.auditPage({ before: null, limit: 3, subjectId: null })
    expect(first.entries.map(({ no }) => no)).toEqual([5, 4, 3])
    const rest = notebook.auditPage({ before: first.before, limit: 3, subjectId: null })
    expect(rest.entries.map(({ no, actor, action }) => [no, actor, action])).toEqual([
      [2, 'ada', 'person.opened'],
      [1, 'ada', 'person.opened'],
    ])
    expect(rest.before).toBeNull()
    expect(notebook.auditPage({ before: null, limit: 10, subjectId: 'even' }).entries.map(({ at }) => at)).toEqual([
      4, 2,
    ])
    for (const sql of [
      'UPDATE audit SET at = 0',
      'DELETE FROM audit',
      `INSERT OR REPLACE INTO audit VALUES (1, 0, 'eve', 'x', NULL)`,
      `UPDATE OR REPLACE audit SET no = 1 WHERE no = 2`,
    ])
      expect(() => db.exec(sql)).toThrow(/append-only/)
    db.close()
    expect(readFileSync(file).includes('even')).toBe(false)
  })

  it('copies the file before it migrates it, and keeps the last three copies', () => {
    made()
    const steps = [...MIGRATIONS]
    for (let at = 1; at <= 5; at++) {
      steps.push(`CREATE TABLE later_${at} (x TEXT) STRICT;`)
      const { db } = openNotebook({ file, key: null, migrations: steps, now: () => at })
      expect(countCases(db)).toBe(CASES)
      db.close()
    }
    expect(names()).toEqual(['a.sqlite', ...[3, 4, 5].map((at) => `a.sqlite.before-update-${at}`)])
    const copy = new Database(`${file}.before-update-5`, { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(steps.length - 1)
    expect(countCases(copy)).toBe(CASES)
    copy.close()
  })

  it('is as it was when a migration fails', () => {
    made()
    const broken = [...MIGRATIONS, 'DELETE FROM cases; SELECT * FROM nowhere;']
    expect(() => openNotebook({ file, key: null, migrations: broken })).toThrow(/nowhere/)
    const { db } = openNotebook({ file, key: null })
    expect(countCases(db)).toBe(CASES)
    db.close()
  })

  it('from a newer version is refused and stays as it is, byte for byte', () => {
    const { db } = openNotebook({ file, key: null, migrations: [...MIGRATIONS, 'CREATE TABLE later (x TEXT) STRICT;'] })
    db.close()
    const before = readFileSync(file)
    expect(() => openNotebook({ file, key: null })).toThrow(/newer version/)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(names().filter((name) => !/-(?:wal|shm)$/.test(name))).toEqual(['a.sqlite'])
  })

  it('loses its copies with itself when it is erased, and nothing of another one', () => {
    made()
    copyFileSync(file, join(folder, 'notebooks', 'b.sqlite'))
    copyFileSync(file, `${file}.backup-1`)
    copyFileSync(file, `${file}.damaged-1`)
    eraseNotebook(file)
    expect(names()).toEqual(['b.sqlite'])
  })
})

describe('a damaged notebook', () => {
  it('is set aside whole, and its readable rows are kept', () => {
    made()
    const bytes = readFileSync(file)
    bytes.fill(0xff, 40 * 4096, 42 * 4096)
    writeFileSync(file, bytes)
    const { db, told } = openNotebook({ file, key: null, now: () => 7 })
    expect(told).toMatch(/damaged and was set aside.*some of it is lost/)
    expect(countCases(db)).toBeGreaterThan(CASES * 0.9)
    expect(countCases(db)).toBeLessThan(CASES)
    expect(names()).toContain('a.sqlite.damaged-7')
    db.close()
    expect(openNotebook({ file, key: null }).told).toBeNull()
  })

  it('comes from its newest copy when nothing of it can be read', () => {
    made()
    const { db: updated } = openNotebook({
      file,
      key: null,
      migrations: [...MIGRATIONS, 'CREATE TABLE later (x TEXT) STRICT;'],
    })
    updated.close()
    writeFileSync(file, 'no database at all, however long. '.repeat(1_000))
    const { db, told } = openNotebook({ file, key: null })
    expect(told).toMatch(/last copy/)
    expect(countCases(db)).toBe(CASES)
    db.close()
  })

  it('keeps a person whose case is lost, under a case that says so', () => {
    made((db) => {
      db.pragma('foreign_keys = OFF')
      db.exec(`INSERT INTO pins VALUES ('lost', 'p', 'note', '{}', 5, NULL)`)
      db.exec('DROP TABLE links')
    })
    const { db } = openNotebook({ file, key: null })
    expect(db.prepare('SELECT title FROM cases').pluck().all()).toEqual(['Recovered case'])
    expect(db.prepare('SELECT note FROM pins').pluck().all()).toEqual(['note'])
    db.close()
  })

  it('opens again whatever was overwritten, and says so when it lost something', { timeout: 60_000 }, () => {
    made()
    const sound = readFileSync(file)
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(sound.length - 1), bytes: fc.uint8Array({ minLength: 1, maxLength: 600 }) }), {
          minLength: 1,
          maxLength: 5,
        }),
        (damages) => {
          eraseNotebook(file)
          const bytes = Buffer.from(sound)
          for (const { at, bytes: wrong } of damages) bytes.set(wrong.subarray(0, bytes.length - at), at)
          writeFileSync(file, bytes)
          const { db, told } = openNotebook({ file, key: null })
          const count = countCases(db)
          createMethods(db, 'ada').saveSetting('works', 'again')
          db.close()
          if (count < CASES) expect(told).not.toBeNull()
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('an encrypted notebook', () => {
  const key = Buffer.alloc(32, 7)
  const encrypted = (): void => {
    const { db } = openNotebook({ file, key })
    fill(db)
    db.close()
  }

  it('is taken over from a plain one, and nothing plain is left beside it', () => {
    made()
    copyFileSync(file, `${file}.backup-1`)
    const { db, told } = openNotebook({ file, key })
    expect(told).toBeNull()
    expect(countCases(db)).toBe(CASES)
    db.close()
    expect(names()).toEqual(['a.sqlite'])
    expect(readFileSync(file).includes('Title 1')).toBe(false)
  })

  it('stays as it is under another key that nobody has proven to be its own', () => {
    encrypted()
    const before = readFileSync(file)
    expect(() => openNotebook({ file, key: Buffer.alloc(32, 8) })).toThrow(/does not open with its key/)
    expect(readFileSync(file).equals(before)).toBe(true)
    const { db } = openNotebook({ file, key })
    expect(countCases(db)).toBe(CASES)
    db.close()
  })

  it('is copied encrypted before it is migrated, and comes back from the copy', () => {
    encrypted()
    const steps = [...MIGRATIONS, 'CREATE TABLE later (x TEXT) STRICT;']
    openNotebook({ file, key, migrations: steps }).db.close()
    const [copy] = names().filter((name) => name.includes('.before-update-'))
    expect(readFileSync(join(folder, 'notebooks', copy ?? '')).includes('Title 1')).toBe(false)
    writeFileSync(file, Buffer.alloc(8192, 1))
    const { db, told } = openNotebook({ file, key, keyProven: true })
    expect(told).toMatch(/last copy/)
    expect(countCases(db)).toBe(CASES)
    db.close()
  })

  it('opens again whatever was overwritten, when the key is proven, and says so when it lost something', {
    timeout: 60_000,
  }, () => {
    encrypted()
    const sound = readFileSync(file)
    let salvaged = 0
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(sound.length - 1), bytes: fc.uint8Array({ minLength: 1, maxLength: 600 }) }), {
          minLength: 1,
          maxLength: 3,
        }),
        (damages) => {
          eraseNotebook(file)
          const bytes = Buffer.from(sound)
          for (const { at, bytes: wrong } of damages) bytes.set(wrong.subarray(0, bytes.length - at), at)
          writeFileSync(file, bytes)
          const { db, told } = openNotebook({ file, key, keyProven: true })
          const count = countCases(db)
          createMethods(db, 'ada').saveSetting('works', 'again')
          db.close()
          if (count < CASES) expect(told).not.toBeNull()
          if (count > 0 && told !== null) salvaged += 1
        },
      ),
      { numRuns: 100 },
    )
    expect(salvaged).toBeGreaterThan(0)
  })
})
