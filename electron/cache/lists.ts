import type { AttendeeQuery } from '#shared/domain/attendees.ts'
import type { Provider } from '#shared/domain/providers.ts'
import type { Store } from './statements.ts'

/** The attendees of one account on one provider: a small number in place of two texts in every index. */
export interface List {
  no: number
  account_id: string
  provider: Provider
}

const known = new WeakMap<Store, List[]>()

/** All lists. They are only ever added, so a count tells whether the ones read before are complete. */
export const listsOf = (store: Store): List[] => {
  const before = known.get(store) ?? []
  const newest = store.get<{ newest: number | null }>('SELECT max(no) AS newest FROM lists')?.newest ?? 0
  if (newest === (before.at(-1)?.no ?? 0)) return before
  const lists = store.all<List>('SELECT no, account_id, provider FROM lists ORDER BY no')
  known.set(store, lists)
  return lists
}

/** The number of an account's list, made when it is the first attendee's. */
export const listNoOf = (store: Store, accountId: string, provider: Provider): number => {
  const found = listsOf(store).find((list) => list.account_id === accountId && list.provider === provider)
  if (found !== undefined) return found.no
  return (
    store.get<{ no: number }>(
      'INSERT INTO lists (account_id, provider) VALUES (?, ?) ON CONFLICT DO UPDATE SET provider = provider RETURNING no',
      accountId,
      provider,
    )?.no ?? 0
  )
}

/** The lists that a tab and an account filter leave; null when they leave all. */
export const listsUnder = (
  store: Store,
  { provider, accountId }: Pick<AttendeeQuery, 'provider' | 'accountId'>,
): number[] | null =>
  provider === null && accountId === null
    ? null
    : listsOf(store)
        .filter((list) => provider === null || list.provider === provider)
        .filter((list) => accountId === null || list.account_id === accountId)
        .map(({ no }) => no)
