import type Database from 'better-sqlite3'
import type { Store } from '../cache/statements.ts'
import { eraseBackups } from './files.ts'

const hasBin = (db: Database.Database): boolean =>
  db
    .prepare(
      `SELECT 1 FROM pins WHERE removed_at IS NOT NULL UNION ALL SELECT 1 FROM cases WHERE removed_at IS NOT NULL LIMIT 1`,
    )
    .get() !== undefined

/**
 * Deletes for good what can no longer be brought back: at every opening. Copies of the file hold it too and go first: a
 * kill in between leaves the bin, and the next opening empties it. On a full disk it stays hidden until the next one:
 * everything else is there to be read.
 */
export const emptyBin = (db: Database.Database): void => {
  if (!hasBin(db)) return
  eraseBackups(db.name)
  try {
    db.transaction(() => {
      db.prepare('DELETE FROM pins WHERE removed_at IS NOT NULL').run()
      db.prepare('DELETE FROM cases WHERE removed_at IS NOT NULL').run()
    }).immediate()
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'SQLITE_FULL') throw error
  }
}

/**
 * Deletes every pin of and every decision about a person. Returns how many there were. What somebody typed into notes is
 * theirs and stays. The log of the database is emptied, so that no byte of the person is left in the files.
 */
export const forgetPerson = (store: Store, keys: string[]): number => {
  const list = JSON.stringify(keys)
  const deleted = store.db
    .transaction(
      () =>
        store.run('DELETE FROM pins WHERE person_key IN (SELECT value FROM json_each(?))', list).changes +
        store.run(
          `DELETE FROM links WHERE one IN (SELECT value FROM json_each(?)) OR other IN (SELECT value FROM json_each(?))`,
          list,
          list,
        ).changes,
    )
    .immediate()
  // A page that SQLite rebuilt may keep copies of cells that moved away: the file is written anew.
  if (deleted > 0) store.db.exec('VACUUM')
  store.db.pragma('wal_checkpoint(TRUNCATE)')
  return deleted
}
