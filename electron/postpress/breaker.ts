import { AppError, type ErrorKind } from '#shared/domain/errors.ts'
import type { Clock } from './clock.ts'

/** Failures that say the API as a whole does not answer; all others concern one account, id or product. */
const OUTAGES: ReadonlySet<ErrorKind> = new Set(['offline', 'timeout', 'tls', 'redirected', 'service-unavailable'])

/** Stops calling an API that keeps failing, and lets one call through after a pause to see whether it is back. */
export interface Breaker {
  /** Throws the last outage when the API is left alone for now. */
  check(): void
  succeeded(): void
  failed(error: AppError): void
}

/** Opens after `limit` calls in a row failed (each after its own retries), for `pauseMs`. */
export const createBreaker = (clock: Clock, limit: number, pauseMs: number): Breaker => {
  let failures = 0
  let pausedUntil = 0
  let last: AppError | null = null
  return {
    check: () => {
      if (last === null || failures < limit) return
      // No pause is longer: the computer's clock was set back.
      const left = pausedUntil - clock.now()
      if (left > 0 && left <= pauseMs) {
        const { kind, message } = last.failure
        throw new AppError(kind, message, {
          advice: 'Several calls in a row failed, so the app pauses for a moment. Try again in a minute.',
          retryable: true,
          cause: last.cause,
        })
      }
      // Half open: this call goes through, the others wait for what comes of it.
      pausedUntil = clock.now() + pauseMs
    },
    succeeded: () => {
      failures = 0
      last = null
    },
    failed: (error) => {
      if (error.failure.kind === 'cancelled') return
      if (!OUTAGES.has(error.failure.kind)) {
        // The API answered, if only to refuse.
        failures = 0
        last = null
        return
      }
      failures += 1
      last = error
      if (failures >= limit) pausedUntil = clock.now() + pauseMs
    },
  }
}
