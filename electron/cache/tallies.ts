import type { AttendeeQuery } from '#shared/domain/attendees.ts'
import { remember } from './memo.ts'
import type { Store } from './statements.ts'

/** `tallies.sort`: 0 holds totals, the others the buckets of one order. */
export const TALLY_SORT: Record<AttendeeQuery['sort'], number> = { name: 1, 'last-activity': 2, 'first-seen': 3 }

export const TOTALS = 0

const DAY_MS = 86_400_000
/** Rows are counted in blocks of 4,096. */
const ROWS_SHIFT = 12

/** The bucket of a row in the order of being first seen. The triggers of the schema compute the same. */
export const rowsBucket = (row: number): number => row >> ROWS_SHIFT
/** The bucket of a row by activity: its day, or a negative block of rows for those without any. */
export const activityBucket = (row: number, last: number | null): number =>
  last === null ? -1 - rowsBucket(row) : Math.floor(last / DAY_MS)

/** The days' and the rows' ranges of buckets, end not included. */
export const daysOf = (bucket: number): [from: number, to: number] => [bucket * DAY_MS, (bucket + 1) * DAY_MS]
export const rowsOf = (bucket: number): [from: number, to: number] => [bucket << ROWS_SHIFT, (bucket + 1) << ROWS_SHIFT]

/** Lists (null: all) and a reason bit (null: any). */
export interface Scope {
  lists: number[] | null
  bit: number | null
}

/** `?, ?, ?` for as many values. */
export const marks = (values: unknown[]): string => values.map(() => '?').join(', ')

const within = (lists: number[] | null): string => (lists === null ? '' : ` AND list_no IN (${marks(lists)})`)

/** How many attendees these lists hold, per set of reasons. */
export const totalsOf = (store: Store, lists: number[] | null): { list_no: number; reasons: number; n: number }[] =>
  store.all(`SELECT list_no, reasons, n FROM tallies WHERE sort = 0 AND n > 0${within(lists)}`, ...(lists ?? []))

/** A run of neighbours in one order. `from` is the position of its first row. */
export interface Bucket {
  bucket: string | number
  from: number
  n: number
}

/** The buckets of an order under a scope that hold rows, in that order. */
export const bucketsOf = (store: Store, sort: AttendeeQuery['sort'], { lists, bit }: Scope): Bucket[] =>
  remember(store, `buckets ${sort} ${lists?.join() ?? 'all'} ${bit}`, () => {
    const found = store.all<{ bucket: string | number; n: number }>(
      `SELECT bucket, sum(n) AS n FROM tallies WHERE sort = ?${within(lists)}${bit === null ? '' : ' AND reasons & ? <> 0'}
       GROUP BY bucket HAVING sum(n) > 0 ORDER BY bucket ${sort === 'name' ? 'ASC' : 'DESC'}`,
      TALLY_SORT[sort],
      ...(lists ?? []),
      ...(bit === null ? [] : [bit]),
    )
    let from = 0
    return found.map(({ bucket, n }) => {
      from += n
      return { bucket, from: from - n, n }
    })
  })

/** How many rows a scope holds. */
export const totalOf = (buckets: Bucket[]): number => {
  const last = buckets.at(-1)
  return last === undefined ? 0 : last.from + last.n
}

/** The index of the bucket that holds a position; the number of buckets when it is behind the end. */
export const bucketAt = (buckets: Bucket[], position: number): number => {
  let low = 0
  let high = buckets.length
  while (low < high) {
    const middle = (low + high) >> 1
    const { from, n } = buckets[middle] ?? { from: 0, n: 0 }
    if (from + n <= position) low = middle + 1
    else high = middle
  }
  return low
}
