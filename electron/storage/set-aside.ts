import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { removeDatabase } from './database-files.ts'

/** Ends the name of a database that was set aside; the time follows. */
export const ASIDE = '.damaged-'

/** A damaged cache is kept this long for whoever wants to look into it: it holds people's data like the cache itself. */
const KEEP_MS = 7 * 24 * 60 * 60 * 1_000

/** Databases that were set aside from this place, newest first, with when (ms). */
export const setAsideFrom = (file: string): { file: string; at: number }[] => {
  const start = basename(file) + ASIDE
  if (!existsSync(dirname(file))) return []
  return readdirSync(dirname(file))
    .map((name) => ({ name, at: Number(name.slice(start.length)) }))
    .filter(({ name, at }) => name.startsWith(start) && Number.isSafeInteger(at))
    .sort((a, b) => b.at - a.at)
    .map(({ name, at }) => ({ file: join(dirname(file), name), at }))
}

/** Deletes what was set aside from this place. */
export const eraseSetAside = (file: string): void => {
  for (const aside of setAsideFrom(file)) removeDatabase(aside.file)
}

/** Deletes what was set aside a week ago, or after a clock that was wrong said so. `now`: ms. */
export const expireSetAside = (file: string, now: number): void => {
  for (const aside of setAsideFrom(file)) if (Math.abs(now - aside.at) > KEEP_MS) removeDatabase(aside.file)
}

/** Where a damaged database is moved to. `now`: ms. */
export const asideOf = (file: string, now: number): string => `${file}${ASIDE}${now}`

/** Deletes what was set aside from this place before `aside`: only the newest is kept. */
export const keepOnly = (file: string, aside: string): void => {
  for (const old of setAsideFrom(file)) if (old.file !== aside) removeDatabase(old.file)
}
