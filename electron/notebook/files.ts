import { chmodSync, copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { removeDatabase, syncToDisk } from '../storage/database-files.ts'
import { replacingMarkOf } from '../storage/replace-damaged.ts'
import { ASIDE } from '../storage/set-aside.ts'

/** Copies of a notebook that are kept of each kind, and damaged ones that were set aside. */
const KEPT = 3

const BACKUP = '.backup-'
/** From before an update of the app: daily copies must not push it out. */
const BEFORE_UPDATE = '.before-update-'

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

/** When a copy was made, ms. */
export const madeAt = (copy: string): number => Number(copy.slice(copy.lastIndexOf('-') + 1))

/** Copies of the file, newest first. */
export const backupsOf = (file: string): string[] =>
  [...marked(file, BACKUP), ...marked(file, BEFORE_UPDATE)].sort((a, b) => madeAt(b) - madeAt(a))

/** A copy that is being made. One at a time: what a kill left of one is overwritten by the next, and goes with the copies. */
const draftOf = (file: string): string => `${file}${BACKUP}new`

const copyTo = (copy: string, file: string): void => {
  const draft = draftOf(file)
  try {
    copyFileSync(file, draft)
    chmodSync(draft, 0o600)
    // A copy that bears its name is whole, also after a power cut.
    syncToDisk(draft)
    renameSync(draft, copy)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Copies a database whose log is empty and that nobody writes meanwhile. The last three of these are kept. `at`: ms. */
export const backUp = (file: string, at: number): void => {
  copyTo(`${file}${BACKUP}${at}`, file)
  prune(file, BACKUP)
}

/** The same before an update changes the file. */
export const backUpBeforeUpdate = (file: string, at: number): void => {
  copyTo(`${file}${BEFORE_UPDATE}${at}`, file)
  prune(file, BEFORE_UPDATE)
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
