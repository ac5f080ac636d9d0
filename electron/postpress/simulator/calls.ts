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

/** Calls themselves are kept up to here, the oldest are forgotten first; counters forget nothing. */
const KEPT = 50_000
const NO_ACCOUNT = '-'

export const createCallLog = (): CallLog & { add(call: Call): void } => {
  let calls: Call[] = []
  let counts: Record<string, Record<string, number>> = {}
  return {
    add: (call) => {
      if (calls.length >= KEPT) calls = calls.slice(KEPT / 2)
      calls.push(call)
      const account = call.accountId ?? NO_ACCOUNT
      const routes = counts[account] ?? {}
      routes[call.route] = (routes[call.route] ?? 0) + 1
      counts[account] = routes
    },
    all: () => calls,
    count: ({ route, accountId } = {}) => {
      const routes = accountId === undefined ? Object.values(counts) : [counts[accountId] ?? {}]
      const numbers = routes.flatMap((own) => (route === undefined ? Object.values(own) : [own[route] ?? 0]))
      return numbers.reduce((sum, one) => sum + one, 0)
    },
    notified: () => calls.filter((call) => call.notify),
    byAccount: () => structuredClone(counts),
    reset: () => {
      calls = []
      counts = {}
    },
  }
}
