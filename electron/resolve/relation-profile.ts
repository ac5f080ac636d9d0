import type { ProfileRecord, RelationRecord } from '#shared/domain/records.ts'

/** A relation whose attendee is not synced yet, shown with what the relation list says. `at`: ms, when it was read. */
export const profileOfRelation = (relation: RelationRecord, at: number): ProfileRecord => ({
  accountId: relation.accountId,
  provider: relation.provider,
  product: 'classic',
  internalId: relation.internalId,
  name: relation.name,
  headline: relation.headline,
  location: null,
  profileUrl: relation.profileUrl,
  networkDistance: null,
  contact: { source: 'relation', evidence: 'listed among the relations' },
  details: [],
  throttledSections: [],
  identifiers: [
    { kind: 'internal', value: relation.internalId, product: 'classic', source: 'relation' },
    ...(relation.publicId === null
      ? []
      : [{ kind: 'public' as const, value: relation.publicId, source: 'relation' as const }]),
  ],
  fetchedAt: at,
})
