import type { RouteName } from './routes.ts'

/** One request that reached the API with a valid key. */
export interface Call {
  route: RouteName
  accountId: string | null
  method: string
  path: string
  /** Decoded query parameters. */
  query: Record<string, string>
  /** The request carried `notify`, whatever its value: it would tell the person about the visit. */
  notify: boolean
  status: number
}

/** What was asked of the simulator: counters per account and route, and the calls themselves. */
export interface CallLog {
  all(): readonly Call[]
  /** Calls that match every given part. */
  count(match?: { route?: RouteName; accountId?: string }): number
  /** Calls with `notify`. */
  notified(): readonly Call[]
  /** {account id or "-": {route: calls}}. */
  byAccount(): Record<string, Record<string, number>>
  reset(): void
}

const KEPT = 50_000

export const createCallLog = (): CallLog & { add(call: Call): void } => {
  let calls: Call[] = []
  return {
    add: (call) => {
      if (calls.length >= KEPT) calls = calls.slice(KEPT / 2)
      calls.push(call)
    },
    all: () => calls,
    count: ({ route, accountId } = {}) =>
      calls.filter(
        (call) =>
          (route === undefined || call.route === route) && (accountId === undefined || call.accountId === accountId),
      ).length,
    notified: () => calls.filter((call) => call.notify),
    byAccount: () => {
      const counts: Record<string, Record<string, number>> = {}
      for (const call of calls) {
        const account = call.accountId ?? '-'
        counts[account] ??= {}
        const routes = counts[account]
        routes[call.route] = (routes[call.route] ?? 0) + 1
      }
      return counts
    },
    reset: () => {
      calls = []
    },
  }
}
