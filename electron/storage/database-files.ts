import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** A database is these files; they belong together. */
export const PARTS = ['', '-wal', '-shm', '-journal']

/** Beside a plain database that is being encrypted: the encrypted copy while it is made, and the plain one that it replaced. */
export const UNFINISHED = '.encrypting'
export const PLAIN = '.plain'

const PLAIN_HEADER = Buffer.from('SQLite format 3\0', 'latin1')
const CHUNK = 1024 * 1024

/** Whether the file starts as every SQLite database does that is not encrypted. False when it does not exist. */
export const isPlainDatabase = (file: string): boolean => {
  if (!existsSync(file)) return false
  const start = Buffer.alloc(PLAIN_HEADER.length)
  const descriptor = openSync(file, 'r')
  try {
    return readSync(descriptor, start, 0, start.length, 0) === start.length && start.equals(PLAIN_HEADER)
  } finally {
    closeSync(descriptor)
  }
}

/** Names of files beside a database that may hold a copy of it; to delete with it. */
export const leftoversOf = (file: string): string[] => [file + UNFINISHED, file + PLAIN]

/** Deletes a database with its log and shared memory. */
export const removeDatabase = (file: string): void => {
  for (const part of PARTS) rmSync(file + part, { force: true })
}

/** Moves a database away, all its files together. `to` must not exist. */
export const moveDatabase = (file: string, to: string): void => {
  // The main file last: whoever sees it gone sees the rest gone too.
  for (const part of PARTS.toReversed()) if (existsSync(file + part)) renameSync(file + part, to + part)
}

/** Writes to the disk what the system still holds of a file, and of its name. */
export const syncToDisk = (file: string): void => {
  // Windows writes through for handles that may write only, and knows no folders to sync.
  const windows = process.platform === 'win32'
  for (const path of windows ? [file] : [file, dirname(file)]) {
    const descriptor = openSync(path, windows ? 'r+' : 'r')
    try {
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  }
}

/** Overwrites every byte of a file with zeros, on the disk. A disk that remaps its blocks may keep an older copy. */
export const overwrite = (file: string): void => {
  if (!existsSync(file)) return
  const { size } = statSync(file)
  const zeros = Buffer.alloc(Math.min(CHUNK, size))
  const descriptor = openSync(file, 'r+')
  try {
    for (let at = 0; at < size; at += zeros.length)
      writeSync(descriptor, zeros, 0, Math.min(zeros.length, size - at), at)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
