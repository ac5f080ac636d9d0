import Database from 'better-sqlite3'
import { unlock } from '../storage/cipher.ts'
import { isPlainDatabase } from '../storage/database-files.ts'

/** Where a notebook is and how it is read. */
export interface NotebookPlace {
  file: string
  /** Raw 32-byte key of an encrypted file; null for a plain one. */
  key: Buffer | null
  /** Another SQLite binary than the package's own. */
  nativeBinding?: string | undefined
}

/** A connection that can read the file, without touching it when `readonly`. Nothing has been read yet. */
export const connect = (place: NotebookPlace, options: { readonly: boolean }): Database.Database => {
  const { nativeBinding, file, key } = place
  const db = new Database(file, {
    readonly: options.readonly,
    fileMustExist: options.readonly,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  })
  // A copy may be older than the key.
  if (key !== null && !isPlainDatabase(file)) unlock(db, key)
  return db
}
