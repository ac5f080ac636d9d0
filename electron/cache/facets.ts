import type { Store } from './statements.ts'
import { activityBucket, rowsBucket, TALLY_SORT, TOTALS } from './tallies.ts'

/** What lists filter, sort and count by. */
export interface Facet {
  row: number
  list_no: number
  reasons: number
  last: number | null
  /** The first two characters of the sorted title. */
  initial: string
  seen_at: number
  generation: number | null
  digest: number
}

/** The bucket that holds a facet, in each order. */
const ORDERS: readonly [sort: number, bucketOf: (facet: Facet) => string | number][] = [
  [TOTALS, () => 0],
  [TALLY_SORT.name, ({ initial }) => initial],
  [TALLY_SORT['last-activity'], ({ row, last }) => activityBucket(row, last)],
  [TALLY_SORT['first-seen'], ({ row }) => rowsBucket(row)],
]

interface Count {
  list_no: number
  bucket: string | number
  reasons: number
  n: number
}

/** How many facets each bucket of an order gets. Neighbours mostly share one: only where it changes it is looked up. */
const countsOf = (facets: Facet[], bucketOf: (facet: Facet) => string | number): Iterable<Count> => {
  const counts = new Map<string, Count>()
  let last: Count | null = null
  for (const facet of facets) {
    const { list_no, reasons } = facet
    const bucket = bucketOf(facet)
    if (last === null || last.bucket !== bucket || last.reasons !== reasons || last.list_no !== list_no) {
      const key: string = `${list_no} ${bucket} ${reasons}`
      last = counts.get(key) ?? { list_no, bucket, reasons, n: 0 }
      counts.set(key, last)
    }
    last.n += 1
  }
  return counts.values()
}

/** Counts new facets: a page of rows costs far fewer writes than rows. */
const tally = (store: Store, facets: Facet[]): void => {
  for (const [sort, bucketOf] of ORDERS)
    for (const { list_no, bucket, reasons, n } of countsOf(facets, bucketOf))
      store.run(
        'INSERT INTO tallies VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n',
        sort,
        list_no,
        bucket,
        reasons,
        n,
      )
}

/** Adds the facets of new attendees. Later changes are counted by triggers. */
export const addFacets = (store: Store, facets: Facet[]): void => {
  for (const { row, list_no, reasons, last, initial, seen_at, generation, digest } of facets)
    store.run(
      `INSERT INTO facets (row, list_no, reasons, last_activity_at, initial, seen_at, generation, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      row,
      list_no,
      reasons,
      last,
      initial,
      seen_at,
      generation,
      digest,
    )
  tally(store, facets)
}
