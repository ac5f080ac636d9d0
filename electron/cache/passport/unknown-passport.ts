import type { Passport } from '#shared/domain/attendees.ts'
import type { ProfileRecord } from '#shared/domain/records.ts'
import { decodeLinkedinId } from '#shared/identifiers/linkedin-id.ts'
import { whyKnown } from '#shared/known/why-known.ts'
import { fold, shown } from '#shared/text/fold.ts'
import type { Checkpoint } from '../cache.ts'
import { contactOf } from '../contact-evidence.ts'
import { storedOf } from '../identifiers.ts'
import type { Store } from '../statements.ts'
import { alsoThrough } from './also-through.ts'
import { chatEvidence, singleChats, summaries } from './chats-of.ts'
import { elsewhereOf } from './elsewhere.ts'
import { accountOf, relationOf, syncedOf, toProfile } from './facts-of.ts'
import { shownIdentifiers } from './shown-identifiers.ts'

const isPrivate = (profile: ProfileRecord): boolean =>
  profile.details.some(({ label, value }) => /private|protected/i.test(label) && /^(?:yes|true|private)$/i.test(value))

/** Passport of a looked-up user who is no attendee: the rules are checked against what is synced for the asked account. */
export const unknownPassportOf = (store: Store, profile: ProfileRecord, checkpoints: Checkpoint[]): Passport => {
  const account = accountOf(store, profile.accountId)
  const title =
    shown(profile.name) || profile.identifiers.find(({ kind }) => kind !== 'internal')?.display || profile.internalId
  const member = decodeLinkedinId(profile.internalId)?.memberNumber ?? null
  const facts = profile.identifiers.map((fact) => storedOf(fact, profile.fetchedAt))
  const ids = [profile.internalId, ...facts.map(({ value }) => value)]
  const chats = singleChats(store, profile.accountId, ids)
  const seenAt = profile.fetchedAt
  const { contact, follow } = contactOf(
    store,
    {
      provider: profile.provider,
      accountId: profile.accountId,
      ids: new Set(ids),
      memberNumber: member,
    },
    profile.contact === null ? null : { ...profile.contact, seenAt },
  )
  const elsewhere = elsewhereOf(store, {
    row: null,
    provider: profile.provider,
    title,
    nameless: fold(profile.name) === '',
    headline: profile.headline,
    identifiers: facts,
  })
  return {
    attendeeId: null,
    provider: profile.provider,
    title,
    nameless: fold(profile.name) === '',
    headline: profile.headline,
    location: profile.location,
    profileUrl: profile.profileUrl,
    isSelf: false,
    phoneHidden: false,
    account,
    identifiers: shownIdentifiers(profile.provider, facts, seenAt),
    known: whyKnown({
      provider: profile.provider,
      accountId: account.id,
      accountName: account.name,
      name: title,
      isSelf: false,
      isAttendee: false,
      isPrivate: isPrivate(profile),
      relation: relationOf(store, account.id, profile.internalId, member),
      contact,
      chats: chatEvidence(chats, title),
      groups: [],
      synced: syncedOf(profile.provider, account.id, checkpoints),
    }),
    chats: summaries(chats, title),
    profile: toProfile(profile),
    follow,
    elsewhere,
    alsoThrough: alsoThrough(store, profile.provider, elsewhere, checkpoints),
    changes: [],
    firstSeenAt: null,
    lastSeenAt: null,
  }
}
