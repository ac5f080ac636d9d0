import type Database from 'better-sqlite3'
import { backUp, backupsOf, madeAt } from './files.ts'

const DAY_MS = 86_400_000

/** A disk without room for a copy still has the notebook: the next time tries again. */
const isFull = (error: unknown): boolean => /ENOSPC|EDQUOT|SQLITE_FULL/.test(String((error as { code?: unknown }).code))

/** Whether nobody has made anything yet: a copy of that would only put off the first one that is worth something. */
const isEmpty = (db: Database.Database): boolean =>
  db.prepare('SELECT 1 FROM cases UNION ALL SELECT 1 FROM pins UNION ALL SELECT 1 FROM links LIMIT 1').get() ===
  undefined

/**
 * Copies an open notebook when its newest copy is a day old, as its key has it: one wrong byte can cost a whole encrypted
 * page, and on the first one hang all others. Call where nothing else writes to the notebook meanwhile. `at`: ms.
 */
export const copyDaily = (db: Database.Database, at: number): void => {
  const file = db.name
  if (db.memory || isEmpty(db)) return
  const [newest] = backupsOf(file)
  if (newest !== undefined && Math.abs(at - madeAt(newest)) < DAY_MS) return
  try {
    // With an empty log the file is all there is.
    db.pragma('wal_checkpoint(TRUNCATE)')
    backUp(file, at)
  } catch (error) {
    if (!isFull(error)) throw error
  }
}
