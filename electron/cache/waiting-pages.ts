import type { ThreadRequest } from '../threads/messages.ts'
import type { SyncPage } from './cache.ts'

/** So many items are written at once: about half a second, during which nothing else is written. */
const MOST_ITEMS = 10_000

/** Pages of a sync that arrived while something else was written. */
export interface WaitingPages {
  /** Whether the request is a page, which waits now. */
  add(request: ThreadRequest): boolean
  /** Writes what waits. */
  flush(): void
}

/** The page of such a request. */
export const pageOf = ({ args }: ThreadRequest): SyncPage => args[0] as SyncPage

/**
 * Group commit: pages that are in the thread's mailbox together are written together, and are answered when they are on
 * disk. A page that comes alone is written at once; when pages come faster than they can be written, more of them share
 * what a transaction costs. `write` answers requests in their order.
 */
export const createWaitingPages = (write: (requests: ThreadRequest[]) => void): WaitingPages => {
  let waiting: ThreadRequest[] = []
  let items = 0
  const flush = (): void => {
    if (waiting.length === 0) return
    const requests = waiting
    waiting = []
    items = 0
    write(requests)
  }
  return {
    add: (request) => {
      if (request.method !== 'savePage') return false
      // The mailbox is emptied before this runs.
      if (waiting.length === 0) setImmediate(flush)
      waiting.push(request)
      items += pageOf(request).items.length
      if (items >= MOST_ITEMS) flush()
      return true
    },
    flush,
  }
}
