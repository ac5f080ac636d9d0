import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import { replacingMarkOf } from './replace-damaged.ts'

/** Small files beside a database that say how it was left. They hold nothing. */
const OPEN = '.open'
const SUSPECT = '.suspect'

const touch = (file: string): void => closeSync(openSync(file, 'w', 0o600))

/** Whether the last run that opened the database never closed it: a crash, a kill, a power cut. */
export const wasCutOff = (file: string): boolean => existsSync(file + OPEN)
export const markOpen = (file: string): void => touch(file + OPEN)
export const markClosed = (file: string): void => rmSync(file + OPEN, { force: true })

/** Whether damage was found in it: it is set aside at the next opening. */
export const isSuspect = (file: string): boolean => existsSync(file + SUSPECT)
export const markSuspect = (file: string): void => touch(file + SUSPECT)
export const clearSuspect = (file: string): void => rmSync(file + SUSPECT, { force: true })

/** Names of the marks, to delete with the database. */
export const marksOf = (file: string): string[] => [file + OPEN, file + SUSPECT, replacingMarkOf(file)]
