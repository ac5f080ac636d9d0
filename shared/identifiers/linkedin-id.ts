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

/** ACo, ADo, ACw, AE: texts that claim to be a LinkedIn id (at least 20 characters: no user name looks like this). */
export const looksLikeLinkedinId = (text: string): boolean =>
  text.length >= 20 && text.length <= 80 && /^(?:ACoA|ADoA|ACwA|AE[A-Za-z]A)[A-Za-z0-9_=-]+$/.test(text)

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
