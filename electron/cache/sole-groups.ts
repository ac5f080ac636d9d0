import type { SoleGroup } from '#shared/domain/accounts.ts'
import type { AttendeeRow } from '#shared/domain/attendees.ts'
import { shown } from '#shared/text/fold.ts'
import { REASON_BITS } from './reasons.ts'
import { readRows, toRow } from './rows.ts'
import type { Store } from './statements.ts'

/** People per group that only this group makes known, within one slice of rows; `next` null: that was the last slice. */
export interface SoleSlice {
  next: number | null
  counts: { chatId: string; people: number }[]
}

const ONLY_ONE = '(SELECT count(*) FROM members o WHERE o.attendee_id = a.id) = 1'

/** Counts the rows after `from`, at most `size` of them: small slices, so that no search waits. */
export const soleSlice = (store: Store, from: number, size: number): SoleSlice => {
  const last = store.get<{ row: number | null }>('SELECT max(row) AS row FROM facets')?.row ?? 0
  const counts = store.all<{ chatId: string; people: number }>(
    `SELECT m.chat_id AS chatId, count(*) AS people FROM facets f JOIN attendees a ON a.row = f.row JOIN members m ON m.attendee_id = a.id
     WHERE f.row > ? AND f.row <= ? AND f.reasons = ? AND a.is_self = 0 AND ${ONLY_ONE} GROUP BY m.chat_id`,
    from,
    from + size,
    REASON_BITS.group,
  )
  return { next: from + size < last ? from + size : null, counts }
}

/** Names groups; those that are gone from the cache are left out. */
export const nameGroups = (store: Store, counts: SoleSlice['counts']): SoleGroup[] =>
  counts.flatMap(({ chatId, people }) => {
    const chat = store.get<{ name: string | null; account_id: string; provider: SoleGroup['provider'] }>(
      'SELECT name, account_id, provider FROM chats WHERE id = ?',
      chatId,
    )
    if (chat === undefined) return []
    const name = shown(chat.name ?? '') || 'Group without a name'
    return [{ chatId, name, accountId: chat.account_id, provider: chat.provider, people }]
  })

/** The people whom only this group makes known, by name; at most `limit`. */
export const soleMembers = (store: Store, chatId: string, limit: number): AttendeeRow[] => {
  const rows = store.all<{ row: number }>(
    `SELECT a.row FROM members m JOIN attendees a ON a.id = m.attendee_id JOIN facets f ON f.row = a.row
     WHERE m.chat_id = ? AND f.reasons = ? AND a.is_self = 0 AND ${ONLY_ONE} ORDER BY a.sort_title LIMIT ?`,
    chatId,
    REASON_BITS.group,
    limit,
  )
  return readRows(
    store,
    rows.map(({ row }) => row),
  ).map((data) => toRow(data, null))
}
