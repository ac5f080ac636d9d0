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

/** The buckets that hold a facet, one per order. */
const bucketsOf = ({ row, last, initial }: Facet): [sort: number, bucket: string | number][] => [
  [TOTALS, 0],
  [TALLY_SORT.name, initial],
  [TALLY_SORT['last-activity'], activityBucket(row, last)],
  [TALLY_SORT['first-seen'], rowsBucket(row)],
]

/** Counts new facets: neighbours share buckets, so a page of rows costs far fewer writes than rows. */
const tally = (store: Store, facets: Facet[]): void => {
  const counts = new Map<string, { values: (string | number)[]; n: number }>()
  for (const facet of facets)
    for (const [sort, bucket] of bucketsOf(facet)) {
      const key = `${sort} ${facet.list_no} ${bucket} ${facet.reasons}`
      const count = counts.get(key)
      if (count === undefined) counts.set(key, { values: [sort, facet.list_no, bucket, facet.reasons], n: 1 })
      else count.n += 1
    }
  for (const { values, n } of counts.values())
    store.run('INSERT INTO tallies VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n', ...values, n)
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
