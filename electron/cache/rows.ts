import type { AttendeeRow } from '#shared/domain/attendees.ts'
import type { Provider } from '#shared/domain/providers.ts'
import { reasonsOf } from './reasons.ts'
import type { Store } from './statements.ts'

/** An attendee as the database holds it. */
export interface AttendeeData {
  row: number
  id: string
  account_id: string
  account_name: string | null
  provider: Provider
  provider_id: string
  title: string
  nameless: number
  public_id: string | null
  member_number: string | null
  headline: string | null
  location: string | null
  profile_url: string | null
  network_distance: string | null
  is_self: number
  phone_hidden: number
  contact_source: string | null
  contact_evidence: string | null
  reasons: number
  last_activity_at: number | null
  first_seen_at: number
  seen_at: number
}

export const SELECT_ATTENDEE =
  'SELECT a.*, n.name AS account_name FROM attendees a LEFT JOIN accounts n ON n.id = a.account_id'

/** Reads attendees by row, in the order given. */
export const readRows = (store: Store, rows: number[]): AttendeeData[] =>
  rows.flatMap((row) => store.get<AttendeeData>(`${SELECT_ATTENDEE} WHERE a.row = ?`, row) ?? [])

/** A grid row: list columns only. */
export const toRow = (data: AttendeeData, match: string | null): AttendeeRow => ({
  id: data.id,
  accountId: data.account_id,
  accountName: data.account_name ?? 'Account',
  provider: data.provider,
  title: data.title,
  nameless: data.nameless === 1,
  headline: data.headline,
  publicId: data.public_id,
  internalId: data.provider_id,
  reasons: reasonsOf(data.reasons),
  isSelf: data.is_self === 1,
  lastActivityAt: data.last_activity_at,
  match,
})
