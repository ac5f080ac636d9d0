import type { Provider } from '#shared/domain/providers.ts'
import type { IdentifierKind } from '#shared/domain/records.ts'
import { addIdentifiers, deleteAttendees } from './attendees.ts'
import { noteChange } from './changes.ts'
import { type StoredIdentifier, unpackIdentifiers } from './identifiers.ts'
import { rowsOfKey } from './keys.ts'
import { keyOf } from './match-keys.ts'
import type { Store } from './statements.ts'

/**
 * Identifiers that stay with one person on a provider. Names, slugs and (outside WhatsApp) phones are handed on or shared:
 * they are links between people, not identity.
 */
export const LASTING: Record<Provider, ReadonlySet<IdentifierKind>> = {
  linkedin: new Set(['internal', 'member-number']),
  whatsapp: new Set(['internal', 'public', 'phone']),
  instagram: new Set(['internal', 'messaging']),
  telegram: new Set(['internal', 'messaging']),
  x: new Set(['internal', 'messaging']),
  messenger: new Set(['internal', 'messaging']),
}

/** More attendees than this never share one identifier by chance of paging. */
const MOST_SHARING = 50

/** An attendee as far as succession looks at it. */
interface Standing {
  row: number
  id: string
  account_id: string
  provider: Provider
  provider_id: string
  name: string
  public_id: string | null
  first_seen_at: number
  seen_at: number
  identifiers: string
}

const standing = (store: Store, row: number): Standing | undefined =>
  store.get<Standing>(
    `SELECT a.row, a.id, a.account_id, a.provider, a.provider_id, a.name, a.public_id, a.first_seen_at, f.seen_at, a.identifiers
     FROM attendees a JOIN facets f ON f.row = a.row WHERE a.row = ?`,
    row,
  )

const internalIds = (identifiers: StoredIdentifier[]): Set<string> =>
  new Set(identifiers.filter(({ kind }) => kind === 'internal').map(({ value }) => value))

/** A WhatsApp number that moved to somebody else comes with another lid: then it is not the same person. */
const contradicts = (provider: Provider, a: StoredIdentifier[], b: StoredIdentifier[]): boolean => {
  if (provider !== 'whatsapp') return false
  const [ours, theirs] = [internalIds(a), internalIds(b)]
  return ours.size > 0 && theirs.size > 0 && ![...ours].some((id) => theirs.has(id))
}

/** The attendees of the accounts (null: of all) that are the same person as `person`, itself left out. */
const sameIn = (store: Store, person: Standing, accountIds: ReadonlySet<string> | null): Standing[] => {
  const identifiers = unpackIdentifiers(person.identifiers)
  const rows = identifiers
    .filter(({ kind }) => LASTING[person.provider].has(kind))
    .flatMap((one) => rowsOfKey(store, keyOf(person.provider, one), MOST_SHARING))
  return [...new Set(rows)]
    .filter((row) => row !== person.row)
    .flatMap((row) => standing(store, row) ?? [])
    .filter(
      (other) =>
        other.provider === person.provider &&
        (accountIds === null || accountIds.has(other.account_id)) &&
        !contradicts(person.provider, identifiers, unpackIdentifiers(other.identifiers)),
    )
}

/** Every row of the person on their provider, over all accounts, the given one first. */
export const rowsOfPerson = (store: Store, row: number): number[] => {
  const found = new Set([row])
  // A set can grow while it is walked: whoever is found leads on.
  for (const one of found) {
    const person = standing(store, one)
    if (person !== undefined) for (const other of sameIn(store, person, null)) found.add(other.row)
  }
  return [...found]
}

const noteDifferences = (store: Store, before: Standing, after: Standing, at: number): void => {
  noteChange(store, after.id, at, { kind: 'replaced', before: before.id, after: after.id })
  const pairs = [
    ['name', before.name, after.name],
    ['internal-id', before.provider_id, after.provider_id],
    ['public-id', before.public_id, after.public_id],
  ] as const
  for (const [kind, old, now] of pairs)
    if (old !== null && now !== null && old !== '' && now !== '' && old !== now)
      noteChange(store, after.id, at, { kind, before: old, after: now })
}

/** `after` is who `before` was: it takes over identifiers, history and group membership, and the row of `before` goes. */
const succeed = (store: Store, before: Standing, after: Standing, at: number): void => {
  store.run('UPDATE changes SET attendee_id = ? WHERE attendee_id = ?', after.id, before.id)
  if (before.account_id === after.account_id)
    store.run('UPDATE OR IGNORE members SET attendee_id = ? WHERE attendee_id = ?', after.id, before.id)
  store.run('UPDATE earlier_ids SET row = ? WHERE row = ?', after.row, before.row)
  deleteAttendees(store, [before.row])
  store.run('INSERT OR REPLACE INTO earlier_ids (id, row) VALUES (?, ?)', before.id, after.row)
  store.run('UPDATE attendees SET first_seen_at = min(first_seen_at, ?) WHERE row = ?', before.first_seen_at, after.row)
  const earlier = unpackIdentifiers(before.identifiers).map((one) => ({ ...one, seenAt: one.seenAt ?? before.seen_at }))
  addIdentifiers(store, after.provider, after.row, earlier)
  noteDifferences(store, before, after, at)
}

/** These rows take over from whoever they were in accounts that their account succeeded. */
export const adoptFrom = (store: Store, earlierAccounts: ReadonlySet<string>, rows: number[], at: number): void => {
  for (const row of rows) {
    const person = standing(store, row)
    if (person === undefined) continue
    for (const before of sameIn(store, person, earlierAccounts)) succeed(store, before, person, at)
  }
}

/**
 * Of attendees that their account no longer reports, those whom it reports under another postpress ID are handed over to
 * it. Answers the others: they are gone.
 */
export const handOver = <T extends { row: number }>(
  store: Store,
  unseen: T[],
  isReported: (row: number) => boolean,
  at: number,
): T[] =>
  unseen.filter(({ row }) => {
    const before = standing(store, row)
    if (before === undefined) return false
    const after = sameIn(store, before, new Set([before.account_id])).find((other) => isReported(other.row))
    if (after !== undefined) succeed(store, before, after, at)
    return after === undefined
  })
