import type { Cache } from '../cache/cache.ts'
import type { Clock } from '../postpress/clock.ts'

/** Between two looks while a workspace stays open, ms. */
const EVERY_MS = 6 * 60 * 60 * 1_000

export interface Retention {
  /** Deletes now; answers how many people went. Throws `storage`. */
  apply(): Promise<number>
  stop(): void
}

/**
 * Keeps to how long a workspace keeps people: now, and while it is open. `failed` hears of a look that could not delete;
 * the next one tries again.
 */
export const startRetention = (
  cache: Pick<Cache, 'retain' | 'accounts'>,
  clock: Clock,
  keepMs: () => number,
  { changed, failed }: { changed: (accountIds: string[]) => void; failed: (error: unknown) => void },
): Retention => {
  let stopNext: () => void = () => undefined
  let stopped = false
  const apply = async (): Promise<number> => {
    let people = 0
    for (let more = true; more && !stopped; ) {
      const deleted = await cache.retain(clock.now() - keepMs())
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
    stopNext = clock.after(EVERY_MS, look)
  }
  look()
  return {
    apply,
    stop: () => {
      stopped = true
      stopNext()
    },
  }
}
