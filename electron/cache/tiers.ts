import type { Query } from './query.ts'
import type { Store } from './statements.ts'
import { marks, type Scope } from './tallies.ts'

/** Rows are read and ranked this many at a time: enough for two screens, cheap enough for every keystroke. */
export const CHUNK = 100

/** The end of the range of texts that begin with a text. */
const LAST = '\u{10ffff}'

export interface Ranked {
  row: number
  reasons: number
  last: number | null
}

/** Contact before chat before group; then recent before old; then first seen first. */
const weight = (reasons: number): number => (reasons & 1 ? 0 : reasons & 2 ? 1 : reasons & 4 ? 2 : 3)
export const byRank = (a: Ranked, b: Ranked): number =>
  weight(a.reasons) - weight(b.reasons) || (b.last ?? -1) - (a.last ?? -1) || a.row - b.row

/** Rows of one kind of match, chunk by chunk, each chunk in rank order. A chunk may be empty. */
export type Tier = Generator<number[], void>

export const ranked = (found: Ranked[]): number[] => found.sort(byRank).map(({ row }) => row)

/** The condition of a scope on `facets f`, as SQL and its values. */
export const scoped = ({ lists, bit }: Scope): { sql: string; values: number[] } => ({
  sql: `${lists === null ? '' : ` AND f.list_no IN (${marks(lists)})`}${bit === null ? '' : ' AND f.reasons & ? <> 0'}`,
  values: [...(lists ?? []), ...(bit === null ? [] : [bit])],
})

/** Those of the rows that are in scope, ranked. */
export const inScope = (store: Store, rows: number[], scope: Scope): number[] => {
  if (rows.length === 0) return []
  const filter = scoped(scope)
  return ranked(
    store.all(
      `SELECT f.row, f.reasons, f.last_activity_at AS last FROM json_each(?) j JOIN facets f ON f.row = j.value WHERE 1${filter.sql}`,
      JSON.stringify(rows),
      ...filter.values,
    ),
  )
}

/** Attendees whose name begins with the text. */
export function* nameBeginnings(store: Store, { folded }: Query, scope: Scope): Tier {
  const filter = scoped(scope)
  const sql = `SELECT a.row, f.reasons, f.last_activity_at AS last
    FROM attendees a INDEXED BY attendees_by_name CROSS JOIN facets f ON f.row = a.row
    WHERE a.sort_title < ? AND (a.sort_title, a.list_no, a.row) > (?, ?, ?)${filter.sql.replace('f.list_no', 'a.list_no')}
    ORDER BY a.sort_title, a.list_no, a.row LIMIT ${CHUNK}`
  let after: [string, number, number] = [folded, -1, -1]
  for (;;) {
    const found = store.all<Ranked>(sql, folded + LAST, ...after, ...filter.values)
    const end = found.at(-1)?.row
    yield ranked(found)
    if (found.length < CHUNK) return
    const key = store.get<{ sort_title: string; list_no: number }>(
      'SELECT sort_title, list_no FROM attendees WHERE row = ?',
      end ?? 0,
    )
    if (key === undefined || end === undefined) return
    after = [key.sort_title, key.list_no, end]
  }
}

/** Attendees with an identifier that begins with the text. */
export function* keyBeginnings(store: Store, query: Query, scope: Scope): Tier {
  const filter = scoped(scope)
  const sql = `SELECT k.attendee_row AS row, f.reasons, f.last_activity_at AS last, k.value, k.scope
    FROM keys k CROSS JOIN facets f ON f.row = k.attendee_row
    WHERE k.value < ? AND (k.value, k.scope, k.attendee_row) > (?, ?, ?)${filter.sql}
    ORDER BY k.value, k.scope, k.attendee_row LIMIT ${CHUNK}`
  for (const beginning of query.beginnings) {
    let after: [string, number, number] = [beginning, -1, -1]
    for (;;) {
      const found = store.all<Ranked & { value: string; scope: number }>(
        sql,
        beginning + LAST,
        ...after,
        ...filter.values,
      )
      const end = found.at(-1)
      if (end !== undefined) after = [end.value, end.scope, end.row]
      yield ranked(found)
      if (found.length < CHUNK) break
    }
  }
  if (!/^[\w-]{3,22}$/.test(query.exact)) return
  // postpress IDs are compared with their case, which is how they are copied.
  const ids = store.all<{ row: number }>(
    `SELECT row FROM attendees WHERE id >= ? AND id < ? LIMIT ${CHUNK}`,
    query.exact,
    query.exact + LAST,
  )
  yield inScope(
    store,
    ids.map(({ row }) => row),
    scope,
  )
}
