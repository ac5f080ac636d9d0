import { Location } from '../domain/location.ts'

export const LINK_SCHEME = 'postpress-inspector'

/** Longer than any link that the app writes. */
const MOST = 8_192

/** `postpress-inspector://attendee/<postpress ID>`, `.../convert?text=...`; null for what no link can name. */
export const linkTo = (location: Location): string | null => {
  if (!Location.safeParse(location).success) return null
  const start = `${LINK_SCHEME}://${location.kind}`
  return 'id' in location
    ? `${start}/${encodeURIComponent(location.id)}`
    : `${start}?text=${encodeURIComponent(location.text)}`
}

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** `attendee/<id>` or `case/<id>`, with the slash at the end that some systems add. */
const PATH = /^(attendee|case)\/([^/?#]+)\/?$/
/** `convert?text=<text>`; no other parameter, no fragment. */
const QUERY = /^(resolve|convert)\/?\?text=([^&#]+)$/

const locationIn = (rest: string): unknown => {
  const path = PATH.exec(rest)
  if (path !== null) return { kind: path[1], id: decoded(path[2] ?? '') }
  const query = QUERY.exec(rest)
  return query === null ? null : { kind: query[1], text: decoded(query[2] ?? '') }
}

/** Where a link leads; null for anything that is not exactly a link of this app. Links come from anybody. */
export const parseLink = (text: string): Location | null => {
  const start = `${LINK_SCHEME}://`
  if (text.length > MOST || !text.toLowerCase().startsWith(start)) return null
  const parsed = Location.safeParse(locationIn(text.slice(start.length)))
  return parsed.success ? parsed.data : null
}
