import type { Passport } from '#shared/domain/attendees.ts'
import { whyKnown } from '#shared/known/why-known.ts'
import type { Checkpoint } from '../cache.ts'
import { readChanges } from '../changes.ts'
import { contactOf } from '../contact-evidence.ts'
import { findProfile } from '../find.ts'
import { unpackIdentifiers } from '../identifiers.ts'
import { rowsOfKey } from '../keys.ts'
import { keyOf, POSTPRESS } from '../match-keys.ts'
import { type AttendeeData, SELECT_ATTENDEE } from '../rows.ts'
import type { Store } from '../statements.ts'
import { chatEvidence, groupEvidence, groupsOf, singleChats, summaries } from './chats-of.ts'
import { elsewhereOf } from './elsewhere.ts'
import { accountOf, relationOf, syncedOf, toProfile } from './facts-of.ts'
import { shownIdentifiers } from './shown-identifiers.ts'

/** Everything the cache knows about one attendee, also under an ID that it had before; null when the id is not cached. */
export const passportOf = (store: Store, attendeeId: string, checkpoints: Checkpoint[]): Passport | null => {
  const [row] = rowsOfKey(store, { scope: POSTPRESS, value: attendeeId }, 1)
  const data = store.get<AttendeeData>(`${SELECT_ATTENDEE} WHERE a.row = ?`, row ?? null)
  if (data === undefined) return null
  const facts = unpackIdentifiers(data.identifiers)
  const ids = facts
    .filter(({ kind }) => kind === 'internal' || kind === 'messaging' || kind === 'public')
    .map(({ value }) => value)
  const chats = singleChats(store, data.account_id, [data.provider_id, ...ids])
  const groups = groupsOf(store, data.id)
  const account = accountOf(store, data.account_id)
  const profile = findProfile(
    store,
    facts.map((one) => keyOf(data.provider, one)),
    null,
  )
  const seenAt = data.seen_at
  const { contact, follow } = contactOf(
    store,
    {
      provider: data.provider,
      accountId: data.account_id,
      ids: new Set([data.provider_id, ...ids]),
      memberNumber: data.member_number,
    },
    data.contact_evidence === null
      ? null
      : { source: data.contact_source ?? 'attendee', evidence: data.contact_evidence, seenAt },
  )
  const known = whyKnown({
    provider: data.provider,
    accountId: data.account_id,
    accountName: account.name,
    name: data.title,
    isSelf: data.is_self === 1,
    isAttendee: true,
    isPrivate: false,
    relation: relationOf(store, data.account_id, data.provider_id, data.member_number),
    contact,
    chats: chatEvidence(chats, data.title),
    groups: groupEvidence(groups, data.title),
    synced: syncedOf(data.provider, data.account_id, checkpoints),
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
    elsewhere: elsewhereOf(store, {
      row: data.row,
      provider: data.provider,
      title: data.title,
      nameless: data.nameless === 1,
      headline: data.headline ?? profile?.headline ?? null,
      identifiers: facts,
    }),
    changes: readChanges(store, data.id),
    firstSeenAt: data.first_seen_at,
    lastSeenAt: data.seen_at,
  }
}
