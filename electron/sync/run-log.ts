import { randomUUID } from 'node:crypto'
import type { SyncRun } from '#shared/domain/sync.ts'
import type { Board } from './board.ts'
import type { RunContext } from './run-context.ts'
import type { SyncRequest } from './runner.ts'

/** Notes the beginning of a run in the sync log. Rejects with `storage`. */
export const logStart = async (
  { cache, clock }: Pick<RunContext, 'cache' | 'clock'>,
  { accountId, cause = 'asked' }: SyncRequest,
): Promise<SyncRun> => {
  const run: SyncRun = {
    id: randomUUID(),
    cause,
    accountId,
    startedAt: clock.now(),
    endedAt: null,
    outcome: 'running',
    pages: 0,
    items: 0,
    problems: 0,
    failure: null,
  }
  await cache.saveRun(run)
  return run
}

const outcomeOf = (board: Board, signal: AbortSignal, startedAt: number): SyncRun['outcome'] => {
  if (signal.aborted) return signal.reason === 'cancelled' ? 'cancelled' : 'interrupted'
  const { failure, resources } = board.status()
  const hasFailed = resources.some((one) => one.state === 'failed' && (one.startedAt ?? 0) >= startedAt)
  return failure !== null || hasFailed ? 'failed' : 'done'
}

/** Notes how the run ended, with the sums over what it read. Rejects with `storage`. */
export const logEnd = async ({ cache, board, clock, signal }: RunContext, run: SyncRun): Promise<void> => {
  const { failure, resources } = board.status()
  const own = resources.filter(({ startedAt }) => (startedAt ?? 0) >= run.startedAt)
  const sum = (field: 'pages' | 'items' | 'problems'): number => own.reduce((total, one) => total + one[field], 0)
  await cache.saveRun({
    ...run,
    endedAt: clock.now(),
    outcome: outcomeOf(board, signal, run.startedAt),
    pages: sum('pages'),
    items: sum('items'),
    problems: sum('problems'),
    failure: failure ?? own.find((one) => one.failure !== null)?.failure ?? null,
  })
}
