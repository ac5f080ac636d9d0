import { type Clock, sleep } from './clock.ts'
import { MAX_RETRY_AFTER_MS, retryAfterMs } from './retry.ts'

/** Remembers how long the API asked to be left alone, for every later call too: a new call is no way around it. */
export interface Holds {
  /** Notes a `Retry-After` of an answer about an account (null: about the workspace). */
  note(accountId: string | null, retryAfter: string | null): void
  /** Resolves when calls about the account are welcome again. Rejects with `cancelled`. */
  pass(accountId: string | null, signal: AbortSignal): Promise<void>
}

export const createHolds = (clock: Clock): Holds => {
  const until = new Map<string | null, number>()
  return {
    note: (accountId, retryAfter) => {
      const wait = retryAfterMs(retryAfter, clock.now())
      if (wait !== null) until.set(accountId, Math.max(until.get(accountId) ?? 0, clock.now() + wait))
    },
    pass: async (accountId, signal) => {
      for (;;) {
        const wait = (until.get(accountId) ?? 0) - clock.now()
        // None is longer: the computer's clock was set back.
        if (wait <= 0 || wait > MAX_RETRY_AFTER_MS) return
        await sleep(clock, wait, signal)
      }
    },
  }
}
