import { AppError } from '#shared/domain/errors.ts'

const API_PATH = '/api/v1'
const MAX_LENGTH = 2_048
const EXAMPLE = 'It looks like https://api1.example.com:13111 and is shown in the postpress dashboard.'

const wrong = (message: string, advice: string = EXAMPLE): AppError => new AppError('bad-input', message, { advice })

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Whether a host (as `URL.hostname` writes it) is this computer. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname)

/** `host:1234/...` without a scheme parses as scheme `host:`, so the scheme is added before parsing. */
const withScheme = (text: string): string => {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text
  const host = /^(\[[^\]]*\]|[^/:?#]*)/.exec(text)?.[1]?.toLowerCase() ?? ''
  return `${isLoopback(host) ? 'http' : 'https'}://${text}`
}

const parse = (text: string): URL => {
  try {
    return new URL(withScheme(text))
  } catch {
    throw wrong('This is not a web address.')
  }
}

/**
 * The canonical base URL of an API from what a person typed: origin and path, without a slash at the end.
 * A host alone gets `/api/v1`. http is accepted for this computer only, since the key travels in a header.
 * Throws `bad-input` with a message for every wrong form; the text itself is never in the message (it may hold a password).
 */
export const parseApiUrl = (text: string): string => {
  const trimmed = text.trim()
  if (trimmed === '') throw wrong('Enter the API URL.')
  if (trimmed.length > MAX_LENGTH) throw wrong('The API URL is too long.')
  if (/\s/.test(trimmed)) throw wrong('The API URL holds a space or a line break.')
  if (trimmed.startsWith('/')) throw wrong('The API URL has no host.')
  const url = parse(trimmed)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw wrong('The API URL must start with https://.')
  if (url.username !== '' || url.password !== '')
    throw wrong('The API URL holds a user name or a password.', 'Leave them out: only the API key is needed.')
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw wrong('The API URL must start with https://: over http the API key could be read on the way.')
  if (url.hash !== '' || url.search !== '')
    throw wrong('The API URL holds a ? or # part.', 'Paste only the address, up to /api/v1.')
  if (!isLoopback(url.hostname) && !/[.:]/.test(url.hostname)) throw wrong('The API URL has no complete host name.')
  const path = url.pathname.replace(/\/+$/, '')
  if (path !== '' && path !== API_PATH)
    throw wrong('The API URL has an unknown path.', `Paste the address without a path, or with ${API_PATH} at its end.`)
  return url.origin + API_PATH
}
