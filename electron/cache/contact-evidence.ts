import type { Follow } from '#shared/domain/attendees.ts'
import type { Provider } from '#shared/domain/providers.ts'
import type { ContactFact } from '#shared/domain/records.ts'
import type { KnownEvidence } from '#shared/known/why-known.ts'
import { followOf, isMutual } from './follows.ts'
import type { Store } from './statements.ts'

/** The attendee whose contact evidence is wanted, as one account sees it. */
export interface ContactSubject {
  provider: Provider
  accountId: string
  /** Every id under which the account's lists and profiles may name the person. */
  ids: Iterable<string>
  memberNumber: string | null
}

/** What a live profile, looked up through this account, says about the contact: flags of Telegram, Instagram, X, LinkedIn. */
export const profileContact = (
  store: Store,
  { provider, accountId, ids }: ContactSubject,
): KnownEvidence['contact'] | null => {
  for (const id of ids) {
    const found = store.get<{ contact: string | null; fetched_at: number }>(
      `SELECT json_extract(data, '$.contact') AS contact, fetched_at FROM profiles
       WHERE provider = ? AND internal_id = ? AND account_id = ?`,
      provider,
      id,
      accountId,
    )
    if (found?.contact != null) return { ...(JSON.parse(found.contact) as ContactFact), seenAt: found.fetched_at }
  }
  return null
}

/** Contact evidence out of the account's follow lists. */
const followContact = (provider: Provider, follow: Follow | null): KnownEvidence['contact'] | null =>
  follow !== null && isMutual(provider, follow)
    ? { source: 'follow', evidence: 'this account and the person follow each other', seenAt: follow.seenAt }
    : null

/** Whether anything beside the attendee itself says that the person is a contact. */
export const hasOtherContact = (
  store: Store,
  subject: ContactSubject,
  synced: { profiles: boolean; follows: boolean },
): boolean =>
  (synced.follows && subject.provider === 'instagram' && isMutual(subject.provider, followOf(store, subject))) ||
  (synced.profiles && profileContact(store, subject) !== null)

/** The contact evidence to show, the attendee's own first, and what the follow lists say. */
export const contactOf = (
  store: Store,
  subject: ContactSubject,
  own: KnownEvidence['contact'] | null,
): { contact: KnownEvidence['contact'] | null; follow: Follow | null } => {
  const follow = followOf(store, subject)
  return { contact: own ?? profileContact(store, subject) ?? followContact(subject.provider, follow), follow }
}
