import type { Passport } from '#shared/domain/attendees.ts'
import type { WhyKnown } from '#shared/domain/known.ts'
import { whyKnown } from '#shared/known/why-known.ts'
import type { Checkpoint } from '../cache.ts'
import { contactOf } from '../contact-evidence.ts'
import type { StoredIdentifier } from '../identifiers.ts'
import type { AttendeeData } from '../rows.ts'
import type { Store } from '../statements.ts'
import { type ChatRow, chatEvidence, groupEvidence, groupsOf, singleChats } from './chats-of.ts'
import { relationOf, syncedOf } from './facts-of.ts'

/** Why one attendee is known, and the chats and follow lists that were looked at for it. */
export interface KnownOf {
  known: WhyKnown
  chats: ChatRow[]
  groups: ChatRow[]
  follow: Passport['follow']
}

/** Why an attendee is known to its account, from everything that is synced. */
export const knownOf = (
  store: Store,
  data: AttendeeData,
  facts: StoredIdentifier[],
  accountName: string,
  checkpoints: Checkpoint[],
): KnownOf => {
  const ids = facts
    .filter(({ kind }) => kind === 'internal' || kind === 'messaging' || kind === 'public')
    .map(({ value }) => value)
  const chats = singleChats(store, data.account_id, [data.provider_id, ...ids])
  const groups = groupsOf(store, data.id)
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
      : { source: data.contact_source ?? 'attendee', evidence: data.contact_evidence, seenAt: data.seen_at },
  )
  const known = whyKnown({
    provider: data.provider,
    accountId: data.account_id,
    accountName,
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
  return { known, chats, groups, follow }
}
