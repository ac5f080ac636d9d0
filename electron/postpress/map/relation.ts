import type { RelationRecord } from '#shared/domain/records.ts'
import type { Mapped } from '../wire/list.ts'
import type { WireRelation } from '../wire/relation.ts'
import { type Facts, fullName, webLink } from './facts.ts'
import { addLinkedinId, addLinkedinLink, addLinkedinPublicId, addLinkedinUrn } from './linkedin-facts.ts'

/** A LinkedIn relation of an account. Without `member_id` its urn names the same id. */
export const mapRelation = (wire: WireRelation, accountId: string): Mapped<RelationRecord> => {
  const facts: Facts = new Map()
  if (wire.member_id !== null) addLinkedinId(facts, wire.member_id, 'relation')
  addLinkedinUrn(facts, wire.member_urn, 'relation')
  addLinkedinPublicId(facts, wire.public_identifier, 'relation')
  addLinkedinLink(facts, wire.public_profile_url, 'relation')
  const found = [...facts.values()]
  const internalId = found.find(({ kind }) => kind === 'internal')?.value
  if (internalId === undefined) return { reason: 'Missing or wrong: member_id' }
  return {
    record: {
      accountId,
      provider: 'linkedin',
      internalId,
      publicId: found.find(({ kind }) => kind === 'public')?.value ?? null,
      name: fullName(wire.first_name, wire.last_name),
      headline: wire.headline,
      profileUrl: webLink(wire.public_profile_url),
      since: wire.created_at,
    },
  }
}
