import { chmodSync, copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { removeDatabase } from '../storage/database-files.ts'
import { replacingMarkOf } from '../storage/replace-damaged.ts'
import { ASIDE } from '../storage/set-aside.ts'

/** Copies of a notebook that are kept, and damaged ones that were set aside. */
const KEPT = 3

const BACKUP = '.backup-'

/** Files beside a notebook with this mark, newest first (their names end in the time). */
const marked = (file: string, mark: string): string[] => {
  const start = basename(file) + mark
  if (!existsSync(dirname(file))) return []
  return readdirSync(dirname(file))
    .filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)))
    .sort((a, b) => Number(b.slice(start.length)) - Number(a.slice(start.length)))
    .map((name) => join(dirname(file), name))
}

const prune = (file: string, mark: string): void => {
  for (const old of marked(file, mark).slice(KEPT)) removeDatabase(old)
}

/** Copies of the file, newest first. */
export const backupsOf = (file: string): string[] => marked(file, BACKUP)

/** When a copy was made, ms. */
export const madeAt = (copy: string): number => Number(copy.slice(copy.lastIndexOf('-') + 1))

/** A copy that is being made. One at a time: what a kill left of one is overwritten by the next, and goes with the copies. */
const draftOf = (file: string): string => `${file}${BACKUP}new`

/** Copies a database whose log is empty and that nobody writes meanwhile. The last three copies are kept. `at`: ms. */
export const backUp = (file: string, at: number): void => {
  const draft = draftOf(file)
  try {
    copyFileSync(file, draft)
    chmodSync(draft, 0o600)
    renameSync(draft, `${file}${BACKUP}${at}`)
  } finally {
    rmSync(draft, { force: true })
  }
  prune(file, BACKUP)
}

/** Deletes the copies: they hold what was deleted from the notebook since. */
export const eraseBackups = (file: string): void => {
  for (const copy of [...backupsOf(file), draftOf(file)]) removeDatabase(copy)
}

/** Keeps the last three damaged notebooks. */
export const pruneAside = (file: string): void => prune(file, ASIDE)

/** Deletes the copies and what was set aside: they may hold what was deleted from the notebook since. */
export const eraseCopies = (file: string): void => {
  eraseBackups(file)
  for (const copy of marked(file, ASIDE)) removeDatabase(copy)
}

/** Deletes a notebook and every copy of it. */
export const eraseNotebook = (file: string): void => {
  removeDatabase(file)
  rmSync(replacingMarkOf(file), { force: true })
  eraseCopies(file)
}
