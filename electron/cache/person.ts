import { AppError } from '#shared/domain/errors.ts'
import type { Provider } from '#shared/domain/providers.ts'
import { decodeLinkedinId } from '#shared/identifiers/linkedin-id.ts'
import { type StoredIdentifier, unpackIdentifiers } from './identifiers.ts'
import { rowsOfKey } from './keys.ts'
import { type Key, keyOf, keyText, POSTPRESS } from './match-keys.ts'
import type { Store } from './statements.ts'
import { LASTING, rowsOfPerson } from './succession.ts'

/** Everything by which the cache can name one person on one provider. */
export interface Person {
  provider: Provider
  /** Rows in `attendees`, one per account that knows the person. */
  rows: number[]
  /** Their postpress IDs, earlier ones included. */
  postpressIds: string[]
  identifiers: StoredIdentifier[]
  /** Values by which relations, follow lists, single chats and profiles name the person. */
  ids: string[]
  memberNumbers: string[]
}

interface Held {
  id: string
  provider: Provider
  identifiers: string
  is_self: number
}

const valuesOf = (identifiers: StoredIdentifier[], ...kinds: StoredIdentifier['kind'][]): string[] => [
  ...new Set(identifiers.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value)),
]

const earlierIds = (store: Store, rows: number[]): string[] =>
  store
    .all<{ id: string }>(
      'SELECT id FROM earlier_ids WHERE row IN (SELECT value FROM json_each(?))',
      JSON.stringify(rows),
    )
    .map(({ id }) => id)

/** The person behind a postpress ID. Throws `not-found`, and `refused` for the owner of a connected account. */
export const personOf = (store: Store, attendeeId: string): Person => {
  const row = rowsOfKey(store, { scope: POSTPRESS, value: attendeeId }, 1)[0]
  if (row === undefined) throw new AppError('not-found', 'This attendee is not in the cache.')
  const rows = rowsOfPerson(store, row)
  const held = store.all<Held>(
    'SELECT id, provider, identifiers, is_self FROM attendees WHERE row IN (SELECT value FROM json_each(?))',
    JSON.stringify(rows),
  )
  const identifiers = held.flatMap((one) => unpackIdentifiers(one.identifiers))
  const members = valuesOf(identifiers, 'internal').flatMap((id) => decodeLinkedinId(id)?.memberNumber ?? [])
  return {
    provider: held[0]?.provider ?? 'linkedin',
    rows,
    postpressIds: [...new Set([...held.map(({ id }) => id), ...earlierIds(store, rows)])],
    identifiers,
    ids: valuesOf(identifiers, 'internal', 'messaging', 'public', 'username'),
    memberNumbers: [...new Set([...valuesOf(identifiers, 'member-number'), ...members])],
  }
}

/** Whether one of the rows is the owner of a connected account: their data is the account's. */
export const isOwner = (store: Store, { rows, ids }: Person): boolean =>
  store.get(
    'SELECT 1 FROM attendees WHERE is_self = 1 AND row IN (SELECT value FROM json_each(?))',
    JSON.stringify(rows),
  ) !== undefined ||
  store.get(
    'SELECT 1 FROM accounts WHERE gone = 0 AND owner_internal_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  ) !== undefined

/** The keys that stay with the person, postpress IDs included. */
export const lastingKeys = ({ provider, postpressIds, identifiers, memberNumbers }: Person): Key[] => {
  const keys = [
    ...postpressIds.map((value): Key => ({ scope: POSTPRESS, value })),
    ...identifiers.filter(({ kind }) => LASTING[provider].has(kind)).map((one) => keyOf(provider, one)),
    ...memberNumbers.map((value) => keyOf(provider, { kind: 'member-number', value })),
  ]
  return [...new Map(keys.map((key) => [keyText(key), key])).values()]
}

/** The values that stay with the person, as they are written. */
export const lastingValues = ({ provider, identifiers, memberNumbers }: Person): string[] => [
  ...identifiers.filter(({ kind }) => LASTING[provider].has(kind)).map(({ value }) => value),
  ...memberNumbers,
]
