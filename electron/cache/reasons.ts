import type { ReasonKind } from '#shared/domain/known.ts'
import type { Store } from './statements.ts'

/** Bits of `attendees.reasons`. `reported` holds only when nothing else does, and never for the account's owner. */
export const REASON_BITS: Record<ReasonKind, number> = { contact: 1, chat: 2, group: 4, reported: 8 }

/** The reasons that a bit mask stands for. */
export const reasonsOf = (bits: number): ReasonKind[] =>
  (Object.keys(REASON_BITS) as ReasonKind[]).filter((kind) => (bits & REASON_BITS[kind]) !== 0)

/** Values under which an attendee's single chats name it. */
const CHAT_OF = `c.account_id = a.account_id AND c.type = 'single' AND c.attendee_provider_id IN (
  SELECT value FROM identifiers WHERE attendee_row = a.row AND kind IN ('internal', 'messaging', 'public') UNION SELECT a.provider_id)`
const GROUPS_OF = `members m JOIN chats c ON c.id = m.chat_id AND c.type <> 'single' WHERE m.attendee_id = a.id`
const RELATION_OF = `r.account_id = a.account_id AND (r.internal_id = a.provider_id OR r.member_number = a.member_number)`

const RECOMPUTE = `
UPDATE attendees AS a SET
  reasons = CASE WHEN a.is_self = 1 THEN 0 ELSE found.bits + (found.bits = 0) * 8 END,
  last_activity_at = found.last
FROM (SELECT a.row AS row,
    (a.contact_evidence IS NOT NULL OR EXISTS (SELECT 1 FROM relations r WHERE ${RELATION_OF}))
    + 2 * EXISTS (SELECT 1 FROM chats c WHERE ${CHAT_OF})
    + 4 * EXISTS (SELECT 1 FROM ${GROUPS_OF}) AS bits,
    (SELECT max(c.last_message_at) FROM chats c WHERE ${CHAT_OF}) AS last
  FROM attendees a WHERE a.row = ?) AS found
WHERE a.row = found.row AND (a.reasons IS NOT CASE WHEN a.is_self = 1 THEN 0 ELSE found.bits + (found.bits = 0) * 8 END
  OR a.last_activity_at IS NOT found.last)`

/** Brings the reasons and the last activity of these rows up to date with the evidence, whatever arrived first. */
export const recomputeReasons = (store: Store, rows: Iterable<number>): void => {
  for (const row of new Set(rows)) store.run(RECOMPUTE, row)
}

/** Rows of the account that carry one of these ids (any identifier). */
export const rowsByValue = (store: Store, accountId: string, values: Iterable<string>): number[] =>
  [...new Set(values)].flatMap((value) =>
    store
      .all<{ row: number }>(
        `SELECT a.row FROM attendees a WHERE a.account_id = ? AND a.row IN (SELECT attendee_row FROM identifiers WHERE value = ?)
         UNION SELECT row FROM attendees WHERE account_id = ? AND provider_id = ?`,
        accountId,
        value,
        accountId,
        value,
      )
      .map(({ row }) => row),
  )

/** All rows of an account. */
export const rowsOfAccount = (store: Store, accountId: string): number[] =>
  store.all<{ row: number }>('SELECT row FROM attendees WHERE account_id = ?', accountId).map(({ row }) => row)
