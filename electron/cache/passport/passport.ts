import type { Passport } from '#shared/domain/attendees.ts'
import type { Checkpoint } from '../cache.ts'
import { readChanges } from '../changes.ts'
import { findProfile } from '../find.ts'
import { unpackIdentifiers } from '../identifiers.ts'
import { rowsOfKey } from '../keys.ts'
import { keyOf, POSTPRESS } from '../match-keys.ts'
import { type AttendeeData, SELECT_ATTENDEE } from '../rows.ts'
import type { Store } from '../statements.ts'
import { alsoThrough } from './also-through.ts'
import { summaries } from './chats-of.ts'
import { elsewhereOf } from './elsewhere.ts'
import { accountOf, toProfile } from './facts-of.ts'
import { knownOf } from './known-of.ts'
import { shownIdentifiers } from './shown-identifiers.ts'

/** Everything the cache knows about one attendee, also under an ID that it had before; null when the id is not cached. */
export const passportOf = (store: Store, attendeeId: string, checkpoints: Checkpoint[]): Passport | null => {
  const [row] = rowsOfKey(store, { scope: POSTPRESS, value: attendeeId }, 1)
  const data = store.get<AttendeeData>(`${SELECT_ATTENDEE} WHERE a.row = ?`, row ?? null)
  if (data === undefined) return null
  const facts = unpackIdentifiers(data.identifiers)
  const account = accountOf(store, data.account_id)
  const profile = findProfile(
    store,
    facts.map((one) => keyOf(data.provider, one)),
    null,
  )
  const seenAt = data.seen_at
  const { known, chats, groups, follow } = knownOf(store, data, facts, account.name, checkpoints)
  const elsewhere = elsewhereOf(store, {
    row: data.row,
    provider: data.provider,
    title: data.title,
    nameless: data.nameless === 1,
    headline: data.headline ?? profile?.headline ?? null,
    identifiers: facts,
  })
  return {
    attendeeId: data.id,
    provider: data.provider,
    title: data.title,
    nameless: data.nameless === 1,
    headline: data.headline,
    location: data.location,
    profileUrl: data.profile_url,
    isSelf: data.is_self === 1,
    phoneHidden: data.phone_hidden === 1,
    account,
    identifiers: shownIdentifiers(data.provider, facts, seenAt),
    known,
    chats: summaries([...chats, ...groups], data.title),
    profile: profile === null ? null : toProfile(profile),
    follow,
    elsewhere,
    alsoThrough: alsoThrough(store, data.provider, elsewhere, checkpoints),
    changes: readChanges(store, data.id),
    firstSeenAt: data.first_seen_at,
    lastSeenAt: data.seen_at,
  }
}
