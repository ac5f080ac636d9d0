import type { Product } from '../domain/providers.ts'

/** A decoded LinkedIn internal id. */
export interface LinkedinId {
  product: Product
  /** The n of `urn:li:member:n`. Derived from the bytes: LinkedIn does not document the layout. */
  memberNumber: string
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const DIGITS = new Map([...ALPHABET].map((character, index) => [character, index]))
/** 29 bytes in base64url without padding. */
const LENGTH = 39
const BYTES = 29

const decode = (text: string): number[] | null => {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const character of text) {
    const digit = DIGITS.get(character)
    if (digit === undefined) return null
    held = ((held << 6) | digit) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 0xff)
    }
  }
  return bytes
}

const productOf = (namespace: number, prefix: string): Product | null => {
  if (namespace === 0x002a || namespace === 0x003a) return 'classic'
  if (namespace === 0x002c) return 'sales-navigator'
  return prefix === 'AE' ? 'recruiter' : null
}

/** How far a copied id may be off its length and still be told from a user name by its prefix alone. */
const NEAR = { shortest: 30, longest: 60 }

/**
 * ACo, ADo, ACw, AE: texts that claim to be a LinkedIn id. Every member number starts with zero bytes, so a whole id
 * or the beginning of one goes on with As; with other letters only the length tells it from a user name.
 */
export const looksLikeLinkedinId = (text: string): boolean =>
  /^(?:AC[ow]|ADo|AE[A-Za-z])AA/.test(text) ||
  (text.length >= NEAR.shortest && text.length <= NEAR.longest && /^(?:AC[ow]|ADo|AE[A-Z])[^\s.]+$/.test(text))

/**
 * Decodes a LinkedIn internal id: 29 bytes = 2 bytes namespace, 6 bytes big-endian member number, 0x01, 20 opaque bytes.
 * Null when the text is not exactly such an id. Case-sensitive.
 */
export const decodeLinkedinId = (text: string): LinkedinId | null => {
  if (text.length !== LENGTH) return null
  const bytes = decode(text)
  if (bytes === null || bytes.length !== BYTES || bytes[8] !== 1) return null
  const product = productOf(((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0), text.slice(0, 2))
  if (product === null) return null
  // 48 bits fit a double exactly.
  const member = bytes.slice(2, 8).reduce((number, byte) => number * 256 + byte, 0)
  return member === 0 ? null : { product, memberNumber: String(member) }
}
