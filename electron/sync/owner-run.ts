import { AppError } from '#shared/domain/errors.ts'
import { dailyLimitOf, localDay } from '#shared/domain/lookup-budget.ts'
import type { OwnerRecord } from '#shared/domain/records.ts'
import type { Checkpoint } from '../cache/cache.ts'
import type { AccountRef } from '../postpress/map/attendee.ts'
import { fetchPage } from './fetch-page.ts'
import { closeEarly, openCheckpoint, type RunContext } from './run-context.ts'
import { closeUnavailable } from './unavailable.ts'

/** Failures that never reached postpress, so no look-up was spent. */
const UNSENT = new Set(['offline', 'tls', 'redirected', 'no-key', 'cancelled'])

const refuseOverBudget = async ({ cache, clock }: RunContext, { id }: AccountRef): Promise<void> => {
  const account = (await cache.accounts()).find((one) => one.id === id)
  const used = (await cache.lookupsOn(localDay(clock.now())))[id] ?? 0
  if (account === undefined || used < dailyLimitOf(account)) return
  throw new AppError('budget-exceeded', 'The look-ups of today are used, so the own profile was not read.', {
    advice: 'The next sync on another day reads it.',
  })
}

/** The profile, counted as one of the day's look-ups whenever it was asked for. */
const askOwner = async (context: RunContext, account: AccountRef): Promise<OwnerRecord> => {
  const count = () => context.cache.countLookup(account.id, localDay(context.clock.now()))
  try {
    const owner = await fetchPage(context, () => context.client.me(account, context.signal), {
      accountId: account.id,
      spends: true,
    })
    await count()
    return owner
  } catch (error) {
    if (error instanceof AppError && !UNSENT.has(error.failure.kind)) await count()
    throw error
  }
}

/** Reads the account's own profile: one live look-up. Never throws: how it ended is in its checkpoint. */
export const runOwner = async (context: RunContext, account: AccountRef): Promise<void> => {
  const checkpoint = openCheckpoint(context, account.id, 'owner')
  context.board.put(checkpoint)
  try {
    await refuseOverBudget(context, account)
    const owner = await askOwner(context, account)
    const at = context.clock.now()
    const whole = { readAt: checkpoint.startedAt, fullAt: checkpoint.startedAt, completedAt: at }
    const done: Checkpoint = { ...checkpoint, ...whole, state: 'done', pages: 1, items: 1, unavailable: false }
    await context.cache.savePage({ resource: 'owner', items: [owner], checkpoint: done, problems: [], at })
    context.board.put(done)
    context.changed(account.id)
  } catch (error) {
    if (!(await closeUnavailable(context, checkpoint, error))) await closeEarly(context, checkpoint, error)
  }
}
