import { AppError, type ErrorKind } from '#shared/domain/errors.ts'
import type { Resource } from '#shared/domain/records.ts'
import type { Cache, Checkpoint } from '../cache/cache.ts'
import type { PostpressClient } from '../postpress/client.ts'
import type { Clock } from '../postpress/clock.ts'
import { type Board, failureOf } from './board.ts'
import type { Pause } from './pause.ts'

/** How a run ends early: by the person, or by quitting, a lost network, a wrong key. It names the state that is kept. */
export type StopState = 'cancelled' | 'interrupted'

/** What all parts of one run share. */
export interface RunContext {
  /**
   * `full` reads everything from its beginning; `update` what is new since a recent complete reading; `rest` what was not
   * read to its end, and nothing else.
   */
  depth: 'full' | 'update' | 'rest'
  cache: Cache
  client: PostpressClient
  board: Board
  pause: Pause
  clock: Clock
  /** 0 <= n < 1. */
  random: () => number
  /** Aborted with a StopState as its reason. */
  signal: AbortSignal
  /** Rows of an account changed. */
  changed(accountId: string): void
  /** Ends the whole run: the failure concerns every account. */
  fail(error: unknown): void
}

/** Failures after which no other call of the workspace can succeed. */
const WORKSPACE_KINDS: ReadonlySet<ErrorKind> = new Set([
  'offline',
  'wrong-key',
  'no-key',
  'tls',
  'redirected',
  'storage',
])

export const concernsWorkspace = (error: unknown): boolean =>
  error instanceof AppError && WORKSPACE_KINDS.has(error.failure.kind)

/** An unfinished run is continued for a day; after that the list has changed too much to trust its middle. */
const RESUME_WITHIN_MS = 24 * 60 * 60 * 1_000

const canResume = (last: Checkpoint, resource: Resource, now: number): boolean => {
  if (
    last.state === 'done' ||
    last.isUpdate === true ||
    last.startedAt === null ||
    Math.abs(now - last.startedAt) > RESUME_WITHIN_MS
  )
    return false
  // Members have no cursor of their own: the cache knows which chats are still to be read since the start.
  return last.cursor !== null || (resource === 'members' && last.state !== 'queued')
}

/** A run of a resource from its beginning. A new generation: rows that it does not meet again are gone. */
export const freshCheckpoint = (
  accountId: string,
  resource: Resource,
  last: Checkpoint | null,
  now: number,
): Checkpoint => ({
  accountId,
  resource,
  generation: (last?.generation ?? 0) + 1,
  state: 'running',
  cursor: null,
  pages: 0,
  items: 0,
  problems: 0,
  startedAt: now,
  completedAt: last?.completedAt ?? null,
  readAt: last?.readAt ?? null,
  failure: null,
})

/** An update on top of a complete reading. Saved as done with every page: a kill leaves that reading as it was. */
export const updateCheckpoint = (last: Checkpoint, now: number): Checkpoint => ({
  ...last,
  isUpdate: true,
  state: 'done',
  pages: 0,
  items: 0,
  problems: 0,
  startedAt: now,
  failure: null,
})

/** The checkpoint to go on from: the unfinished run's (also after a kill), or a fresh one. */
export const openCheckpoint = (context: RunContext, accountId: string, resource: Resource): Checkpoint => {
  const last = context.board.get(accountId, resource)
  const now = context.clock.now()
  if (last === null || !canResume(last, resource, now)) return freshCheckpoint(accountId, resource, last, now)
  return { ...last, state: 'running', failure: null }
}

/** Keeps how a resource ended early; ends the whole run when the failure concerns the workspace. */
export const closeEarly = async (context: RunContext, checkpoint: Checkpoint, error: unknown): Promise<void> => {
  if (!context.signal.aborted && concernsWorkspace(error)) context.fail(error)
  const stopped = context.signal.aborted ? (context.signal.reason as StopState) : null
  const closed: Checkpoint =
    stopped === null ? { ...checkpoint, state: 'failed', failure: failureOf(error) } : { ...checkpoint, state: stopped }
  context.board.put(closed)
  try {
    await context.cache.saveCheckpoint(closed)
  } catch (storage) {
    context.fail(storage)
  }
}
