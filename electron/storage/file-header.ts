import { closeSync, existsSync, openSync, readSync, writeSync } from 'node:fs'
import { isPlainDatabase } from './database-files.ts'

/**
 * Bytes 16 to 23 of the first page: page size, write and read version, reserved bytes of a page, payload fractions. They
 * are the same in every database of this app. The cipher leaves them readable and does not authenticate them, so SQLite
 * believes what it finds: another write version makes a file read-only for good, another read version or fraction "not a
 * database", other reserved bytes shift the contents of every page.
 */
const START = 16
const PAGE_SIZE = 4_096
/** At the end of a page, for nonce and tag of the cipher. */
const RESERVED = { plain: 0, encrypted: 64 }
const FRACTIONS = [64, 32, 32]
/** Write and read version: a rollback journal, or a log. */
const JOURNAL = 1
const LOG = 2

const reservedOf = (file: string): number => (isPlainDatabase(file) ? RESERVED.plain : RESERVED.encrypted)

const readHeader = (file: string): Buffer | null => {
  if (!existsSync(file)) return null
  const bytes = Buffer.alloc(8)
  const descriptor = openSync(file, 'r')
  try {
    return readSync(descriptor, bytes, 0, bytes.length, START) === bytes.length ? bytes : null
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Whether the readable part of the header is as this app writes it. True for a file that is absent or too short to have
 * one. The page size is left to SQLite, which notices: a later version of the app may choose another.
 */
export const hasSoundHeader = (file: string): boolean => {
  const header = readHeader(file)
  if (header === null) return true
  const [write, read, reserved, ...fractions] = header.subarray(2)
  const isKnownVersion = write === read && (write === JOURNAL || write === LOG)
  return isKnownVersion && reserved === reservedOf(file) && FRACTIONS.every((byte, at) => fractions[at] === byte)
}

/**
 * Writes the readable part of the header anew, so that what is behind it can be read. Only for a file that was found
 * damaged and set aside.
 */
export const mendHeader = (file: string): void => {
  if (readHeader(file) === null) return
  const sound = Buffer.from([PAGE_SIZE >> 8, PAGE_SIZE & 0xff, LOG, LOG, reservedOf(file), ...FRACTIONS])
  const descriptor = openSync(file, 'r+')
  try {
    writeSync(descriptor, sound, 0, sound.length, START)
  } finally {
    closeSync(descriptor)
  }
}
