import { dailyLimitOf, localDay } from '#shared/domain/lookup-budget.ts'
import type { MainHandlers } from '#shared/ipc/contract.ts'
import type { Desk } from '../workspaces/desk.ts'

export const accountHandlers = (desk: Desk): MainHandlers['accounts'] => ({
  list: async () => {
    const { cache } = desk.current()
    const [accounts, used] = await Promise.all([cache.accounts(), cache.lookupsOn(localDay(Date.now()))])
    return accounts.map((account) => ({
      ...account,
      lookups: { usedToday: used[account.id] ?? 0, dailyLimit: dailyLimitOf(account) },
    }))
  },
  overview: () => desk.current().cache.overview(),
})
