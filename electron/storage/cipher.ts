import { createHmac } from 'node:crypto'
import type Database from 'better-sqlite3'

/** What the encrypting build of better-sqlite3 adds to the common types; both return SQLite's code. */
interface Encrypting {
  /** Gives an encrypted file its key. */
  key(key: Buffer): number
  /** Encrypts the whole file under another key. */
  rekey(key: Buffer): number
}
const encrypting = (db: Database.Database): Encrypting => db as Database.Database & Encrypting

/** AEGIS-256: authenticated, and with the processor's AES nearly free (docs/security-vault.md has the figures). */
const CIPHER = 'aegis'

/** Bytes of a data key. */
export const KEY_BYTES = 32

/** How SQLite3 Multiple Ciphers is told that these are the key's own bytes: no derivation, which would cost 40 ms per opening. */
const withRawKey = <T>(key: Uint8Array, use: (raw: Buffer) => T): T => {
  if (key.length !== KEY_BYTES) throw new RangeError('A data key has 32 bytes.')
  const raw = Buffer.from(`raw:${Buffer.from(key).toString('hex')}`)
  try {
    return use(raw)
  } finally {
    raw.fill(0)
  }
}

/** Gives a connection to an encrypted (or new) file its key: the first thing that it does. Nothing is read yet. */
export const unlock = (db: Database.Database, key: Uint8Array): void => {
  db.pragma(`cipher = '${CIPHER}'`)
  withRawKey(key, (raw) => encrypting(db).key(raw))
}

/** Encrypts an open plain database where it is. All its pages are written once more, in memory first. */
export const encryptWhole = (db: Database.Database, key: Uint8Array): void => {
  db.pragma(`cipher = '${CIPHER}'`)
  withRawKey(key, (raw) => encrypting(db).rekey(raw))
}

/**
 * A value that tells this key from another without revealing it. Kept beside the protected key: a key that was not the
 * right one and a file that is damaged look the same to SQLite.
 */
export const keyCheck = (key: Uint8Array): string =>
  createHmac('sha256', key).update('postpress Inspector data key').digest('base64')
