import { decodeOnce } from './hygiene.ts'

/** A link taken apart. Written here because `URL` is no part of plain ECMAScript; strict rather than forgiving. */
export interface Link {
  /** Lower case, without port and trailing dot. */
  host: string
  /** Non-empty path segments, percent-decoded once. */
  path: string[]
  /** Lower-case names, decoded values; the first of equal names. */
  query: Map<string, string>
}

export type LinkReading =
  | { kind: 'link'; link: Link }
  | { kind: 'bad-scheme' }
  | { kind: 'bad-host' }
  | { kind: 'no-link' }

const SCHEME = /^([a-zA-Z][a-zA-Z0-9+.-]{0,30}):/
/** Letters of other scripts are refused: a look-alike host is not the provider's host. */
const HOST = /^[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9](?:[a-z0-9-]{0,62})){1,8}$/
const APP_SCHEMES = new Set(['tg', 'whatsapp', 'tel', 'urn'])

/** Parses `a=b&c=d`; `+` stands for a space except before a digit (phone numbers are written with a bare +). */
export const parseQuery = (text: string): Map<string, string> => {
  const query = new Map<string, string>()
  if (text === '') return query
  for (const part of text.split('&')) {
    const at = part.indexOf('=')
    const name = decodeOnce(at < 0 ? part : part.slice(0, at)).toLowerCase()
    if (name !== '' && !query.has(name)) query.set(name, at < 0 ? '' : decodeOnce(part.slice(at + 1)))
  }
  return query
}

const split = (rest: string): { authority: string; path: string; query: string } => {
  const withoutHash = rest.split('#', 1)[0] ?? ''
  const question = withoutHash.indexOf('?')
  const before = question < 0 ? withoutHash : withoutHash.slice(0, question)
  const slash = before.indexOf('/')
  return {
    authority: slash < 0 ? before : before.slice(0, slash),
    path: slash < 0 ? '' : before.slice(slash),
    query: question < 0 ? '' : withoutHash.slice(question + 1),
  }
}

const hostOf = (authority: string): string | null => {
  if (authority.includes('@') || authority.includes('\\')) return null
  const host = authority
    .toLowerCase()
    .replace(/:\d{0,5}$/, '')
    .replace(/\.$/, '')
  return HOST.test(host) ? host : null
}

/** The scheme of a text, lower case; null when it has none (`host:port` and jids with devices have none). */
export const schemeOf = (text: string): string | null => {
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined) return null
  const rest = text.slice(scheme.length + 1)
  if (rest.startsWith('//') || APP_SCHEMES.has(scheme)) return scheme
  // "example.com:443/x" is a host with a port, "Name: Jane" is words, "javascript:alert(1)" is a scheme.
  return scheme.includes('.') || /^\s/.test(rest) ? null : scheme
}

/** Reads a web link, with or without scheme. `no-link` when the text is none (no dot in front of the first slash...). */
export const readLink = (text: string): LinkReading => {
  const scheme = schemeOf(text)
  if (scheme !== null && scheme !== 'http' && scheme !== 'https') return { kind: 'bad-scheme' }
  const slashes = scheme !== null || text.startsWith('//')
  const rest = slashes ? text.replace(/^[a-zA-Z]*:?\/{0,2}/, '') : text
  const parts = split(rest)
  const host = hostOf(parts.authority)
  if (host === null) return slashes ? { kind: 'bad-host' } : { kind: 'no-link' }
  if (!slashes && parts.path === '' && parts.query === '') return { kind: 'no-link' }
  const path = parts.path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodeOnce)
  return { kind: 'link', link: { host, path, query: parseQuery(parts.query) } }
}
