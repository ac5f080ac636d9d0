import type { SoleGroups } from '#shared/domain/accounts.ts'
import { dailyLimitOf, localDay } from '#shared/domain/lookup-budget.ts'
import type { MainHandlers } from '#shared/ipc/contract.ts'
import type { Cache } from '../cache/cache.ts'
import type { Desk } from '../workspaces/desk.ts'

/** Rows counted between two other questions to the cache. */
const SLICE = 2_000
const MOST_GROUPS = 8
const MOST_MEMBERS = 50

/** Counts slice by slice: searches are answered in between. */
const soleGroupsOf = async (cache: Cache): Promise<SoleGroups> => {
  const counts = new Map<string, number>()
  for (let from: number | null = 0; from !== null; ) {
    const slice: Awaited<ReturnType<Cache['soleSlice']>> = await cache.soleSlice(from, SLICE)
    for (const { chatId, people } of slice.counts) counts.set(chatId, (counts.get(chatId) ?? 0) + people)
    from = slice.next
  }
  const all = [...counts].map(([chatId, people]) => ({ chatId, people })).sort((a, b) => b.people - a.people)
  return {
    people: all.reduce((sum, { people }) => sum + people, 0),
    groups: await cache.nameGroups(all.slice(0, MOST_GROUPS)),
  }
}

export const accountHandlers = (desk: Desk): MainHandlers['accounts'] => ({
  list: async () => {
    const { cache, nextSyncAt } = desk.current()
    const [accounts, used] = await Promise.all([cache.accounts(), cache.lookupsOn(localDay(Date.now()))])
    return accounts.map((account) => ({
      ...account,
      nextSyncAt: account.provider === null ? null : nextSyncAt(),
      lookups: { usedToday: used[account.id] ?? 0, dailyLimit: dailyLimitOf(account) },
    }))
  },
  overview: () => desk.current().cache.overview(),
  soleGroups: () => soleGroupsOf(desk.current().cache),
  soleMembers: ({ chatId }) => desk.current().cache.soleMembers(chatId, MOST_MEMBERS),
})
