import { existsSync, statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { isDamage } from '../storage/damage.ts'
import { isPlainDatabase, overwrite, removeDatabase } from '../storage/database-files.ts'
import { hasSoundHeader, mendHeader } from '../storage/file-header.ts'
import { clearSuspect, isSuspect, markOpen, wasCutOff } from '../storage/marks.ts'
import { replaceDamaged, undoReplacement } from '../storage/replace-damaged.ts'
import { asideOf, expireSetAside, keepOnly } from '../storage/set-aside.ts'
import { type CacheOpening, openDatabase, openReader } from './open.ts'

export interface RecoveredCache {
  db: Database.Database
  /** What people must be told: the cache was damaged, and what becomes of it. */
  told: string | null
  /** The last run did not close it: it is to be checked, besides the work. */
  cutOff: boolean
}

/** Look-ups cost the account something at its provider: the count of a day must not start anew. */
const salvageLookups = (aside: string, opening: CacheOpening, db: Database.Database): boolean => {
  let from: Database.Database | null = null
  try {
    from = openReader(aside, opening)
    from.pragma('busy_timeout = 500')
    const rows = from.prepare('SELECT account_id, day, used FROM lookups').raw().all() as [string, string, number][]
    const keep = db.prepare('INSERT OR IGNORE INTO lookups (account_id, day, used) VALUES (?, ?, ?)')
    db.transaction(() => {
      for (const row of rows) keep.run(...row)
    }).immediate()
    return true
  } catch (error) {
    if (from === null || isDamage(error) || isUnreadable(error)) return false
    throw error
  } finally {
    from?.close()
  }
}
/** A table that is gone, a log that cannot be replayed without writing. */
const isUnreadable = (error: unknown): boolean =>
  /^SQLITE_(ERROR|IOERR|CANTOPEN|READONLY)/.test(String((error as { code?: unknown }).code ?? ''))

const begin = (file: string, aside: string, opening: CacheOpening): { db: Database.Database; counted: boolean } => {
  const db = openDatabase(file, opening)
  try {
    mendHeader(aside)
    return { db, counted: salvageLookups(aside, opening, db) }
  } catch (error) {
    db.close()
    throw error
  }
}

const rebuild = (file: string, opening: CacheOpening, now: number): { db: Database.Database; told: string } => {
  const aside = asideOf(file, now)
  const { db, counted } = replaceDamaged(file, aside, () => begin(file, aside, opening))
  keepOnly(file, aside)
  // From before the cache was encrypted: nobody keeps that.
  if (opening.key !== undefined && isPlainDatabase(aside)) {
    for (const part of ['', '-wal']) overwrite(aside + part)
    removeDatabase(aside)
  }
  clearSuspect(file)
  const lost = counted ? '' : ' The count of today’s look-ups could not be kept and starts anew.'
  return {
    db,
    told: `The cache was damaged and was set aside. Everything is read again from postpress; nothing you wrote is affected.${lost}`,
  }
}

/** A cache that was emptied opens without an error, and without a word. */
const wasEmptied = (file: string): boolean => existsSync(file) && statSync(file).size === 0

/** SQLite says the same of a wrong key and of a damaged first page: only a key that was checked tells them apart. */
const mayBeWrongKey = (error: unknown, { key, keyProven }: CacheOpening): boolean =>
  key !== undefined && keyProven !== true && String((error as { code?: unknown }).code).includes('NOTADB')

const open = (file: string, opening: CacheOpening, now: number): { db: Database.Database; told: string | null } => {
  if (isSuspect(file) || wasEmptied(file) || !hasSoundHeader(file)) return rebuild(file, opening, now)
  try {
    return { db: openDatabase(file, opening), told: null }
  } catch (error) {
    if (!isDamage(error) || mayBeWrongKey(error, opening)) throw error
    return rebuild(file, opening, now)
  }
}

/**
 * Opens a cache, whatever happened to its files: a damaged one is set aside with its log and shared memory, and a new
 * one takes its place. Throws AppError `storage` for a cache from the future, SQLite's and the file system's errors for
 * a full disk, a refused folder, a file in use: those heal without anything being lost. `now`: ms.
 */
export const openOrRebuild = (file: string, opening: CacheOpening, now: number): RecoveredCache => {
  undoReplacement(file)
  expireSetAside(file, now)
  const cutOff = wasCutOff(file)
  const { db, told } = open(file, opening, now)
  try {
    markOpen(file)
  } catch (error) {
    db.close()
    throw error
  }
  // A new file has nothing to check.
  return { db, told, cutOff: cutOff && told === null }
}
