import type { Resource } from '#shared/domain/records.ts'
import type { SyncReport, SyncStatus } from '#shared/domain/sync.ts'

export interface AccountProblem {
  key: string
  /** null: of the account itself. */
  resource: Resource | null
  text: string
  /** Items set aside for this reason; null for a part that failed as a whole. */
  count: number | null
}

/** More reasons than this are in the sync details. */
const MOST = 4

const setAside = (id: string, report: SyncReport | null): AccountProblem[] => {
  const byReason = new Map<string, AccountProblem>()
  for (const { accountId, resource, reason } of report?.problems ?? []) {
    if (accountId !== id) continue
    const key = `${resource} ${reason}`
    const count = (byReason.get(key)?.count ?? 0) + 1
    byReason.set(key, { key, resource: resource === 'accounts' ? null : resource, text: reason, count })
  }
  return [...byReason.values()].sort((a, b) => (b.count ?? 0) - (a.count ?? 0))
}

/** What of an account could not be read: parts that failed first, then items that were set aside, by reason. */
export const accountProblems = (id: string, status: SyncStatus | null, report: SyncReport | null): AccountProblem[] => {
  const failed = (status?.resources ?? []).flatMap(({ accountId, resource, failure }): AccountProblem[] =>
    accountId === id && failure !== null
      ? [{ key: `failed ${resource}`, resource, text: failure.message, count: null }]
      : [],
  )
  return [...failed, ...setAside(id, report)].slice(0, MOST)
}
