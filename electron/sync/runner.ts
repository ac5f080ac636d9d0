import { AppError, type ErrorKind } from '#shared/domain/errors.ts'
import type { SyncRun } from '#shared/domain/sync.ts'
import type { PostpressClient } from '../postpress/client.ts'
import { type Board, failureOf } from './board.ts'
import { keepCompletion, keepContact } from './history.ts'
import type { Publisher } from './publisher.ts'
import { runSync } from './run.ts'
import type { RunContext, StopState } from './run-context.ts'
import { logEnd, logStart } from './run-log.ts'

/** The API did not answer at all. */
const UNREACHED: ReadonlySet<ErrorKind> = new Set(['offline', 'tls', 'timeout', 'redirected', 'service-unavailable'])

export interface SyncRequest {
  /** Null: all accounts. */
  accountId: string | null
  /** See RunContext; `full` when absent. */
  depth?: RunContext['depth']
  /** `asked` when absent. */
  cause?: SyncRun['cause']
}

const report = (board: Board, error: unknown): void => {
  const failure = failureOf(error)
  const isUnreached = error instanceof AppError && UNREACHED.has(failure.kind)
  board.patch({ failure, ...(isUnreached ? { connection: 'offline' } : {}) })
}

type Shared = Pick<RunContext, 'cache' | 'board' | 'clock' | 'random' | 'pause'> & { publisher: Publisher }

/** What a run needs, and its end by a failure of the workspace. */
const contextOf = (
  shared: Shared,
  { depth = 'full' }: SyncRequest,
  client: PostpressClient,
  controller: AbortController,
): RunContext => ({
  ...shared,
  depth,
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
const carryOut = async (context: RunContext, request: SyncRequest): Promise<void> => {
  const { cache, board, signal, clock } = context
  const { accountId } = request
  let run: SyncRun | null = null
  try {
    run = await logStart(context, request)
    await runSync(context, accountId)
  } catch (error) {
    if (!signal.aborted) report(board, error)
  }
  board.clearQueue()
  try {
    await keepContact(cache, board)
    if (accountId === null && !signal.aborted) await keepCompletion(cache, board, clock.now())
    if (run !== null) await logEnd(context, run)
  } catch (error) {
    report(board, error)
  }
}

/** Lets one run be under way at a time. */
export interface Runner {
  begin(request: SyncRequest, client: PostpressClient): void
  /** The request of the run that is under way. */
  current(): SyncRequest | null
  /** Carries a request out after the run that is under way. */
  queue(request: SyncRequest): void
  /** Stops the run and what waits behind it; resolves when nothing is written any more. */
  end(state: StopState): Promise<void>
  idle(): Promise<void>
}

export const createRunner = (shared: Shared): Runner => {
  const { board, publisher } = shared
  let running: { request: SyncRequest; controller: AbortController; ended: Promise<void> } | null = null
  let waiting: SyncRequest | null = null

  const begin = (request: SyncRequest, client: PostpressClient): void => {
    const controller = new AbortController()
    board.patch({ running: true, failure: null })
    const ended = carryOut(contextOf(shared, request, client, controller), request).then(() => finish(client))
    running = { request, controller, ended }
  }
  const finish = (client: PostpressClient): void => {
    const next = waiting
    running = null
    waiting = null
    if (next !== null) {
      begin(next, client)
    } else {
      shared.pause.open()
      board.patch({ running: false, paused: false })
      publisher.flush()
    }
  }
  const idle = async (): Promise<void> => {
    while (running !== null) await running.ended
  }
  return {
    begin,
    current: () => running?.request ?? null,
    queue: (request) => {
      waiting = waiting === null ? request : { accountId: null }
    },
    end: async (state) => {
      waiting = null
      running?.controller.abort(state)
      await idle()
    },
    idle,
  }
}
