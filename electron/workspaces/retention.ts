import type { Cache } from '../cache/cache.ts'
import type { Clock } from '../postpress/clock.ts'

/** Nobody who opens a workspace waits for it: by then the window shows people, ms. */
const FIRST_MS = 5_000
/** Between two looks while a workspace stays open, ms. */
const EVERY_MS = 6 * 60 * 60 * 1_000
/** Updates come by themselves within 50 minutes: by then a sync has seen whoever is still there. */
const AFTER_SYNC_MS = 60 * 60 * 1_000

export interface Retention {
  /** Deletes now; answers how many people went. Throws `storage`. */
  apply(): Promise<number>
  stop(): void
}

export interface RetentionParts {
  clock: Pick<Clock, 'after'>
  /** The time that people are counted from, ms; null: unknown, and nobody is deleted. See ServerClock. */
  now: () => number | null
  keepMs: () => number
  /** The last complete sync is long ago, and there is a key for another. */
  syncFirst: () => boolean
  changed: (accountIds: string[]) => void
  failed: (error: unknown) => void
}

/**
 * Keeps to how long a workspace keeps people, as long as it is open: soon after and every six hours or, where nobody
 * looked for long, an hour later, when a sync had time to: after a long holiday, or a clock that was wrong, nobody is gone.
 * `failed` hears of a look that could not delete; the next one tries again.
 */
export const startRetention = (
  cache: Pick<Cache, 'retain' | 'accounts'>,
  { clock, now, keepMs, syncFirst, changed, failed }: RetentionParts,
): Retention => {
  let stopNext: () => void = () => undefined
  let stopped = false
  const apply = async (): Promise<number> => {
    let people = 0
    for (let more = true; more && !stopped; ) {
      const at = now()
      if (at === null) break
      const deleted = await cache.retain(at - keepMs(), at)
      people += deleted.people
      more = deleted.more
    }
    if (people > 0) changed((await cache.accounts()).map(({ id }) => id))
    return people
  }
  const look = (): void => {
    apply().catch((error: unknown) => {
      if (!stopped) failed(error)
    })
    stopNext = clock.after(EVERY_MS, lookWhenSeen)
  }
  const lookWhenSeen = (): void => {
    if (syncFirst()) stopNext = clock.after(AFTER_SYNC_MS, look)
    else look()
  }
  stopNext = clock.after(FIRST_MS, lookWhenSeen)
  return {
    apply,
    stop: () => {
      stopped = true
      stopNext()
    },
  }
}
