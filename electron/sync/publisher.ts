import type { Clock } from '../postpress/clock.ts'
import { createThrottle } from './throttle.ts'

const PROGRESS_EVERY_MS = 100
const CHANGED_EVERY_MS = 500

/** Tells the window what happens, at a rate that it can draw. */
export interface Publisher {
  progressed(): void
  changed(accountId: string): void
  /** Sends what is waiting, now: the end of a run is never late. */
  flush(): void
  /** Sends nothing any more. */
  stop(): void
}

export const createPublisher = (
  clock: Clock,
  send: { progress: () => void; changed: (accountIds: string[]) => void },
): Publisher => {
  const dirty = new Set<string>()
  let isStopped = false
  const progress = createThrottle(clock, PROGRESS_EVERY_MS, send.progress)
  const changes = createThrottle(clock, CHANGED_EVERY_MS, () => {
    const accountIds = [...dirty]
    dirty.clear()
    send.changed(accountIds)
  })
  return {
    progressed: () => {
      if (!isStopped) progress.ask()
    },
    changed: (accountId) => {
      if (isStopped) return
      dirty.add(accountId)
      changes.ask()
    },
    flush: () => {
      changes.flush()
      progress.flush()
    },
    stop: () => {
      isStopped = true
      progress.stop()
      changes.stop()
    },
  }
}
