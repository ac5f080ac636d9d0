import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { AppError } from '#shared/domain/errors.ts'
import { failureOf } from '../threads/storage-failure.ts'

/**
 * Writes a small file whole or not at all, on the disk, for its owner only (mode 0600): a disk that is full leaves the old
 * one as it was. Throws the file system's errors.
 */
export const replaceFile = (file: string, text: string, draft = `${file}.new`): void => {
  try {
    writeFileSync(draft, text, { mode: 0o600, flush: true })
    // The draft of a run that was cut off keeps its own mode.
    chmodSync(draft, 0o600)
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** What the file system refused, as people read it. `name`: what the file is called to them. */
export const storageError = (name: string, cause: unknown): AppError => {
  const { message, advice, retryable } = failureOf(cause, { name, whenDamaged: 'Restart the app.' })
  return new AppError('storage', message, { retryable, cause, ...(advice === undefined ? {} : { advice }) })
}

/** The same as `replaceFile` for a file that the app keeps. Throws AppError `storage`, with what to do about it. */
export const writeWhole = (file: string, text: string, name: string): void => {
  try {
    replaceFile(file, text)
  } catch (error) {
    throw storageError(name, error)
  }
}
