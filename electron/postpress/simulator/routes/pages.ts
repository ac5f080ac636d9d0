import { decodeCursor, encodeCursor, type Key, readKey, readNumber, readText } from '../cursors.ts'
import { ApiError } from '../errors.ts'
import { LARGE_LIST_LIMIT, LIST_LIMIT, limitParameter } from '../parameters.ts'

/** One page of a list as the API sends it. */
export interface WirePage {
  object: string
  items: unknown[]
  cursor: string | null
}

/** First request: limit and filters from the query. Follow-up: everything from the cursor, but `limit` may be given again. */
export interface PageRequest {
  limit: number
  /** Decoded cursor of a follow-up. */
  cursor: Record<string, unknown> | null
}

export const pageRequest = (
  query: URLSearchParams,
  limits: { most: number; usual: number } = LIST_LIMIT,
): PageRequest => {
  const limit = limitParameter(query, limits)
  const text = query.get('cursor')
  if (text === null) return { limit: limit ?? limits.usual, cursor: null }
  const cursor = decodeCursor(text)
  return { limit: limit ?? Math.min(readNumber(cursor, 'limit', 1), limits.most), cursor }
}

/** First index for which `isAfter` holds, in a list where it holds for all that follow. */
export const firstAfter = <T>(list: readonly T[], isAfter: (item: T) => boolean): number => {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = list[middle]
    if (item !== undefined && isAfter(item)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * A page of items. A full page always has a cursor: the API only learns on the next request that nothing follows, so the last page
 * can be empty.
 */
export const keyPage = <T>(
  object: string,
  items: readonly T[],
  request: PageRequest,
  filters: Record<string, unknown>,
  key: (last: T) => Key,
  wire: (item: T) => unknown,
): WirePage => {
  const last = items.at(-1)
  const more = items.length === request.limit && last !== undefined
  return {
    object,
    items: items.map(wire),
    cursor: more ? encodeCursor({ ...filters, limit: request.limit, cursor: key(last) }) : null,
  }
}

/** The key at which a follow-up continues; null on a first request. */
export const continueAfter = (request: PageRequest, dated = false): Key | null =>
  request.cursor === null ? null : readKey(request.cursor, dated)

/** A filter that the first request set and the cursor remembers. */
export const filterText = (query: URLSearchParams, request: PageRequest, name: string): string | undefined =>
  request.cursor === null ? (query.get(name) ?? undefined) : readText(request.cursor, name)

/** A page of an offset-based list: items that move while the client pages are repeated or skipped, as at the real API. */
export const offsetPage = <T>(
  object: string,
  list: readonly T[],
  query: URLSearchParams,
  wire: (item: T) => unknown,
): WirePage => {
  const request = pageRequest(query, LARGE_LIST_LIMIT)
  const startIndex = request.cursor === null ? 0 : readNumber(request.cursor, 'startIndex', 0)
  const end = startIndex + request.limit
  return {
    object,
    items: list.slice(startIndex, end).map(wire),
    cursor: end < list.length ? encodeCursor({ limit: request.limit, startIndex: end }) : null,
  }
}

/** 404 with the API's words. */
export const notFound = (what: string): ApiError => new ApiError('resource_not_found', `${what} not found.`)
