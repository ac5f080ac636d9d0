import { chmodSync, constants, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { encryptWhole, unlock } from './cipher.ts'
import { isPlainDatabase, overwrite, PLAIN, removeDatabase, syncToDisk, UNFINISHED } from './database-files.ts'

export interface EncryptOptions {
  nativeBinding?: string | undefined
  /** Told before each step that a crash could interrupt; tests stop there. */
  onStep?: (step: 'fold-log' | 'copy' | 'encrypt' | 'verify' | 'replace' | 'swap' | 'overwrite') => void
}

const connect = (file: string, { nativeBinding }: EncryptOptions): Database.Database =>
  new Database(file, { fileMustExist: true, ...(nativeBinding === undefined ? {} : { nativeBinding }) })

/** Brings the plain file's log into it, so that the main file is everything, and leaves nothing readable of the log. */
const foldLog = (file: string, options: EncryptOptions): void => {
  const db = connect(file, options)
  try {
    db.pragma('wal_checkpoint(FULL)')
    // Everything in the log is in the file now, on the disk: closing only deletes it.
    overwrite(`${file}-wal`)
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

const encryptCopy = (copy: string, key: Uint8Array, options: EncryptOptions): void => {
  const db = connect(copy, options)
  try {
    // Neither a journal nor a temporary file of the plain pages reaches the disk.
    db.pragma('journal_mode = MEMORY')
    db.pragma('temp_store = MEMORY')
    encryptWhole(db, key)
  } finally {
    db.close()
  }
  syncToDisk(copy)
}

/** Reads the copy as the app will. Throws SQLite's error when it is not a database under this key. */
const verify = (copy: string, key: Uint8Array, options: EncryptOptions): void => {
  const db = connect(copy, options)
  try {
    unlock(db, key)
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
  } finally {
    db.close()
  }
}

const endPlain = (plain: string): void => {
  overwrite(plain)
  rmSync(plain, { force: true })
}

/** Undoes or finishes what an earlier `encryptDatabase` left, wherever it was cut off. */
export const settleTakeover = (file: string): void => {
  // It may have been cut off before it was encrypted.
  overwrite(file + UNFINISHED)
  removeDatabase(file + UNFINISHED)
  if (!existsSync(file + PLAIN)) return
  // Cut off between the two renames: the plain file is still the only one.
  if (existsSync(file)) endPlain(file + PLAIN)
  else renameSync(file + PLAIN, file)
}

/**
 * Makes sure that the database is not readable without the key: a plain one is copied, the copy encrypted, checked and
 * put in its place, and the plain bytes overwritten. Whenever it is cut off, the next call continues from a whole
 * database. Returns whether a plain file was replaced. Throws SQLite's and the file system's errors (a full disk, a
 * damaged file); the plain file is untouched then.
 */
export const encryptDatabase = (file: string, key: Uint8Array, options: EncryptOptions = {}): boolean => {
  const step = options.onStep ?? (() => undefined)
  settleTakeover(file)
  if (!isPlainDatabase(file)) return false
  const copy = file + UNFINISHED
  step('fold-log')
  foldLog(file, options)
  try {
    step('copy')
    copyFileSync(file, copy, constants.COPYFILE_EXCL)
    chmodSync(copy, 0o600)
    step('encrypt')
    encryptCopy(copy, key, options)
    step('verify')
    verify(copy, key, options)
  } catch (error) {
    overwrite(copy)
    removeDatabase(copy)
    throw error
  }
  step('replace')
  renameSync(file, file + PLAIN)
  step('swap')
  renameSync(copy, file)
  syncToDisk(file)
  step('overwrite')
  endPlain(file + PLAIN)
  return true
}
