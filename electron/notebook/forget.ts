import type Database from 'better-sqlite3'
import type { Store } from '../cache/statements.ts'

/** Deletes for good what can no longer be brought back: at every opening. */
export const emptyBin = (db: Database.Database): void => {
  db.transaction(() => {
    db.exec('DELETE FROM pins WHERE removed_at IS NOT NULL; DELETE FROM cases WHERE removed_at IS NOT NULL')
  }).immediate()
}

/** Rows that name somebody by one of these values, as a whole JSON text or inside a key. */
const naming = (columns: string[]): string =>
  `EXISTS (SELECT 1 FROM json_each(?) v WHERE ${columns.map((column) => `instr(${column}, v.value) > 0`).join(' OR ')})`

/** Shorter values would match by chance. */
const SHORTEST = 5

/**
 * Deletes pins and links of a person who is forgotten, and what deleted rows leave behind in the file. `values`: the
 * person's postpress IDs and lasting identifiers. What somebody wrote in notes stays: it is theirs.
 */
export const forgetInNotebook = (store: Store, values: string[]): number => {
  const named = JSON.stringify(values.filter((value) => value.length >= SHORTEST))
  const deleted = store.db
    .transaction(
      () =>
        store.run(`DELETE FROM pins WHERE ${naming(['person', 'person_key'])}`, named).changes +
        store.run(`DELETE FROM links WHERE ${naming(['one', 'other', 'evidence'])}`, named).changes,
    )
    .immediate()
  if (deleted > 0) {
    store.db.exec('VACUUM')
    store.db.pragma('wal_checkpoint(TRUNCATE)')
  }
  return deleted
}
