import type { AttendeeRow } from '#shared/domain/attendees.ts'
import type { Provider } from '#shared/domain/providers.ts'
import { type StoredIdentifier, unpackIdentifiers } from './identifiers.ts'
import { remember } from './memo.ts'
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
  identifiers: string
}

/** Everything about attendees; add a WHERE. */
export const SELECT_ATTENDEE = `SELECT a.*, f.reasons, f.last_activity_at, f.seen_at, n.name AS account_name
  FROM attendees a JOIN facets f ON f.row = a.row LEFT JOIN accounts n ON n.id = a.account_id`

/** What a grid row is made of. */
export type RowData = Pick<
  AttendeeData,
  | 'row'
  | 'id'
  | 'account_id'
  | 'account_name'
  | 'provider'
  | 'provider_id'
  | 'title'
  | 'nameless'
  | 'public_id'
  | 'headline'
  | 'reasons'
  | 'is_self'
  | 'last_activity_at'
>
type ListData = Pick<RowData, 'account_id' | 'account_name' | 'provider'>

// Read for every keystroke: few columns, since each value costs. CROSS JOIN keeps the order that was asked for.
const SELECT_ROWS = `
SELECT a.row, a.id, a.list_no, a.provider_id, a.title, a.nameless, a.public_id, a.headline, f.reasons, a.is_self, f.last_activity_at
FROM json_each(?) j CROSS JOIN attendees a ON a.row = j.value CROSS JOIN facets f ON f.row = a.row`

/** What the attendees of each list have in common. */
const listData = (store: Store): Map<number, ListData> =>
  remember(
    store,
    'list data',
    () =>
      new Map(
        store
          .all<ListData & { no: number }>(
            `SELECT l.no, l.account_id, l.provider, n.name AS account_name FROM lists l LEFT JOIN accounts n ON n.id = l.account_id`,
          )
          .map(({ no, ...data }) => [no, data]),
      ),
  )

/** Reads attendees by row, in the order given. */
export const readRows = (store: Store, rows: number[]): RowData[] => {
  if (rows.length === 0) return []
  const lists = listData(store)
  const found: RowData[] = []
  for (const own of store.all<Omit<RowData, keyof ListData> & { list_no: number }>(SELECT_ROWS, JSON.stringify(rows))) {
    const list = lists.get(own.list_no)
    // Completed where it is: copying fifty rows costs as much as finding twenty.
    if (list !== undefined) found.push(Object.assign(own, list))
  }
  return found
}

/** The identifiers of these rows. */
export const readIdentifiers = (store: Store, rows: number[]): Map<number, StoredIdentifier[]> =>
  new Map(
    rows.length === 0
      ? []
      : store
          .all<{ row: number; identifiers: string }>(
            'SELECT a.row, a.identifiers FROM json_each(?) j CROSS JOIN attendees a ON a.row = j.value',
            JSON.stringify(rows),
          )
          .map(({ row, identifiers }) => [row, unpackIdentifiers(identifiers)]),
  )

/** A row with every identifier of its person. */
export type IdentifiedRow = RowData & { identifiers: StoredIdentifier[] }

/** Reads attendees by row with their identifiers, in the order given. */
export const readIdentifiedRows = (store: Store, rows: number[]): IdentifiedRow[] => {
  const identifiers = readIdentifiers(store, rows)
  return readRows(store, rows).map((data) => ({ ...data, identifiers: identifiers.get(data.row) ?? [] }))
}

/** Why a row matches a search, when its name does not say it: which field, and the value it holds. */
export interface Match {
  label: string
  value: string | null
}

/** The name itself matches: nothing else is to be said. */
export const BY_NAME: Match = { label: '', value: null }

/** A grid row: list columns only. */
export const toRow = (data: RowData, match: Match | null): AttendeeRow => ({
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
  match: match?.label || null,
  matchText: match?.value ?? null,
})
