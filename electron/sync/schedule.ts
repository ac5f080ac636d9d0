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
  /** When the next update is due, epoch ms; null while nothing is planned. */
  nextAt(): number | null
  stop(): void
}

/** `due` is called on time until `stop`. `random`: 0 <= n < 1. */
export const createSchedule = (
  clock: Pick<Clock, 'after' | 'now'>,
  random: () => number,
  due: () => void,
): Schedule => {
  let cancel: (() => void) | null = null
  let dueAt: number | null = null
  const suspend = (): void => {
    cancel?.()
    cancel = null
    dueAt = null
  }
  const arm = (): void => {
    suspend()
    const wait = LEAST_MS + random() * (MOST_MS - LEAST_MS)
    dueAt = Math.round(clock.now() + wait)
    cancel = clock.after(wait, () => {
      arm()
      due()
    })
  }
  arm()
  return { suspend, resume: arm, nextAt: () => dueAt, stop: suspend }
}
