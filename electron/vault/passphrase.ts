import { createCipheriv, createDecipheriv, randomBytes, type ScryptOptions, scrypt } from 'node:crypto'
import * as z from 'zod'

/** How a passphrase becomes a key; kept beside what it protects, so that the cost can be raised later. */
export const PassphraseRecipe = z.object({
  /** scrypt's N: a power of two, at least 2^17 (OWASP's minimum for r 8, p 1). */
  cost: z
    .number()
    .int()
    .min(2 ** 17)
    .max(2 ** 22),
  /** base64, 16 bytes, random for each passphrase. */
  salt: z.string().min(22).max(64),
})
export type PassphraseRecipe = z.infer<typeof PassphraseRecipe>

const COST = 2 ** 17
const BLOCK = 8
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

export const newRecipe = (): PassphraseRecipe => ({ cost: COST, salt: randomBytes(16).toString('base64') })

/** The key of a passphrase: about half a second and 128 MB, off the main thread. */
export const keyOfPassphrase = (passphrase: string, { cost, salt }: PassphraseRecipe): Promise<Buffer> => {
  const options: ScryptOptions = { N: cost, r: BLOCK, p: 1, maxmem: 256 * cost * BLOCK }
  // The same letters typed on another keyboard may be composed differently.
  const text = Buffer.from(passphrase.normalize('NFKC'))
  return new Promise((resolve, reject) => {
    scrypt(text, Buffer.from(salt, 'base64'), KEY_BYTES, options, (error, key) => {
      text.fill(0)
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}

/** Encrypts a secret (AES-256-GCM): nonce, tag, ciphertext, base64. `purpose` binds it to its place. */
export const seal = (secret: Uint8Array, key: Uint8Array, purpose: string): string => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(purpose))
  const text = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
}

/** The secret; null when the key is another one, or the text was changed or belongs to another place. */
export const unseal = (sealed: string, key: Uint8Array, purpose: string): Buffer | null => {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    // The only thing that final() throws for: the tag does not fit.
    return null
  }
}
