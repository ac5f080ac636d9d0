import type { Overview, ProviderShare } from '#shared/domain/accounts.ts'
import { PROVIDERS, type Provider } from '#shared/domain/providers.ts'
import type { Health } from '#shared/domain/records.ts'
import { REASON_BITS, reasonsOf } from './reasons.ts'
import type { Store } from './statements.ts'
import { totalsOf } from './tallies.ts'

interface List {
  no: number
  account_id: string
  provider: Provider
  health: Health | null
}

const CONNECTED: readonly (Health | null)[] = ['ok', 'connecting', 'unknown']

const emptyShare = (provider: Provider): ProviderShare => ({
  provider,
  total: 0,
  contact: 0,
  chat: 0,
  group: 0,
  reported: 0,
})

const readLists = (store: Store): Map<number, List> => {
  const lists = store.all<List>(
    'SELECT l.no, l.account_id, l.provider, a.health FROM lists l LEFT JOIN accounts a ON a.id = l.account_id',
  )
  return new Map(lists.map((list) => [list.no, list]))
}

/** The workspace at a glance, from the counts that are kept with every write: no scan, whatever the number of rows. */
export const readOverview = (store: Store): Overview => {
  const lists = readLists(store)
  const shares = new Map<Provider, ProviderShare>()
  const unreachable = new Map<string, number>()
  let groupOnly = 0
  for (const { list_no, reasons, n } of totalsOf(store, null)) {
    const list = lists.get(list_no)
    if (list === undefined) continue
    const share = shares.get(list.provider) ?? emptyShare(list.provider)
    shares.set(list.provider, share)
    share.total += n
    // In the order of strength: contact, chat, group, reported.
    const [strongest] = reasonsOf(reasons)
    if (strongest !== undefined) share[strongest] += n
    if (reasons === REASON_BITS.group) groupOnly += n
    if (!CONNECTED.includes(list.health)) unreachable.set(list.account_id, (unreachable.get(list.account_id) ?? 0) + n)
  }
  const providers = PROVIDERS.flatMap((provider) => shares.get(provider) ?? [])
  return {
    providers,
    total: providers.reduce((sum, { total }) => sum + total, 0),
    groupOnly,
    reported: providers.reduce((sum, { reported }) => sum + reported, 0),
    unreachable: [...unreachable].map(([accountId, attendees]) => ({ accountId, attendees })),
  }
}
