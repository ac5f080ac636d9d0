import type { Provider } from '#shared/domain/providers.ts'
import type { ProfileRecord, RelationRecord } from '#shared/domain/records.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import type { Acquaintance } from './cache.ts'
import { type StoredIdentifier, unpackIdentifiers } from './identifiers.ts'
import { rowsOfKey } from './keys.ts'
import { labelOf } from './labels.ts'
import { candidateKeys, type Key, keyOf, keyText } from './match-keys.ts'
import type { Match } from './rows.ts'
import type { Store } from './statements.ts'

const MOST_ROWS = 200

interface Found {
  row: number
  account_id: string
  provider: Provider
  is_self: number
  identifiers: string
}

const readFound = (store: Store, rows: number[]): Found[] =>
  rows.length === 0
    ? []
    : store.all<Found>(
        `SELECT a.row, a.account_id, a.provider, a.is_self, a.identifiers FROM json_each(?) j JOIN attendees a ON a.row = j.value
         ORDER BY a.is_self, a.row`,
        JSON.stringify(rows),
      )

const sameKey = (provider: Provider, key: Key) => (one: StoredIdentifier) => {
  const own = keyOf(provider, one)
  return own.scope === key.scope && own.value === key.value
}

/**
 * Attendees that carry a candidate in any form: row -> what matched. An id that differs in the case of a letter is
 * another id.
 */
export const findRows = (store: Store, candidate: Candidate, accountId: string | null): Map<number, Match> => {
  const found = new Map<number, Match>()
  for (const [index, key] of candidateKeys(candidate).entries()) {
    for (const hit of readFound(store, rowsOfKey(store, key, MOST_ROWS))) {
      // A phone number belongs to a person on several providers; a reading of one provider answers with that one's.
      if (candidate.provider !== 'postpress' && hit.provider !== candidate.provider) continue
      if ((accountId !== null && hit.account_id !== accountId) || found.has(hit.row)) continue
      const carried = unpackIdentifiers(hit.identifiers).filter(sameKey(hit.provider, key))
      const exact = candidate.kind === 'internal' && index === 0
      const one = exact ? carried.find(({ value }) => value === candidate.value) : carried[0]
      if (one === undefined) continue
      const derived = candidate.kind === 'internal' && one.kind === 'member-number'
      const label = derived ? 'Same member number' : labelOf(hit.provider, one.kind, one.product)
      found.set(hit.row, { label, value: one.display })
    }
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
export const findProfile = (store: Store, keys: Key[], accountId: string | null): ProfileRecord | null => {
  for (const key of keys) {
    const row = store.get<{ data: string }>(
      `SELECT p.data FROM profile_keys k JOIN profiles p USING (provider, internal_id, account_id)
       WHERE k.match_key = ? AND (? IS NULL OR k.account_id = ?) ORDER BY p.fetched_at DESC LIMIT 1`,
      keyText(key),
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
