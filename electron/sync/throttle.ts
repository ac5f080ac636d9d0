import type { Clock } from '../postpress/clock.ts'

/** Calls `run` soon, at most once per `everyMs`; what was asked last is always carried out. */
export interface Throttle {
  ask(): void
  /** Carries out what is waiting, now. */
  flush(): void
  /** Forgets what is waiting. */
  stop(): void
}

export const createThrottle = (clock: Clock, everyMs: number, run: () => void): Throttle => {
  let cancel: (() => void) | null = null
  let lastAt = Number.NEGATIVE_INFINITY
  const stop = (): void => {
    cancel?.()
    cancel = null
  }
  const fire = (): void => {
    stop()
    lastAt = clock.now()
    run()
  }
  return {
    ask: () => {
      if (cancel !== null) return
      const wait = lastAt + everyMs - clock.now()
      if (wait <= 0) fire()
      else cancel = clock.after(wait, fire)
    },
    flush: () => {
      if (cancel !== null) fire()
    },
    stop,
  }
}
