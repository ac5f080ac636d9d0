import type { AttendeeQuery } from '#shared/domain/attendees.ts'
import { remember } from './memo.ts'
import type { Store } from './statements.ts'
import { type Bucket, bucketAt, bucketsOf, daysOf, marks, rowsOf, type Scope, totalOf } from './tallies.ts'

/** Where a page ended, so that the next one starts there without counting: the last row's place in its bucket. */
interface Edge {
  bucket: number
  /** Rows of the bucket before the edge. */
  used: number
  key: (string | number)[]
}

interface Order {
  /** Columns that order the rows of a bucket; the last one is the row. */
  columns: string[]
  direction: 'ASC' | 'DESC'
  from: string
  /** The rows of a bucket, as SQL and its values. */
  within(bucket: string | number): { sql: string; values: (string | number)[] }
}

const BY_NAME: Order = {
  columns: ['a.sort_title', 'a.list_no', 'a.row'],
  direction: 'ASC',
  from: 'attendees a INDEXED BY attendees_by_name',
  within: (bucket) => {
    const beginning = String(bucket)
    // A one-letter title is a bucket of its own; longer ones share their first two characters.
    const end = [...beginning].length < 2 ? `${beginning}\u0001` : `${beginning}\u{10ffff}`
    return { sql: 'a.sort_title >= ? AND a.sort_title < ?', values: [beginning, end] }
  },
}

/** Most recent day first; attendees without any activity follow, in the order of being first seen. */
const BY_ACTIVITY: Order = {
  columns: ['f.last_activity_at', 'f.row'],
  direction: 'DESC',
  from: 'facets f INDEXED BY facets_by_activity',
  within: (bucket) => ({
    sql: 'f.last_activity_at >= ? AND f.last_activity_at < ?',
    values: daysOf(Number(bucket)),
  }),
}
const WITHOUT_ACTIVITY: Order = {
  columns: ['f.row'],
  direction: 'ASC',
  from: 'facets f INDEXED BY facets_by_activity',
  within: (bucket) => ({
    sql: 'f.last_activity_at IS NULL AND f.row >= ? AND f.row < ?',
    values: rowsOf(-1 - Number(bucket)),
  }),
}
/** Rows are numbered as they are first seen. */
const BY_FIRST_SEEN: Order = {
  columns: ['f.row'],
  direction: 'DESC',
  from: 'facets f',
  within: (bucket) => ({
    sql: 'f.row >= ? AND f.row < ?',
    values: rowsOf(Number(bucket)),
  }),
}

const orderOf = (sort: AttendeeQuery['sort'], bucket: string | number): Order => {
  if (sort === 'name') return BY_NAME
  if (sort === 'first-seen') return BY_FIRST_SEEN
  return Number(bucket) < 0 ? WITHOUT_ACTIVITY : BY_ACTIVITY
}

/** Rows of one bucket from an edge on (or from a place in it), each with its key. */
const readBucket = (
  store: Store,
  order: Order,
  bucket: string | number,
  scope: Scope,
  start: { skip: number; key: (string | number)[] | null },
  limit: number,
): (string | number)[][] => {
  const { columns, direction } = order
  const own = columns[0]?.slice(0, 1)
  const { sql, values } = order.within(bucket)
  const joined = scope.bit !== null && own === 'a' ? ' CROSS JOIN facets f ON f.row = a.row' : ''
  const lists = scope.lists === null ? '' : ` AND ${own}.list_no IN (${marks(scope.lists)})`
  const bit = scope.bit === null ? '' : ' AND f.reasons & ? <> 0'
  const seek =
    start.key === null ? '' : ` AND (${columns.join(', ')}) ${direction === 'ASC' ? '>' : '<'} (${marks(columns)})`
  return store
    .all<Record<string, string | number>>(
      `SELECT ${columns.map((column, index) => `${column} AS k${index}`).join(', ')} FROM ${order.from}${joined}
       WHERE ${sql}${lists}${bit}${seek} ORDER BY ${columns.map((column) => `${column} ${direction}`).join(', ')} LIMIT ? OFFSET ?`,
      ...values,
      ...(scope.lists ?? []),
      ...(scope.bit === null ? [] : [scope.bit]),
      ...(start.key ?? []),
      limit,
      start.key === null ? start.skip : 0,
    )
    .map((keys) => columns.map((_, index) => keys[`k${index}`] ?? 0))
}

/**
 * The rows at a position of a list of any length. The tallies say which bucket holds the position; a page that follows
 * one that was read before starts at its last key, another one skips inside one bucket only.
 */
export const browseRows = (
  store: Store,
  sort: AttendeeQuery['sort'],
  scope: Scope,
  offset: number,
  limit: number,
): { rows: number[]; total: number } => {
  const buckets = bucketsOf(store, sort, scope)
  const name = `${sort} ${scope.lists?.join() ?? 'all'} ${scope.bit}`
  const edges = remember(store, `edges ${name}`, () => new Map<number, Edge>())
  const known = edges.get(offset)
  const rows: number[] = []
  let at = known?.bucket ?? bucketAt(buckets, offset)
  let used = known?.used ?? offset - (buckets[at]?.from ?? 0)
  let key = known?.key ?? null
  while (rows.length < limit && at < buckets.length) {
    const { bucket, n }: Bucket = buckets[at] ?? { bucket: 0, from: 0, n: 0 }
    const wanted = Math.min(limit - rows.length, n - used)
    const found = wanted > 0 ? readBucket(store, orderOf(sort, bucket), bucket, scope, { skip: used, key }, wanted) : []
    for (const one of found) rows.push(Number(one.at(-1)))
    used += found.length
    key = found.at(-1) ?? key
    if (rows.length < limit) {
      at += 1
      used = 0
      key = null
    }
  }
  if (key !== null) edges.set(offset + rows.length, { bucket: at, used, key })
  return { rows, total: totalOf(buckets) }
}

/** The first letters of the names of a list with the position of each, in order. Names without a letter count as "#". */
export const lettersOf = (store: Store, scope: Scope): { letter: string; index: number }[] => {
  const letters = new Map<string, number>()
  for (const { bucket, from } of bucketsOf(store, 'name', scope)) {
    const [first = ''] = String(bucket)
    const letter = /\p{L}/u.test(first) ? first.toUpperCase() : '#'
    if (first !== '\uffff' && !letters.has(letter)) letters.set(letter, from)
  }
  return [...letters].map(([letter, index]) => ({ letter, index }))
}
