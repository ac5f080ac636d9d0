import type { FollowDirection, FollowRecord } from '#shared/domain/records.ts'
import type { WireFollower } from '../wire/follower.ts'
import type { Mapped } from '../wire/list.ts'
import type { AccountRef } from './attendee.ts'
import { addFact, addHandle, type Facts, fullName, webLink } from './facts.ts'
import { addLinkedinId, addLinkedinLink, addLinkedinPublicId, addLinkedinUrn } from './linkedin-facts.ts'

const factsOf = (wire: WireFollower, { provider }: AccountRef): Facts => {
  const facts: Facts = new Map()
  const id = wire.provider_id ?? wire.id
  const name = wire.public_identifier ?? wire.username
  if (provider === 'linkedin') {
    if (id !== null) addLinkedinId(facts, id, 'follow')
    addLinkedinUrn(facts, wire.urn, 'follow')
    addLinkedinPublicId(facts, name, 'follow')
    addLinkedinLink(facts, wire.profile_url, 'follow')
    return facts
  }
  // Chats and attendees use the messaging id where a server tells it apart.
  const internal = wire.provider_messaging_id ?? id
  if (internal !== null) addFact(facts, { kind: 'internal', value: internal, source: 'follow' })
  addHandle(facts, 'public', name, 'follow')
  return facts
}

/** Somebody who follows the account, or whom it follows. */
export const mapFollow = (
  wire: WireFollower,
  account: AccountRef,
  direction: FollowDirection,
): Mapped<FollowRecord> => {
  const facts = [...factsOf(wire, account).values()]
  const internalId = facts.find(({ kind }) => kind === 'internal')?.value
  if (internalId === undefined) return { reason: 'Missing or wrong: id' }
  return {
    record: {
      accountId: account.id,
      provider: account.provider,
      direction,
      internalId,
      publicId: facts.find(({ kind }) => kind === 'public')?.value ?? null,
      name: wire.name ?? wire.full_name ?? fullName(wire.first_name, wire.last_name),
      headline: wire.headline,
      profileUrl: webLink(wire.profile_url),
    },
  }
}
