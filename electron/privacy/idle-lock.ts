import type { Clock } from '../postpress/clock.ts'

export interface IdleLockParts {
  clock: Clock
  /** How long nobody has used the computer, ms. */
  idleMs: () => number
  /** The chosen time, ms; 0: never. Asked each time, because people change it. */
  limitMs: () => number
  lock: () => void
}

/** Longest wait between two looks, ms: a limit that was shortened, or a clock that jumped, is noticed by then. */
const LOOK_MS = 15_000

/**
 * Locks when nobody has used the computer for the chosen time. Looks just when that could be the case, so the lock is
 * never later than a look. Returns the stop function.
 */
export const startIdleLock = ({ clock, idleMs, limitMs, lock }: IdleLockParts): (() => void) => {
  let stop: () => void = () => undefined
  const look = (): void => {
    const [idle, limit] = [idleMs(), limitMs()]
    if (limit > 0 && idle >= limit) lock()
    const wait = limit > 0 && idle < limit ? Math.min(limit - idle, LOOK_MS) : LOOK_MS
    stop = clock.after(wait, look)
  }
  look()
  return () => stop()
}
