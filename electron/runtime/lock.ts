import { readFile, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { announce } from './project.ts'

/** Often enough that nobody notices, rarely enough to cost nothing while another command builds for a minute. */
const POLL_MS = 200

const tryLock = (file: string): (() => void) | undefined => {
  const database = new Database(file, { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
    return () => database.close()
  } catch (error) {
    database.close()
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return undefined
    throw error
  }
}

/**
 * Runs `work` while no other process holds the lock `file`. The lock is SQLite's own file lock: the operating system
 * releases it when its holder dies, however it dies, so a stale lock cannot exist and a reused process id cannot
 * keep one alive. The holder's id is kept beside it only to say who is being waited for.
 */
export const withLock = async <T>(file: string, work: () => Promise<T>): Promise<T> => {
  let release = tryLock(file)
  if (!release) {
    const holder = await readFile(`${file}.pid`, 'utf8').catch(() => 'unknown')
    announce(`Waiting for another command (process ${holder}) that prepares the same files ...`)
  }
  while (!release) {
    await pause(POLL_MS)
    release = tryLock(file)
  }
  try {
    await writeFile(`${file}.pid`, String(process.pid))
    return await work()
  } finally {
    release()
  }
}
