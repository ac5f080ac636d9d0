import type { Product, Provider } from '#shared/domain/providers.ts'
import type { FactSource, IdentifierKind, ProfileRecord } from '#shared/domain/records.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import type { CachedIdentifier } from './cache.ts'
import { unpackIdentifiers } from './identifiers.ts'
import { rowsOfKey } from './keys.ts'
import { candidateKeys, type Key, keyOf, keyText } from './match-keys.ts'
import type { Store } from './statements.ts'

const MOST_HOLDERS = 50

type Fact = Omit<CachedIdentifier, 'via'>

/** Somebody in the cache who carries identifiers: an attendee, a relation, a looked-up profile. */
interface Holder {
  id: string
  facts: Fact[]
}

/** What leads to a holder. Keys know no case, ids do: `exact` is the id that the holder must carry. */
interface Link {
  key: Key
  kind: IdentifierKind
  value: string
  exact: boolean
}

const isId = (kind: string): boolean => kind === 'internal' || kind === 'messaging'

/** What names one person for good, and so leads from one holder to the next. User names can change hands. */
const isLasting = ({ provider, kind }: Fact): boolean =>
  isId(kind) || kind === 'member-number' || (provider === 'whatsapp' && (kind === 'public' || kind === 'phone'))

const linkOf = ({ provider, kind, value }: Fact): Link => ({
  key: keyOf(provider, { kind, value }),
  kind,
  value,
  exact: isId(kind),
})

const linksOf = (candidate: Candidate): Link[] =>
  candidateKeys(candidate).map((key, index) => {
    // The second key of an internal id is its member number.
    if (index > 0) return { key, kind: 'member-number', value: key.value, exact: false }
    const { kind, value } = candidate
    if (kind === 'attendee-id') return { key, kind: 'postpress-id', value, exact: true }
    const stored = kind === 'internal' || kind === 'username' || kind === 'member-number' ? kind : 'public'
    return { key, kind: stored, value, exact: isId(stored) }
  })

const carries =
  (link: Link, provider: Provider | null) =>
  ({ facts }: Holder): boolean =>
    facts.some(
      (fact) =>
        (provider === null || fact.provider === provider) &&
        keyText(keyOf(fact.provider, fact)) === keyText(link.key) &&
        (!link.exact || fact.value === link.value),
    )

interface AttendeeRow {
  row: number
  provider: Provider
  account_id: string
  identifiers: string
  seen_at: number
}

const attendeesWith = (store: Store, { key }: Link): Holder[] =>
  store
    .all<AttendeeRow>(
      `SELECT a.row, a.provider, a.account_id, a.identifiers, f.seen_at
       FROM json_each(?) j JOIN attendees a ON a.row = j.value JOIN facets f ON f.row = a.row`,
      JSON.stringify(rowsOfKey(store, key, MOST_HOLDERS)),
    )
    .map(({ row, provider, account_id: accountId, identifiers, seen_at }) => ({
      id: `attendee ${row}`,
      facts: unpackIdentifiers(identifiers).map(({ kind, value, product, source, seenAt }) => ({
        ...{ provider, kind, value, product, source, accountId },
        seenAt: seenAt ?? seen_at,
      })),
    }))

const profilesWith = (store: Store, { key }: Link): Holder[] =>
  store
    .all<{ data: string }>(
      `SELECT p.data FROM profile_keys k JOIN profiles p USING (provider, internal_id, account_id)
       WHERE k.match_key = ? ORDER BY p.fetched_at DESC LIMIT ?`,
      keyText(key),
      MOST_HOLDERS,
    )
    .map(({ data }) => {
      const { provider, internalId, accountId, fetchedAt, identifiers } = JSON.parse(data) as ProfileRecord
      return {
        id: `profile ${provider} ${internalId} ${accountId}`,
        facts: identifiers.map(({ kind, value, product = null, source }) => ({
          ...{ provider, kind, value, product, source, accountId },
          seenAt: fetchedAt,
        })),
      }
    })

interface RelationRow {
  account_id: string
  internal_id: string
  public_id: string | null
  member_number: string | null
  seen_at: number
}

const RELATION_COLUMNS: Partial<Record<IdentifierKind, string>> = {
  internal: 'internal_id',
  public: 'public_id',
  'member-number': 'member_number',
}

const relationsWith = (store: Store, { kind, value }: Link): Holder[] => {
  const column = RELATION_COLUMNS[kind]
  if (column === undefined) return []
  return store
    .all<RelationRow>(
      `SELECT account_id, internal_id, public_id, member_number, seen_at FROM relations
       WHERE provider = 'linkedin' AND ${column} = ? LIMIT ?`,
      value,
      MOST_HOLDERS,
    )
    .map(({ account_id: accountId, internal_id, public_id, member_number, seen_at: seenAt }) => {
      const fact = (of: IdentifierKind, text: string | null, product: Product | null, source: FactSource): Fact[] =>
        text === null ? [] : [{ provider: 'linkedin', kind: of, value: text, product, source, seenAt, accountId }]
      return {
        id: `relation ${accountId} ${internal_id}`,
        facts: [
          ...fact('internal', internal_id, 'classic', 'relation'),
          ...fact('public', public_id, null, 'relation'),
          ...fact('member-number', member_number, null, 'derived'),
        ],
      }
    })
}

const viaOf = ({ kind }: Link, isOwn: boolean): CachedIdentifier['via'] => {
  if (kind === 'member-number') return 'member-number'
  return !isOwn && (kind === 'phone' || kind === 'public') ? 'phone' : 'identifier'
}

/**
 * Everything the cache knows under the ids of a candidate's person on the candidate's provider (of a postpress ID: on
 * the attendee's), newest first: attendees of all accounts, relations, earlier look-ups. Holders are joined by lasting
 * ids only, and `via` says by which.
 */
export const identifiersOf = (store: Store, candidate: Candidate): CachedIdentifier[] => {
  const own = candidate.provider === 'postpress' ? null : candidate.provider
  const links = linksOf(candidate)
  const pasted = links.length
  const seen = new Set<string>()
  const found: CachedIdentifier[] = []
  // Grows while it is walked: each holder adds its own lasting ids.
  for (const [index, link] of links.entries()) {
    const provider = own ?? found[0]?.provider ?? null
    const holders = [attendeesWith, profilesWith, relationsWith].flatMap((read) => read(store, link))
    for (const { id, facts } of holders.filter(carries(link, provider)).filter((holder) => !seen.has(holder.id))) {
      seen.add(id)
      found.push(...facts.map((fact) => ({ ...fact, via: viaOf(link, index < pasted) })))
      for (const next of facts.filter(isLasting).map(linkOf))
        if (!links.some(({ kind, value }) => kind === next.kind && value === next.value)) links.push(next)
    }
  }
  return found.sort((a, b) => b.seenAt - a.seenAt)
}
