import type { Follow } from '#shared/domain/attendees.ts'
import type { Provider } from '#shared/domain/providers.ts'
import type { FollowRecord, OwnerRecord } from '#shared/domain/records.ts'
import { decodeLinkedinId } from '#shared/identifiers/linkedin-id.ts'
import type { Store } from './statements.ts'

/** Writes one entry of a follow list. */
export const saveFollow = (store: Store, follow: FollowRecord, generation: number, at: number): void => {
  store.run(
    `INSERT INTO follows (account_id, direction, internal_id, provider, public_id, member_number, name, headline, profile_url, seen_at, generation)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET public_id = excluded.public_id, name = excluded.name, headline = excluded.headline,
       profile_url = excluded.profile_url, seen_at = excluded.seen_at, generation = excluded.generation`,
    follow.accountId,
    follow.direction,
    follow.internalId,
    follow.provider,
    follow.publicId,
    decodeLinkedinId(follow.internalId)?.memberNumber ?? null,
    follow.name,
    follow.headline,
    follow.profileUrl,
    at,
    generation,
  )
}

/** Writes an account's own profile in place of the one before. */
export const saveOwner = (store: Store, owner: OwnerRecord, at: number): void => {
  const value = (...kinds: string[]): string | null =>
    owner.identifiers.find(({ kind }) => kinds.includes(kind))?.value ?? null
  store.run(
    `INSERT INTO owners (account_id, internal_id, public_id, phone, name, data, fetched_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET internal_id = excluded.internal_id, public_id = excluded.public_id, phone = excluded.phone,
       name = excluded.name, data = excluded.data, fetched_at = excluded.fetched_at`,
    owner.accountId,
    owner.internalId,
    value('public', 'username'),
    value('phone'),
    owner.name,
    JSON.stringify(owner.identifiers),
    at,
  )
}

/** Ids by which a follow list may name somebody. */
interface Followed {
  accountId: string
  ids: Iterable<string>
  memberNumber: string | null
}

/** What the account's follow lists say about a person; null when neither names them. */
export const followOf = (store: Store, { accountId, ids, memberNumber }: Followed): Follow | null => {
  const rows = [...ids].flatMap((id) =>
    store.all<{ direction: string; seen_at: number }>(
      `SELECT direction, seen_at FROM follows WHERE account_id = ? AND internal_id = ?
       UNION ALL SELECT direction, seen_at FROM follows WHERE account_id = ? AND public_id = ?`,
      accountId,
      id,
      accountId,
      id,
    ),
  )
  if (memberNumber !== null)
    rows.push(
      ...store.all<{ direction: string; seen_at: number }>(
        'SELECT direction, seen_at FROM follows WHERE account_id = ? AND member_number = ?',
        accountId,
        memberNumber,
      ),
    )
  if (rows.length === 0) return null
  return {
    followsAccount: rows.some(({ direction }) => direction === 'followers'),
    followedByAccount: rows.some(({ direction }) => direction === 'following'),
    seenAt: Math.max(...rows.map(({ seen_at }) => seen_at)),
  }
}

/**
 * Whether following makes a contact: on Instagram when both follow each other, for then they write to each other without
 * a request. One-sided following is open to anybody.
 */
export const isMutual = (provider: Provider, follow: Follow | null): boolean =>
  provider === 'instagram' && follow !== null && follow.followsAccount && follow.followedByAccount
