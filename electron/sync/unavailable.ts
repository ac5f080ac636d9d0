import { AppError } from '#shared/domain/errors.ts'
import type { Resource } from '#shared/domain/records.ts'
import type { Checkpoint } from '../cache/cache.ts'
import type { RunContext } from './run-context.ts'

/** What the API has for some providers and servers only. */
const OPTIONAL: ReadonlySet<Resource> = new Set(['followers', 'following', 'owner'])

/**
 * Closes a resource that the API does not have for this account: complete, with nothing in it. False when `error` says
 * something else. Rejects with `storage`.
 */
export const closeUnavailable = async (
  { cache, board, clock }: RunContext,
  checkpoint: Checkpoint,
  error: unknown,
): Promise<boolean> => {
  const isMissing = error instanceof AppError && error.failure.kind === 'not-supported'
  if (!isMissing || !OPTIONAL.has(checkpoint.resource)) return false
  const { startedAt } = checkpoint
  const whole = { readAt: startedAt, fullAt: startedAt, completedAt: clock.now(), failure: null }
  const closed: Checkpoint = { ...checkpoint, ...whole, state: 'done', cursor: null, unavailable: true }
  await cache.saveCheckpoint(closed)
  board.put(closed)
  return true
}
