import type { SyncStatus } from '#shared/domain/sync.ts'
import type { Cache } from '../cache/cache.ts'
import type { PostpressClient } from '../postpress/client.ts'
import { type Clock, systemClock } from '../postpress/clock.ts'
import { createBoard } from './board.ts'
import { restoreBoard } from './history.ts'
import { createPause } from './pause.ts'
import { createPublisher, type Publisher } from './publisher.ts'
import { createRunner, type SyncRequest } from './runner.ts'

export interface SyncParts {
  cache: Cache
  /** Throws `no-key` while the workspace is locked. */
  client: () => PostpressClient
  /** Epoch ms. */
  now: () => number
  /** At most ten times a second; the last status of a run is always sent. */
  onProgress: (status: SyncStatus) => void
  /** Cached rows of these accounts changed. */
  onChanged: (accountIds: string[]) => void
  /** Timer of waits and throttles; real time by default. */
  after?: Clock['after']
  /** 0 <= n < 1. */
  random?: () => number
}

/** Keeps the cache of one workspace up to date with the API. */
export interface Sync {
  /**
   * Starts a run and returns at once. While a run is under way it goes on, and a request that it does not cover is
   * carried out after it. Throws `no-key` while the workspace is locked. Nothing else throws: failures are in the status.
   */
  start(request: SyncRequest): SyncStatus
  /** Holds the run after the pages that are under way, until `resume`, `cancel` or the end of the app. */
  pause(): SyncStatus
  resume(): SyncStatus
  /** A call about the account failed and is tried again at `nextTryAt` (epoch ms): shown beside what is being read. */
  retrying(accountId: string, nextTryAt: number): void
  /** A call outside of a run reached the API, or found no way to it. */
  reached(isConnected: boolean): void
  /** Stops the run; resolves when nothing is written any more. What was read is kept, and continued by the next run. */
  cancel(): Promise<SyncStatus>
  status(): SyncStatus
  /** Ends everything for good, before the cache closes. An unfinished run is continued at the next start. */
  stop(): Promise<void>
  /** Resolves when no run is under way. */
  idle(): Promise<void>
}

/** The sync of one workspace, with what earlier runs left. Rejects with `storage` when the cache cannot be read. */
export const createSync = async (parts: SyncParts): Promise<Sync> => {
  const { cache, now, after = systemClock.after, random = Math.random } = parts
  const clock: Clock = { now, after }
  const publisher: Publisher = createPublisher(clock, {
    progress: () => parts.onProgress(board.status()),
    changed: parts.onChanged,
  })
  const board = createBoard(() => publisher.progressed(), now)
  const pause = createPause()
  await restoreBoard(cache, board)
  const runner = createRunner({ cache, board, clock, random, publisher, pause })
  let isStopped = false

  return {
    start: (request) => {
      const current = runner.current()
      if (isStopped) return board.status()
      if (current === null) runner.begin(request, parts.client())
      // A run of one account does not cover the others.
      else if (current.accountId !== null && current.accountId !== request.accountId) runner.queue(request)
      return board.status()
    },
    pause: () => {
      if (runner.current() === null) return board.status()
      pause.close()
      board.patch({ paused: true })
      return board.status()
    },
    resume: () => {
      pause.open()
      board.patch({ paused: false })
      return board.status()
    },
    retrying: board.retrying,
    reached: (isConnected) =>
      board.patch(isConnected ? { connection: 'connected', lastContactAt: now() } : { connection: 'offline' }),
    cancel: async () => {
      await runner.end('cancelled')
      return board.status()
    },
    status: board.status,
    stop: async () => {
      isStopped = true
      publisher.stop()
      await runner.end('interrupted')
    },
    idle: runner.idle,
  }
}
