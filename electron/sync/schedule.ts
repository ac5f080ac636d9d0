import type { Clock } from '../postpress/clock.ts'

/** Updates come this far apart: regular hours would look like a machine to the providers. */
const LEAST_MS = 20 * 60 * 1_000
const MOST_MS = 50 * 60 * 1_000

/** Asks for an update again and again, after a random time each. */
export interface Schedule {
  /** The computer sleeps: nothing is due meanwhile. */
  suspend(): void
  /** It is awake again: the next update comes after a full wait. */
  resume(): void
  stop(): void
}

/** `due` is called on time until `stop`. `random`: 0 <= n < 1. */
export const createSchedule = (clock: Pick<Clock, 'after'>, random: () => number, due: () => void): Schedule => {
  let cancel: (() => void) | null = null
  const suspend = (): void => {
    cancel?.()
    cancel = null
  }
  const arm = (): void => {
    suspend()
    cancel = clock.after(LEAST_MS + random() * (MOST_MS - LEAST_MS), () => {
      arm()
      due()
    })
  }
  arm()
  return { suspend, resume: arm, stop: suspend }
}
