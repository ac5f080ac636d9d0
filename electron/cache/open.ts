import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '#shared/domain/errors.ts'
import { unlock } from '../storage/cipher.ts'
import { removeDatabase } from '../storage/database-files.ts'
import { encryptDatabase } from '../storage/encrypt-database.ts'
import { first } from './migrations/001-first.ts'
import { syncState } from './migrations/002-sync-state.ts'
import { follows } from './migrations/003-follows.ts'
import { identity } from './migrations/004-identity.ts'
import { raw } from './migrations/005-raw.ts'
import { forgotten } from './migrations/006-forgotten.ts'

/** "PPIN": tells this app's database from any other SQLite file. */
const APPLICATION_ID = 0x5050494e

/** Applied in order, each in one transaction; `user_version` counts the applied ones. Never edit one that has shipped. */
export const MIGRATIONS: readonly string[] = [first, syncState, follows, identity, raw, forgotten]

const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'temp_store = MEMORY',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'journal_size_limit = 67108864',
  // 64 MB of log between checkpoints: a first sync writes each page a few times, not once per transaction.
  'wal_autocheckpoint = 16000',
  // KiB. A new attendee goes to a random place of five indexes: while a big cache is filled, those stay in memory. When
  // nothing is written for a while, the memory is given back.
  'cache_size = -131072',
]

const READER_PRAGMAS = [
  'temp_store = MEMORY',
  'trusted_schema = OFF',
  // KiB. The narrow tables and the inner pages of every index of a million attendees stay in memory.
  'cache_size = -32768',
]

const migrate = (db: Database.Database): void => {
  const version = db.pragma('user_version', { simple: true }) as number
  const owner = db.pragma('application_id', { simple: true }) as number
  if (version > MIGRATIONS.length || (owner !== 0 && owner !== APPLICATION_ID))
    throw new AppError('storage', 'The cache was written by a newer version of the app.', {
      advice: 'Update the app. The cache was left untouched.',
    })
  MIGRATIONS.slice(version).forEach((migration, index) => {
    db.transaction(() => {
      db.exec(migration)
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${version + index + 1}`)
    }).immediate()
  })
}

/** How a cache is opened. */
export interface CacheOpening {
  /** The file's raw 32-byte key; without one the file is plain (tests, benchmarks). */
  key?: Uint8Array | undefined
  /** False: a file that the key does not open belongs to another key, and is replaced: a cache can be read again. */
  keyProven?: boolean | undefined
  /** Another better-sqlite3 binary. */
  nativeBinding?: string | undefined
}

const connect = (file: string, { key, nativeBinding }: CacheOpening, readonly: boolean): Database.Database => {
  const db = new Database(file, {
    readonly,
    fileMustExist: readonly,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  })
  // Before everything else: from here on every page is read and written through the cipher.
  if (key !== undefined) unlock(db, key)
  return db
}

/** Whether the key opens the file. */
const opens = (file: string, opening: CacheOpening): boolean => {
  const db = connect(file, opening, false)
  try {
    db.pragma('schema_version')
    return true
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') return false
    throw error
  } finally {
    db.close()
  }
}

/**
 * Opens (or creates) a cache and brings it up to date. With a key the file is encrypted, also one that was plain until
 * now. Throws AppError `storage` for a database from the future, and SQLite's errors for damage, a wrong key (NOTADB)
 * or a refused folder.
 */
export const openDatabase = (file: string, opening: CacheOpening = {}): Database.Database => {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    if (opening.key !== undefined) encryptDatabase(file, opening.key, { nativeBinding: opening.nativeBinding })
  }
  if (opening.key !== undefined && opening.keyProven === false && !opens(file, opening)) removeDatabase(file)
  const db = connect(file, opening, false)
  try {
    if (file !== ':memory:') chmodSync(file, 0o600)
    for (const pragma of PRAGMAS) db.pragma(pragma)
    migrate(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * A second connection to a cache that is open already, for reading only: it sees what is committed and never waits for
 * the writer.
 */
export const openReader = (file: string, opening: CacheOpening = {}): Database.Database => {
  const db = connect(file, opening, true)
  for (const pragma of READER_PRAGMAS) db.pragma(pragma)
  return db
}
