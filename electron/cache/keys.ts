import type { Provider } from '#shared/domain/providers.ts'
import type { StoredIdentifier } from './identifiers.ts'
import { isNameScope, type Key, keyOf, POSTPRESS } from './match-keys.ts'
import type { Store } from './statements.ts'

/** The distinct keys of these identifiers; postpress IDs have their own index. */
export const keysOf = (provider: Provider, identifiers: StoredIdentifier[]): Key[] => {
  // A person has a handful: looking through them is cheaper than a map.
  const keys: Key[] = []
  const add = (key: Key): void => {
    if (!keys.some(({ scope, value }) => scope === key.scope && value === key.value)) keys.push(key)
  }
  for (const identifier of identifiers) {
    if (identifier.kind === 'postpress-id') continue
    const key = keyOf(provider, identifier)
    add(key)
    // Dots of Messenger names do not count, but people type them: both forms lead to the person.
    if (provider === 'messenger' && isNameScope(key.scope))
      add({ scope: key.scope, value: identifier.value.toLowerCase() })
  }
  return keys
}

export type KeyRow = [value: string, scope: number, row: number]

/** Makes attendees findable by keys: one statement in the order of the index. */
export const addKeys = (store: Store, keys: KeyRow[]): void => {
  if (keys.length === 0) return
  keys.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))
  store.run(
    `INSERT OR IGNORE INTO keys (value, scope, attendee_row)
     SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`,
    JSON.stringify(keys),
  )
}

export const removeKeys = (store: Store, row: number, keys: Key[]): void => {
  for (const { value, scope } of keys)
    store.run('DELETE FROM keys WHERE value = ? AND scope = ? AND attendee_row = ?', value, scope, row)
}

const rows = (found: { row: number }[]): number[] => found.map(({ row }) => row)

/** Rows that carry a key, at most `limit`, oldest first. */
export const rowsOfKey = (store: Store, { value, scope }: Key, limit: number): number[] =>
  scope === POSTPRESS
    ? rows(
        store.all(
          'SELECT row FROM attendees WHERE id = ? UNION ALL SELECT row FROM earlier_ids WHERE id = ?',
          value,
          value,
        ),
      )
    : rows(
        store.all(
          'SELECT attendee_row AS row FROM keys WHERE value = ? AND scope = ? ORDER BY attendee_row LIMIT ?',
          value,
          scope,
          limit,
        ),
      )

/** Whether anybody carries the value, in lower case, in any scope. */
export const hasValue = (store: Store, value: string): boolean =>
  store.get('SELECT 1 FROM keys WHERE value = ? LIMIT 1', value) !== undefined

/** Rows that carry the value in any scope, whatever its case. */
export const rowsOfValue = (store: Store, value: string, limit: number): number[] =>
  rows(
    store.all(
      'SELECT DISTINCT attendee_row AS row FROM keys WHERE value = ? ORDER BY attendee_row LIMIT ?',
      value.toLowerCase(),
      limit,
    ),
  )

/** Rows that have the value as a user name on any provider. */
export const rowsOfName = (store: Store, value: string, limit: number): number[] => [
  ...new Set(
    store
      .all<{ row: number; scope: number }>(
        'SELECT attendee_row AS row, scope FROM keys WHERE value = ? ORDER BY attendee_row LIMIT ?',
        value.toLowerCase(),
        limit,
      )
      .filter(({ scope }) => isNameScope(scope))
      .map(({ row }) => row),
  ),
]
