import { deleteAttendees } from './attendees.ts'
import { startPurge } from './purge.ts'
import { recomputeReasons, rowsOfAccount } from './reasons.ts'
import type { Store } from './statements.ts'

/** People that one call deletes: some 100 ms. */
const MOST_AT_ONCE = 1_000

/** What else carries the time when it was last seen. */
const DATED = [
  ['relations', 'seen_at'],
  ['follows', 'seen_at'],
  ['chats', 'seen_at'],
  ['profiles', 'fetched_at'],
  ['problems', 'last_at'],
] as const

/** Clocks that differ by less are not wrong. */
const AHEAD_MS = 24 * 60 * 60 * 1_000

/** What a clock that was ahead has marked would stay until that clock was right: years, perhaps. */
const bringBack = (store: Store, now: number): void => {
  for (const [table, column] of [['facets', 'seen_at'], ...DATED])
    store.run(`UPDATE ${table} SET ${column} = ? WHERE ${column} > ?`, now, now + AHEAD_MS)
}

const deleteDated = (store: Store, before: number): number => {
  let deleted = 0
  for (const [table, column] of DATED) deleted += store.run(`DELETE FROM ${table} WHERE ${column} < ?`, before).changes
  if (deleted === 0) return 0
  store.run('DELETE FROM members WHERE chat_id NOT IN (SELECT id FROM chats)')
  store.run(
    'DELETE FROM profile_keys WHERE (provider, internal_id, account_id) NOT IN (SELECT provider, internal_id, account_id FROM profiles)',
  )
  // What made somebody known may be among it.
  for (const { id } of store.all<{ id: string }>('SELECT id FROM accounts'))
    recomputeReasons(store, rowsOfAccount(store, id))
  return deleted
}

/**
 * Deletes what no sync and no look-up has seen since `before` (ms), at most 1,000 people a call. `more`: call again.
 * What it deletes goes for good: see the purge. Times after `now` become `now`.
 */
export const retain = (store: Store, before: number, now: number): { people: number; more: boolean } =>
  store.db
    .transaction(() => {
      const rows = store
        .all<{ row: number }>('SELECT row FROM facets WHERE seen_at < ? LIMIT ?', before, MOST_AT_ONCE)
        .map(({ row }) => row)
      deleteAttendees(store, rows)
      const more = rows.length === MOST_AT_ONCE
      const others = more ? 0 : deleteDated(store, before)
      if (!more) bringBack(store, now)
      if (rows.length + others > 0) {
        store.run('DELETE FROM tallies WHERE n = 0')
        startPurge(store)
      }
      return { people: rows.length, more }
    })
    .immediate()
