import Database from 'better-sqlite3'

/** Nobody waits five seconds for an app that closes. */
const WAIT_MS = 500

/**
 * Empties the log of a database that is about to be closed. False when it has to stay, because the disk is full, somebody
 * reads, or the file is damaged: nothing is lost by that, the next opening folds it in or finds the damage.
 */
export const emptyLog = (db: Database.Database): boolean => {
  try {
    db.pragma(`busy_timeout = ${WAIT_MS}`)
    const [done] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return done?.busy === 0
  } catch (error) {
    if (error instanceof Database.SqliteError) return false
    throw error
  }
}
