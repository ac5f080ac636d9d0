import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** One rotation at this size: the log never grows past twice as much. */
const MAX_BYTES = 1_000_000

let file: string | null = null

/** Starts logging to a file. Before that, and when the disk refuses, lines are dropped: a log must never stop the app. */
export const openLog = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  file = path
}

/** Keys, phone numbers, e-mails, long ids: whatever slips into a message is masked before it reaches the disk. */
export const redact = (text: string): string =>
  text
    .replace(/[\w.+-]{1,64}@[\w.-]{1,255}/g, '<address>')
    .replace(/\+?\d[\d ().-]{6,30}\d/g, '<number>')
    .replace(/[A-Za-z0-9_=-]{20,}/g, '<id>')

/** Logs what happened to which part; never names, identifiers or payloads. */
export const log = (level: 'info' | 'warn' | 'error', part: string, text: string): void => {
  if (file === null) return
  try {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.1`)
    const line = JSON.stringify({ at: new Date().toISOString(), level, part, text: redact(text) })
    appendFileSync(file, `${line}\n`, { mode: 0o600 })
  } catch {
    // A full or read-only disk is reported where data is lost (the cache), not here.
  }
}

/** The part of an unknown error that may be logged: its class and first frames, without the message. */
export const describeError = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 4)
  return `${error.name} ${frames.map((frame) => frame.trim()).join(' | ')}`
}
