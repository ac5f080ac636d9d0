import { AppError, type ErrorKind } from '#shared/domain/errors.ts'
import type { SyncStatus } from '#shared/domain/sync.ts'
import type { Cache } from '../cache/cache.ts'
import type { PostpressClient } from '../postpress/client.ts'
import { type Clock, systemClock } from '../postpress/clock.ts'
import { type Board, createBoard, failureOf } from './board.ts'
import { keepCompletion, keepContact, restoreBoard } from './history.ts'
import { createPublisher, type Publisher } from './publisher.ts'
import { runSync } from './run.ts'
import type { RunContext, StopState } from './run-context.ts'

/** The API did not answer at all. */
const UNREACHED: ReadonlySet<ErrorKind> = new Set(['offline', 'tls', 'timeout', 'redirected', 'service-unavailable'])

export interface SyncRequest {
  /** Null: all accounts. */
  accountId: string | null
}

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
  /** Stops the run; resolves when nothing is written any more. What was read is kept, and continued by the next run. */
  cancel(): Promise<SyncStatus>
  status(): SyncStatus
  /** Ends everything for good, before the cache closes. An unfinished run is continued at the next start. */
  stop(): Promise<void>
  /** Resolves when no run is under way. */
  idle(): Promise<void>
}

const report = (board: Board, error: unknown): void => {
  const failure = failureOf(error)
  const isUnreached = error instanceof AppError && UNREACHED.has(failure.kind)
  board.patch({ failure, ...(isUnreached ? { connection: 'offline' } : {}) })
}

/** What a run needs, and its end by a failure of the workspace. */
const contextOf = (
  shared: Pick<RunContext, 'cache' | 'board' | 'clock' | 'random'> & { publisher: Publisher },
  client: PostpressClient,
  controller: AbortController,
): RunContext => ({
  ...shared,
  client,
  signal: controller.signal,
  changed: shared.publisher.changed,
  fail: (error) => {
    if (controller.signal.aborted) return
    report(shared.board, error)
    controller.abort('interrupted' satisfies StopState)
  },
})

/** One run to its end. Never rejects: what went wrong is on the board. */
const carryOut = async (context: RunContext, { accountId }: SyncRequest): Promise<void> => {
  const { cache, board, signal, clock } = context
  try {
    await runSync(context, accountId)
  } catch (error) {
    if (!signal.aborted) report(board, error)
  }
  board.clearQueue()
  try {
    await keepContact(cache, board)
    if (accountId === null && !signal.aborted) await keepCompletion(cache, board, clock.now())
  } catch (error) {
    report(board, error)
  }
}

/** The sync of one workspace, with what earlier runs left. Rejects with `storage` when the cache cannot be read. */
export const createSync = async (parts: SyncParts): Promise<Sync> => {
  const { cache, now, after = systemClock.after, random = Math.random } = parts
  const clock: Clock = { now, after }
  const publisher: Publisher = createPublisher(clock, {
    progress: () => parts.onProgress(board.status()),
    changed: parts.onChanged,
  })
  const board = createBoard(() => publisher.progressed())
  await restoreBoard(cache, board)

  let current: { request: SyncRequest; controller: AbortController; ended: Promise<void> } | null = null
  let waiting: SyncRequest | null = null
  let isStopped = false

  const begin = (request: SyncRequest, client: PostpressClient): void => {
    const controller = new AbortController()
    board.patch({ running: true, failure: null })
    const context = contextOf({ cache, board, clock, random, publisher }, client, controller)
    current = { request, controller, ended: carryOut(context, request).then(() => finish(client)) }
  }

  const finish = (client: PostpressClient): void => {
    const next = waiting
    current = null
    waiting = null
    if (next !== null) {
      begin(next, client)
    } else {
      board.patch({ running: false })
      publisher.flush()
    }
  }

  const idle = async (): Promise<void> => {
    while (current !== null) await current.ended
  }

  const end = async (state: StopState): Promise<void> => {
    waiting = null
    current?.controller.abort(state)
    await idle()
  }

  return {
    start: (request) => {
      if (isStopped) return board.status()
      if (current === null) begin(request, parts.client())
      // A run of one account does not cover the others.
      else if (current.request.accountId !== null && current.request.accountId !== request.accountId)
        waiting = waiting === null ? request : { accountId: null }
      return board.status()
    },
    cancel: async () => {
      await end('cancelled')
      return board.status()
    },
    status: board.status,
    stop: async () => {
      isStopped = true
      publisher.stop()
      await end('interrupted')
    },
    idle,
  }
}
