import type { AttendeeRecord } from '#shared/domain/records.ts'
import type { ChangeKind, PersonChange } from '#shared/domain/sync.ts'
import type { Store } from './statements.ts'

/** Notes that something about an attendee became something else. */
export const noteChange = (
  store: Store,
  attendeeId: string,
  at: number,
  { kind, before, after }: Pick<PersonChange, 'kind' | 'before' | 'after'>,
): void => {
  store.run(
    'INSERT INTO changes (attendee_id, at, kind, before, after) VALUES (?, ?, ?, ?, ?)',
    attendeeId,
    at,
    kind,
    before,
    after,
  )
}

interface Before {
  id: string
  name: string
  provider_id: string
  public_id: string | null
}

const publicIdOf = ({ identifiers }: AttendeeRecord): string | null =>
  identifiers.find(({ kind }) => kind === 'public' || kind === 'username')?.value ?? null

/** Compares a page with the rows that it is about to overwrite. An absent value is no news: providers leave fields out. */
export const noteChanges = (store: Store, attendees: AttendeeRecord[], at: number): void => {
  if (attendees.length === 0) return
  const known = new Map(
    store
      .all<Before>(
        `SELECT a.id, a.name, a.provider_id, a.public_id FROM json_each(?) j CROSS JOIN attendees a ON a.id = j.value`,
        JSON.stringify(attendees.map(({ id }) => id)),
      )
      .map((row) => [row.id, row]),
  )
  for (const attendee of attendees) {
    const held = known.get(attendee.id)
    if (held === undefined) continue
    const note = (kind: ChangeKind, before: string | null, after: string | null): void => {
      if (before !== null && after !== null && before !== '' && after !== '' && before !== after)
        noteChange(store, attendee.id, at, { kind, before, after })
    }
    note('name', held.name, attendee.name)
    note('internal-id', held.provider_id, attendee.providerId)
    note('public-id', held.public_id, publicIdOf(attendee))
    // Listed twice on one page: the second is compared with the first.
    known.set(attendee.id, {
      id: attendee.id,
      name: attendee.name,
      provider_id: attendee.providerId,
      public_id: publicIdOf(attendee) ?? held.public_id,
    })
  }
}

/** The history of one attendee, oldest first. */
export const readChanges = (store: Store, attendeeId: string): PersonChange[] =>
  store.all('SELECT at, kind, before, after FROM changes WHERE attendee_id = ? ORDER BY no', attendeeId)
