import type { Product, Provider } from '#shared/domain/providers.ts'
import type { IdentifierKind, ProfileRecord, RelationRecord } from '#shared/domain/records.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import type { Acquaintance } from './cache.ts'
import { labelOf } from './labels.ts'
import { candidateKeys } from './match-keys.ts'
import type { Store } from './statements.ts'

interface Hit {
  row: number
  provider: Provider
  kind: IdentifierKind
  product: string
  value: string
}

const labelOfHit = (hit: Hit, candidate: Candidate): string => {
  if (candidate.kind === 'internal' && hit.kind === 'member-number') return 'Same member number'
  return labelOf(hit.provider, hit.kind, hit.product === '' ? null : (hit.product as Product))
}

/** Attendees that carry a candidate in any form, the candidate's own provider first: row -> what matched. */
export const findRows = (store: Store, candidate: Candidate, accountId: string | null): Map<number, string> => {
  const found = new Map<number, string>()
  for (const key of candidateKeys(candidate)) {
    const hits = store.all<Hit>(
      `SELECT i.attendee_row AS row, a.provider, i.kind, i.product, i.value FROM identifiers i JOIN attendees a ON a.row = i.attendee_row
       WHERE i.match_key = ? AND (? IS NULL OR a.account_id = ?) ORDER BY a.provider <> ?, a.is_self, a.row LIMIT 200`,
      key,
      accountId,
      accountId,
      candidate.provider,
    )
    // A phone number belongs to a person on several providers; a reading of one provider answers with that one's.
    const own = hits.filter((hit) => candidate.provider === 'postpress' || hit.provider === candidate.provider)
    for (const hit of own) if (!found.has(hit.row)) found.set(hit.row, labelOfHit(hit, candidate))
  }
  return found
}

interface RelationRow {
  account_id: string
  provider: Provider
  internal_id: string
  public_id: string | null
  name: string
  headline: string | null
  profile_url: string | null
  since: number | null
}

const findRelation = (store: Store, candidate: Candidate, accountId: string | null): RelationRecord | null => {
  if (candidate.provider !== 'linkedin') return null
  const row = store.get<RelationRow>(
    `SELECT * FROM relations WHERE (internal_id = ? OR public_id = ? OR member_number = ?) AND (? IS NULL OR account_id = ?) LIMIT 1`,
    candidate.value,
    candidate.value,
    candidate.memberNumber ?? null,
    accountId,
    accountId,
  )
  if (row === undefined) return null
  return {
    accountId: row.account_id,
    provider: row.provider,
    internalId: row.internal_id,
    publicId: row.public_id,
    name: row.name,
    headline: row.headline,
    profileUrl: row.profile_url,
    since: row.since,
  }
}

/** The newest looked-up profile that carries one of the keys. */
export const findProfile = (store: Store, keys: string[], accountId: string | null): ProfileRecord | null => {
  for (const key of keys) {
    const row = store.get<{ data: string }>(
      `SELECT p.data FROM profile_keys k JOIN profiles p USING (provider, internal_id, account_id)
       WHERE k.match_key = ? AND (? IS NULL OR k.account_id = ?) ORDER BY p.fetched_at DESC LIMIT 1`,
      key,
      accountId,
      accountId,
    )
    if (row !== undefined) return JSON.parse(row.data) as ProfileRecord
  }
  return null
}

/** Relation and last live profile that match a candidate. */
export const findAcquaintance = (store: Store, candidate: Candidate, accountId: string | null): Acquaintance => ({
  relation: findRelation(store, candidate, accountId),
  profile: findProfile(store, candidateKeys(candidate), accountId),
})
