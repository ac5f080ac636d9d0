import { AppError } from '#shared/domain/errors.ts'
import { parseApiUrl } from '../postpress/base-url.ts'
import { createClient } from '../postpress/client.ts'
import type { Transport } from '../postpress/transport.ts'

/** The API key as typed, trimmed. Throws `bad-input` for text that cannot be a header value. */
export const parseApiKey = (raw: string): string => {
  const key = raw.trim()
  if (key === '') throw new AppError('bad-input', 'Enter the API key.')
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new AppError('bad-input', 'The API key holds a space, a line break or a special character.', {
      advice: 'Copy the key again: it is one word of plain letters, digits and signs.',
    })
  return key
}

/**
 * Proves URL and key with a real call (GET /accounts) and returns both in canonical form.
 * Throws `bad-input` for a wrong URL or key form, else what the API or the network answered.
 */
export const checkConnection = async (
  given: { url: string; key: string },
  transport: Transport,
): Promise<{ url: string; key: string }> => {
  const url = parseApiUrl(given.url)
  const key = parseApiKey(given.key)
  await createClient({ url, key, transport }).accounts(null)
  return { url, key }
}
