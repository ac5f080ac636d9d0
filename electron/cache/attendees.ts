import type { AttendeeRecord, IdentifierFact, IdentifierKind } from '#shared/domain/records.ts'
import { fold, foldWords } from './fold.ts'
import { factKey } from './match-keys.ts'
import type { Store } from './statements.ts'
import { titleOf } from './title.ts'

const firstValue = (attendee: AttendeeRecord, ...kinds: IdentifierKind[]): string | null =>
  attendee.identifiers.find(({ kind }) => kinds.includes(kind))?.value ?? null

const UPSERT = `
INSERT INTO attendees (id, account_id, provider, provider_id, name, title, sort_title, nameless, public_id, member_number,
  headline, location, profile_url, network_distance, is_self, hidden, phone_hidden, contact_source, contact_evidence,
  first_seen_at, seen_at, generation)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET provider_id = excluded.provider_id, name = excluded.name, title = excluded.title,
  sort_title = excluded.sort_title, nameless = excluded.nameless, public_id = coalesce(excluded.public_id, public_id),
  member_number = coalesce(excluded.member_number, member_number), headline = coalesce(excluded.headline, headline),
  location = coalesce(excluded.location, location), profile_url = coalesce(excluded.profile_url, profile_url),
  network_distance = coalesce(excluded.network_distance, network_distance), is_self = excluded.is_self,
  hidden = excluded.hidden, phone_hidden = excluded.phone_hidden, contact_source = excluded.contact_source,
  contact_evidence = excluded.contact_evidence, seen_at = excluded.seen_at,
  generation = coalesce(excluded.generation, generation)
RETURNING row`

/** Stores one identifier of an attendee; the newest time of seeing it wins. */
export const saveIdentifier = (
  store: Store,
  row: number,
  provider: AttendeeRecord['provider'],
  fact: IdentifierFact,
  at: number,
): void => {
  store.run(
    `INSERT INTO identifiers (attendee_row, kind, value, display, product, source, seen_at, match_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET seen_at = max(seen_at, excluded.seen_at), display = excluded.display`,
    row,
    fact.kind,
    fact.value,
    fact.display ?? fact.value,
    fact.product ?? '',
    fact.source,
    at,
    factKey(provider, fact),
  )
}

/** Rewrites the search entries of an attendee from its row and identifiers. */
export const indexAttendee = (store: Store, row: number): void => {
  const attendee = store.get<{ title: string; headline: string | null }>(
    'SELECT title, headline FROM attendees WHERE row = ?',
    row,
  )
  store.run('DELETE FROM words WHERE rowid = ?', row)
  store.run('DELETE FROM fragments WHERE rowid = ?', row)
  if (attendee === undefined) return
  const ids = store.all<{ value: string }>('SELECT DISTINCT value FROM identifiers WHERE attendee_row = ?', row)
  const values = ids.map(({ value }) => value).join(' ')
  store.run(
    'INSERT INTO words (rowid, text) VALUES (?, ?)',
    row,
    foldWords(`${attendee.title} ${values} ${attendee.headline ?? ''}`),
  )
  store.run('INSERT INTO fragments (rowid, text) VALUES (?, ?)', row, fold(`${attendee.title} ${values}`))
}

const searched = (store: Store, id: string): string =>
  JSON.stringify(
    store.get(
      `SELECT title, headline, (SELECT group_concat(value) FROM identifiers WHERE attendee_row = row) AS ids FROM attendees WHERE id = ?`,
      id,
    ) ?? null,
  )

/**
 * Upserts one attendee with its identifiers and returns its row. `generation` null: seen as a member only, so a run of
 * the attendee list says nothing about it yet.
 */
export const saveAttendee = (store: Store, attendee: AttendeeRecord, generation: number | null, at: number): number => {
  const before = searched(store, attendee.id)
  const { title, nameless } = titleOf(attendee)
  const { contact } = attendee
  const { row } = store.get<{ row: number }>(
    UPSERT,
    attendee.id,
    attendee.accountId,
    attendee.provider,
    attendee.providerId,
    attendee.name,
    title,
    fold(title) || '\uffff',
    nameless ? 1 : 0,
    firstValue(attendee, 'public', 'username'),
    firstValue(attendee, 'member-number'),
    attendee.headline,
    attendee.location,
    attendee.profileUrl,
    attendee.networkDistance,
    attendee.isSelf ? 1 : 0,
    attendee.hidden ? 1 : 0,
    attendee.phoneHidden ? 1 : 0,
    contact?.source ?? null,
    contact?.evidence ?? null,
    at,
    at,
    generation,
  ) as { row: number }
  saveIdentifier(store, row, attendee.provider, { kind: 'postpress-id', value: attendee.id, source: 'attendee' }, at)
  for (const fact of attendee.identifiers) saveIdentifier(store, row, attendee.provider, fact, at)
  if (searched(store, attendee.id) !== before) indexAttendee(store, row)
  return row
}

/** Deletes attendees with everything that hangs on them, index entries included. */
export const deleteAttendees = (store: Store, rows: number[]): void => {
  for (const row of rows) {
    store.run('DELETE FROM words WHERE rowid = ?', row)
    store.run('DELETE FROM fragments WHERE rowid = ?', row)
    store.run('DELETE FROM members WHERE attendee_id = (SELECT id FROM attendees WHERE row = ?)', row)
    store.run('DELETE FROM attendees WHERE row = ?', row)
  }
}
