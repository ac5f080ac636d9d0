import type { Passport, Profile } from '#shared/domain/attendees.ts'
import type { Provider } from '#shared/domain/providers.ts'
import type { Health, ProfileRecord, Resource } from '#shared/domain/records.ts'
import type { KnownEvidence } from '#shared/known/why-known.ts'
import { shown } from '#shared/text/fold.ts'
import type { Checkpoint } from '../cache.ts'
import type { Store } from '../statements.ts'

/** The relation of an account with a person, by internal id or member number; null when none was synced. */
export const relationOf = (
  store: Store,
  accountId: string,
  internalId: string,
  member: string | null,
): KnownEvidence['relation'] => {
  const row = store.get<{ since: number | null; seen_at: number }>(
    'SELECT since, seen_at FROM relations WHERE account_id = ? AND (internal_id = ? OR member_number = ?)',
    accountId,
    internalId,
    member,
  )
  return row === undefined ? null : { since: row.since, seenAt: row.seen_at }
}

/** Which lists of the account were read to their end at least once. */
export const syncedOf = (provider: Provider, accountId: string, checkpoints: Checkpoint[]): KnownEvidence['synced'] => {
  const done = (resource: Resource): boolean =>
    checkpoints.some(
      (checkpoint) =>
        checkpoint.accountId === accountId && checkpoint.resource === resource && checkpoint.completedAt !== null,
    )
  return {
    contacts: done(provider === 'linkedin' ? 'relations' : 'attendees'),
    chats: done('chats'),
    members: done('members'),
  }
}

/** A looked-up profile as the passport shows it. */
export const toProfile = (record: ProfileRecord): Profile => ({
  name: shown(record.name),
  headline: record.headline,
  location: record.location,
  profileUrl: record.profileUrl,
  networkDistance: record.networkDistance,
  details: record.details,
  throttledSections: record.throttledSections,
  fetchedAt: record.fetchedAt,
})

/** The account by id; one that is not cached any more is called "Account", health unknown. */
export const accountOf = (store: Store, id: string): Passport['account'] =>
  store.get<{ id: string; name: string; health: Health }>('SELECT id, name, health FROM accounts WHERE id = ?', id) ?? {
    id,
    name: 'Account',
    health: 'unknown',
  }
