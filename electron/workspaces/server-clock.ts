import type { Cache } from '../cache/cache.ts'
import type { Clock } from '../postpress/clock.ts'
import type { Transport, TransportResponse } from '../postpress/transport.ts'
import { LAST_CONTACT, readTime } from '../sync/history.ts'

const SERVER_TIME = 'server-time'
/** Kept in the cache when it moved this far: retention counts in days. */
const KEEP_EVERY_MS = 10 * 60 * 1_000

/** What the API's `Date` header said with its last successful answer: a clock that nobody at this computer sets. */
export interface ServerClock {
  /** The same transport; every successful answer tells the time. */
  watch(transport: Transport): Transport
  /**
   * The earlier of the computer's time and the API's at its last answer, ms: whatever happens to the computer's clock,
   * it is not later than this. Null: the API never answered.
   */
  earlier(): number | null
}

const isSuccess = ({ status }: TransportResponse): boolean => status >= 200 && status < 300

/** A server without a clock leaves the header out; then the time of its answer is what is known. */
const timeOf = ({ headers }: TransportResponse, now: number): number => {
  const header = Date.parse(headers.get('date') ?? '')
  return Number.isFinite(header) ? header : now
}

/**
 * The clock of a workspace's API, with what earlier runs knew of it. `failed` hears of a time that could not be kept: it
 * holds for this run. Rejects with `storage`.
 */
export const openServerClock = async (
  cache: Pick<Cache, 'readFact' | 'saveFact'>,
  clock: Pick<Clock, 'now'>,
  failed: (error: unknown) => void,
): Promise<ServerClock> => {
  // Until a server's time is known, it is the time of the last answer.
  let last = (await readTime(cache, SERVER_TIME)) ?? (await readTime(cache, LAST_CONTACT))
  let kept = last
  const heard = (at: number): void => {
    last = at
    if (kept !== null && Math.abs(at - kept) < KEEP_EVERY_MS) return
    kept = at
    cache.saveFact(SERVER_TIME, String(at)).catch(failed)
  }
  return {
    watch: (transport) => async (request) => {
      const response = await transport(request)
      if (isSuccess(response)) heard(timeOf(response, clock.now()))
      return response
    },
    earlier: () => (last === null ? null : Math.min(last, clock.now())),
  }
}
