import { createHmac, randomBytes } from 'node:crypto'
import type { ForgottenPerson } from '#shared/domain/privacy.ts'
import { PROVIDERS, type Provider } from '#shared/domain/providers.ts'
import type { AttendeeRecord, IdentifierFact, ProfileRecord } from '#shared/domain/records.ts'
import { decodeLinkedinId } from '#shared/identifiers/linkedin-id.ts'
import type { SyncPage } from './cache.ts'
import { type Key, keyOf, keyText, POSTPRESS } from './match-keys.ts'
import type { Store } from './statements.ts'
import { LASTING } from './succession.ts'

const SECRET = 'forgotten-secret'

interface Memory {
  secret: Buffer
  hashes: Set<string>
}
/** What a connection has read of the table; dropped when this process changes it. */
const memories = new WeakMap<Store, Memory>()

const readSecret = (store: Store): Buffer => {
  const known = store.get<{ value: string }>('SELECT value FROM facts WHERE name = ?', SECRET)?.value
  return known === undefined ? Buffer.alloc(0) : Buffer.from(known, 'base64')
}

const memoryOf = (store: Store): Memory => {
  const known = memories.get(store)
  if (known !== undefined) return known
  const hashes = new Set(store.all<{ hash: string }>('SELECT hash FROM forgotten').map(({ hash }) => hash))
  const memory = { secret: readSecret(store), hashes }
  memories.set(store, memory)
  return memory
}

// Keyed: a phone number has too few digits for a plain hash to hide it.
const hashOf = (secret: Buffer, key: Key): string =>
  createHmac('sha256', secret).update(keyText(key)).digest('base64url').slice(0, 24)

/** Remembers that whoever has these keys was forgotten. Part of the caller's transaction. */
export const noteForgotten = (store: Store, provider: Provider, keys: Key[], at: number): void => {
  if (readSecret(store).length === 0)
    store.run('INSERT INTO facts (name, value) VALUES (?, ?)', SECRET, randomBytes(32).toString('base64'))
  const secret = readSecret(store)
  const no = (store.get<{ no: number | null }>('SELECT max(no) AS no FROM forgotten')?.no ?? 0) + 1
  for (const key of keys)
    store.run(
      'INSERT OR REPLACE INTO forgotten (hash, no, provider, at) VALUES (?, ?, ?, ?)',
      hashOf(secret, key),
      no,
      provider,
      at,
    )
  memories.delete(store)
}

/** The forgotten people, latest first: when and on which provider, for nothing else is known. */
export const readForgotten = (store: Store): ForgottenPerson[] =>
  store.all('SELECT no, provider, max(at) AS at FROM forgotten GROUP BY no ORDER BY at DESC, no DESC LIMIT 500')

interface Kept {
  secret: string
  rows: { hash: string; no: number; provider: Provider; at: number }[]
}

/** Who was forgotten, as a text that outlives this file: see `restoreForgotten`. */
export const keepForgotten = (store: Store): string => {
  const kept: Kept = {
    secret: readSecret(store).toString('base64'),
    rows: store.all('SELECT hash, no, provider, at FROM forgotten'),
  }
  return JSON.stringify(kept)
}

/** A cache that was built anew learns who was forgotten in the one before. One that knows somebody keeps what it knows. */
export const restoreForgotten = (store: Store, text: string): void => {
  if (readSecret(store).length > 0) return
  const { secret, rows } = JSON.parse(text) as Kept
  store.db
    .transaction(() => {
      store.run('INSERT INTO facts (name, value) VALUES (?, ?)', SECRET, secret)
      for (const { hash, no, provider, at } of rows)
        store.run('INSERT INTO forgotten (hash, no, provider, at) VALUES (?, ?, ?, ?)', hash, no, provider, at)
    })
    .immediate()
  memories.delete(store)
}

/** Lets the next sync bring these people back. Answers how many. */
export const allowAgain = (store: Store, numbers: number[]): number => {
  for (const no of numbers) store.run('DELETE FROM forgotten WHERE no = ?', no)
  memories.delete(store)
  return numbers.length
}

/** Numbers of the forgotten people who have one of these keys. */
export const forgottenWith = (store: Store, keys: Key[]): number[] => {
  const { secret, hashes } = memoryOf(store)
  if (hashes.size === 0) return []
  const found = keys.map((key) => hashOf(secret, key)).filter((hash) => hashes.has(hash))
  return [
    ...new Set(
      store
        .all<{ no: number }>(
          'SELECT no FROM forgotten WHERE hash IN (SELECT value FROM json_each(?))',
          JSON.stringify(found),
        )
        .map(({ no }) => no),
    ),
  ]
}

type Check = (keys: Key[]) => boolean

const check = (store: Store): Check | null => {
  const { secret, hashes } = memoryOf(store)
  return hashes.size === 0 ? null : (keys) => keys.some((key) => hashes.has(hashOf(secret, key)))
}

const keysOfFacts = (provider: Provider, facts: Pick<IdentifierFact, 'kind' | 'value'>[]): Key[] =>
  facts.filter(({ kind }) => LASTING[provider].has(kind)).map((fact) => keyOf(provider, fact))

const keysOfAttendee = ({ id, provider, identifiers }: AttendeeRecord): Key[] => [
  { scope: POSTPRESS, value: id },
  ...keysOfFacts(provider, identifiers),
]

/** An id as lists name somebody: internal, or a WhatsApp jid. */
const keysOfId = (provider: Provider, id: string): Key[] => {
  const memberNumber = decodeLinkedinId(id)?.memberNumber
  return keysOfFacts(provider, [
    { kind: 'internal', value: id },
    { kind: 'public', value: id },
    ...(memberNumber === undefined ? [] : [{ kind: 'member-number' as const, value: memberNumber }]),
  ])
}

/** An item that could not be read says no provider: any of them may be meant. */
const keysOfItem = (id: string): Key[] => [
  { scope: POSTPRESS, value: id },
  ...PROVIDERS.flatMap((provider) => keysOfId(provider, id)),
]

/** The page without people who were forgotten: they are not written, whichever list names them. */
export const withoutForgotten = (store: Store, given: SyncPage): SyncPage => {
  const isForgotten = check(store)
  if (isForgotten === null) return given
  const page: SyncPage = {
    ...given,
    problems: given.problems.filter(({ itemId: id }) => id === null || !isForgotten(keysOfItem(id))),
  }
  switch (page.resource) {
    case 'attendees':
      return { ...page, items: page.items.filter((one) => !isForgotten(keysOfAttendee(one))) }
    case 'members':
      return { ...page, items: page.items.filter((one) => !isForgotten(keysOfAttendee(one))) }
    case 'chats':
      return {
        ...page,
        items: page.items.filter(
          ({ provider, attendeeProviderId: id, providerId }) =>
            !(id !== null && isForgotten([...keysOfId(provider, id), ...keysOfId(provider, providerId)])),
        ),
      }
    case 'relations':
      return { ...page, items: page.items.filter((one) => !isForgotten(keysOfId(one.provider, one.internalId))) }
    case 'followers':
    case 'following':
      return { ...page, items: page.items.filter((one) => !isForgotten(keysOfId(one.provider, one.internalId))) }
    case 'owner':
      return page
  }
}

/** Whether a live answer is about somebody who was forgotten: it is shown, not kept. */
export const isForgottenProfile = (store: Store, { provider, identifiers }: ProfileRecord): boolean =>
  check(store)?.(keysOfFacts(provider, identifiers)) ?? false
