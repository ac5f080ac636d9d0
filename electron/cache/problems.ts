import type { SyncProblem } from '#shared/domain/sync.ts'
import type { Checkpoint, Problem } from './cache.ts'
import type { Store } from './statements.ts'

type Scope =
  | Pick<Checkpoint, 'accountId' | 'resource' | 'generation'>
  | {
      accountId: string
      resource: 'accounts'
      generation: number
    }

/** Sets items aside, once per item and reason. An item without an id is kept under the empty id. */
export const noteProblems = (
  store: Store,
  { accountId, resource, generation }: Scope,
  problems: Problem[],
  at: number,
): void => {
  for (const { itemId, reason } of problems)
    store.run(
      `INSERT INTO problems (account_id, resource, item_id, reason, times, first_at, last_at, generation) VALUES (?, ?, ?, ?, 1, ?, ?, ?)
       ON CONFLICT DO UPDATE SET times = times + 1, last_at = excluded.last_at, generation = excluded.generation`,
      accountId,
      resource,
      itemId ?? '',
      reason,
      at,
      at,
      generation,
    )
}

/**
 * Ids that the run of this generation could not read. Null when one of them had no id: any cached row could be that
 * item, so nothing may count as gone.
 */
export const sparedIds = (store: Store, { accountId, resource, generation }: Checkpoint): Set<string> | null => {
  const ids = new Set(
    store
      .all<{ item_id: string }>(
        'SELECT item_id FROM problems WHERE account_id = ? AND resource = ? AND generation = ?',
        accountId,
        resource,
        generation,
      )
      .map(({ item_id }) => item_id),
  )
  return ids.has('') ? null : ids
}

/** After a complete run: what it did not meet again is solved. */
export const forgetSolved = (store: Store, { accountId, resource, generation }: Scope): void => {
  store.run(
    'DELETE FROM problems WHERE account_id = ? AND resource = ? AND generation < ?',
    accountId,
    resource,
    generation,
  )
}

/** More of one list are a fault of the server, not of items: nobody reads them one by one. */
const MOST_PROBLEMS = 500

/** The open problems, newest first, at most 500. */
export const readProblems = (store: Store): SyncProblem[] =>
  store
    .all<Omit<SyncProblem, 'itemId'> & { itemId: string }>(
      `SELECT account_id AS accountId, resource, item_id AS itemId, reason, times, first_at AS firstAt, last_at AS lastAt
       FROM problems ORDER BY last_at DESC, account_id, resource, item_id LIMIT ${MOST_PROBLEMS}`,
    )
    .map((problem) => ({ ...problem, itemId: problem.itemId === '' ? null : problem.itemId }))
