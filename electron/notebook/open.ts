import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import { AppError } from '#shared/domain/errors.ts'
import { isDamage } from '../storage/damage.ts'
import { isPlainDatabase, removeDatabase } from '../storage/database-files.ts'
import { encryptDatabase, settleTakeover } from '../storage/encrypt-database.ts'
import { hasSoundHeader, mendHeader } from '../storage/file-header.ts'
import { replaceDamaged, undoReplacement } from '../storage/replace-damaged.ts'
import { asideOf } from '../storage/set-aside.ts'
import { connect, type NotebookPlace } from './connection.ts'
import { backUpBeforeUpdate, eraseCopies, pruneAside } from './files.ts'
import { APPLICATION_ID, MIGRATIONS, migrate } from './migrate.ts'
import { recover } from './recover.ts'
import { TABLES } from './salvage.ts'

export interface NotebookOpening extends NotebookPlace {
  /**
   * The key is known to be this file's: what it does not open is damaged. Otherwise such a file is refused and left as
   * it is, because a wrong key and a damaged first page look the same.
   */
  keyProven?: boolean
  now?: () => number
  migrations?: readonly string[]
}

export interface OpenedNotebook {
  db: Database.Database
  /** What people must be told: the file was damaged, and what became of it. */
  told: string | null
}

const PRAGMAS = [
  'journal_mode = WAL',
  // People made this: what was saved survives a power cut.
  'synchronous = FULL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'temp_store = MEMORY',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'recursive_triggers = ON',
  'journal_size_limit = 1048576',
]

/** A version this far ahead was never released: it is damage. */
const UNLIKELY = 1_000

class Damaged extends Error {}

/** Beside a notebook while its key is tried on it. */
const MENDED = '.mended'

const isNotADatabase = (error: unknown): boolean => String((error as { code?: unknown }).code).includes('NOTADB')

const saysDamage = (error: unknown): boolean => error instanceof Damaged || isDamage(error)

/** The version of a sound notebook, 0 for an empty file. Touches nothing. Throws for damage and for a newer version. */
const inspect = (opening: NotebookOpening, migrations: readonly string[]): number => {
  if (!hasSoundHeader(opening.file)) throw new Damaged()
  const db = connect(opening, { readonly: true })
  try {
    const version = db.pragma('user_version', { simple: true }) as number
    const owner = db.pragma('application_id', { simple: true }) as number
    if (owner === APPLICATION_ID && version > migrations.length && version < migrations.length + UNLIKELY)
      throw new AppError('storage', 'The notebook of this workspace was written by a newer version of the app.', {
        advice: 'Update the app to see cases and notes. The notebook was left untouched.',
      })
    const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[]
    if (version === 0 && owner === 0 && tables.length === 0) return 0
    const whole = TABLES.every((table) => tables.includes(table))
    if (owner !== APPLICATION_ID || version < 1 || version > migrations.length || !whole) throw new Damaged()
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Damaged()
    return version
  } finally {
    db.close()
  }
}

/** Encrypts a plain notebook where it is; its plain copies go. */
const protect = ({ file, nativeBinding }: NotebookOpening, key: Buffer): void => {
  encryptDatabase(file, key, { nativeBinding })
  eraseCopies(file)
}

const openSound = (opening: NotebookOpening, version: number, migrations: readonly string[]): Database.Database => {
  if (version > 0 && version < migrations.length) {
    const before = connect(opening, { readonly: false })
    before.pragma('wal_checkpoint(TRUNCATE)')
    before.close()
    backUpBeforeUpdate(opening.file, (opening.now ?? Date.now)())
  }
  const db = connect(opening, { readonly: false })
  try {
    if (opening.file !== ':memory:') chmodSync(opening.file, 0o600)
    for (const pragma of PRAGMAS) db.pragma(pragma)
    migrate(db, version, migrations)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

const beginAnew = (
  opening: NotebookOpening,
  aside: string,
  migrations: readonly string[],
): { db: Database.Database; outcome: string } => {
  const db = openSound(opening, 0, migrations)
  try {
    return { db, outcome: recover(opening, aside, db) }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Whether the file is not of this key, as far as that can be told of one whose header may be damaged. Touches nothing. */
const isOfAnotherKey = (opening: NotebookOpening): boolean => {
  const file = opening.file + MENDED
  let db: Database.Database | null = null
  try {
    for (const part of ['', '-wal']) if (existsSync(opening.file + part)) copyFileSync(opening.file + part, file + part)
    mendHeader(file)
    db = connect({ ...opening, file }, { readonly: true })
    db.pragma('schema_version')
    return false
  } catch (error) {
    if (!saysDamage(error)) throw error
    return isNotADatabase(error)
  } finally {
    db?.close()
    removeDatabase(file)
  }
}

/**
 * Opens (or creates) the notebook of a workspace: what people made. An older file is copied before it is migrated; a
 * damaged one is set aside whole and its readable rows are kept. Throws AppError `storage` for a notebook from a newer
 * version, which stays untouched, and SQLite's errors for a refused folder or a full disk.
 */
export const openNotebook = (opening: NotebookOpening): OpenedNotebook => {
  const { file, key, migrations = MIGRATIONS, now = Date.now } = opening
  if (file === ':memory:') return { db: openSound(opening, 0, migrations), told: null }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  undoReplacement(file)
  if (key !== null) settleTakeover(file)
  if (!existsSync(file)) return { db: openSound(opening, 0, migrations), told: null }
  const plain = isPlainDatabase(file)
  try {
    if (key !== null && plain && hasSoundHeader(file)) protect(opening, key)
    return { db: openSound(opening, inspect(opening, migrations), migrations), told: null }
  } catch (error) {
    if (!saysDamage(error)) throw error
    if (key !== null && !plain && opening.keyProven !== true && isOfAnotherKey(opening))
      throw new AppError('storage', 'The notebook of this workspace does not open with its key.', {
        advice: 'Cases and notes are not available. The file was left untouched.',
      })
  }
  const aside = asideOf(file, now())
  const { db, outcome } = replaceDamaged(file, aside, () => beginAnew(opening, aside, migrations))
  pruneAside(file)
  return { db, told: `The file with your cases and notes was damaged and was set aside. ${outcome}` }
}
