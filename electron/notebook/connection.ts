import Database from 'better-sqlite3'

/** Where a notebook is and how it is read. */
export interface NotebookPlace {
  file: string
  /** Raw 32-byte key of an encrypted file; null for a plain one. */
  key: Buffer | null
  /** Another SQLite binary than the package's own. */
  nativeBinding?: string | undefined
}

const CIPHER = 'aegis'

/** Gives an encrypted file its key: must be the first thing that a connection does. */
const unlock = (db: Database.Database, key: Buffer): void => {
  db.pragma(`cipher = '${CIPHER}'`)
  db.pragma(`key = "x'${key.toString('hex')}'"`)
}

/** A connection that can read the file, without touching it when `readonly`. Nothing has been read yet. */
export const connect = (place: NotebookPlace, options: { readonly: boolean }): Database.Database => {
  const { nativeBinding, file, key } = place
  const db = new Database(file, {
    readonly: options.readonly,
    fileMustExist: options.readonly,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  })
  if (key !== null) unlock(db, key)
  return db
}
