import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { moveDatabase, PARTS, removeDatabase } from './database-files.ts'

/** Beside a database while a damaged one is replaced: the name that the damaged one is moved to. */
const REPLACING = '.replacing'

/** Name of the file that says so, to delete with the database. */
export const replacingMarkOf = (file: string): string => file + REPLACING

/**
 * Puts a damaged database back where it was, when its replacement failed or was cut off: half a replacement would look
 * like a sound, empty database. Call before opening.
 */
export const undoReplacement = (file: string): void => {
  const mark = replacingMarkOf(file)
  if (!existsSync(mark)) return
  const name = readFileSync(mark, 'utf8')
  const aside = join(dirname(file), basename(name))
  // An empty mark was cut off before anything was moved.
  if (name !== '') {
    // Moved last: before that, the database in place is the damaged one itself.
    if (existsSync(aside)) removeDatabase(file)
    for (const part of PARTS) if (existsSync(aside + part)) renameSync(aside + part, file + part)
  }
  rmSync(mark)
}

/**
 * Moves a damaged database to `aside` and lets `fill` make the one that takes its place. When that fails (a full disk),
 * everything is as it was, and the next opening tries again. Throws what `fill` throws, which has closed its files.
 */
export const replaceDamaged = <T>(file: string, aside: string, fill: () => T): T => {
  try {
    writeFileSync(replacingMarkOf(file), basename(aside), { mode: 0o600, flush: true })
    moveDatabase(file, aside)
    const made = fill()
    rmSync(replacingMarkOf(file))
    return made
  } catch (error) {
    undoReplacement(file)
    throw error
  }
}
