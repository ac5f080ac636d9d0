import { AppError } from '#shared/domain/errors.ts'

/** Words that are routes of their own under /users: as an identifier they would call something else. */
const ROUTE_WORDS: ReadonlySet<string> = new Set(['me', 'relations', 'followers', 'following', 'invite'])

const badIdentifier = (): AppError =>
  new AppError('bad-input', 'The API cannot be asked for this identifier.', {
    advice: 'Paste the profile link or an internal id instead.',
  })

/** One path segment, percent-encoded. Throws `bad-input` for texts that no encoding keeps inside one segment. */
export const segment = (text: string): string => {
  // URL parsers resolve dot segments even when they are encoded.
  if (text === '' || text === '.' || text === '..') throw badIdentifier()
  try {
    return encodeURIComponent(text)
  } catch {
    // Half of a surrogate pair: no UTF-8 exists for it.
    throw badIdentifier()
  }
}

/** The path of a look-up by internal or public id. Throws `bad-input` for words that are other routes. */
export const userPath = (identifier: string): string => {
  if (ROUTE_WORDS.has(identifier.toLowerCase())) throw badIdentifier()
  return `/users/${segment(identifier)}`
}

/** Query parameters in order; undefined and null ones are left out. */
export type Query = Record<string, string | number | null | undefined>

/** A URL below `base` (as `parseApiUrl` writes it). `path` is already encoded. Throws when it would leave the base. */
export const urlOf = (base: string, path: string, query: Query): string => {
  const url = new URL(base + path)
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) url.searchParams.set(name, String(value))
  }
  // The key goes with every request: no path may lead it elsewhere.
  if (!url.href.startsWith(`${base}/`)) throw badIdentifier()
  return url.href
}
