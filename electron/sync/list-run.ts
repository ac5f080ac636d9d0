import { AppError } from '#shared/domain/errors.ts'
import type { Checkpoint } from '../cache/cache.ts'
import type { AccountRef } from '../postpress/map/attendee.ts'
import { createCursorGuard, type PassedPage } from './cursor-guard.ts'
import { type ListRead, type ListResource, readPage } from './list-pages.ts'
import { closeEarly, freshCheckpoint, openCheckpoint, type RunContext, updateCheckpoint } from './run-context.ts'
import { closeUnavailable } from './unavailable.ts'

/** How far the clocks of provider, postpress and this computer may be apart. */
const SKEW_MS = 10 * 60 * 1_000

interface Counted {
  cursor: string | null
  problems: unknown[]
}

const counted = (before: Checkpoint, page: Counted, passed: PassedPage): Checkpoint => ({
  ...before,
  cursor: page.cursor,
  pages: before.pages + 1,
  items: before.items + passed.fresh,
  problems: before.problems + page.problems.length,
})

const completed = (checkpoint: Checkpoint, now: number): Checkpoint => ({
  ...checkpoint,
  state: 'done',
  cursor: null,
  completedAt: now,
  unavailable: false,
  readAt: checkpoint.startedAt,
  fullAt: checkpoint.startedAt,
  failure: null,
})

/** The checkpoint after a page: rows and it are saved in one transaction. */
const advance =
  (before: Checkpoint) =>
  (page: Counted, passed: PassedPage, now: number): Checkpoint => {
    const next = counted(before, page, passed)
    // A position that loops is worthless: the next run starts from the beginning.
    if (passed.failure !== null) return { ...next, state: 'failed', cursor: null, failure: passed.failure.failure }
    // Chats and relations move while several pages are read: their end is not the end yet.
    const isWhole = page.cursor === null && (before.resource === 'attendees' || before.pages === 0)
    return isWhole ? completed(next, now) : next
  }

/**
 * Reads a list that is sorted by time from its newest item until `since`. `whole`: to its end. Throws what ended it
 * early; the pages before are kept.
 */
const readHead = async (
  context: RunContext,
  read: ListRead,
  before: Checkpoint,
  { since, whole }: { since: number; whole: boolean },
): Promise<Checkpoint> => {
  let checkpoint = before
  let cursor: string | null = null
  for (;;) {
    const from: Checkpoint = checkpoint
    const { page, passed, ...saved } = await readPage(context, read, cursor, (got, pass) => ({
      ...counted(from, got, pass),
      cursor: null,
      items: from.items,
    }))
    checkpoint = saved.checkpoint
    context.board.put({ ...checkpoint, state: 'running' })
    if (passed.failure !== null) throw passed.failure
    cursor = page.cursor
    if (cursor === null || (!whole && page.oldest < since - SKEW_MS)) return checkpoint
  }
}

/** Lists without a key or a time to go on from: whoever leaves pulls the others over the page ends. */
const isByOffset = (resource: ListResource): resource is Exclude<ListResource, 'attendees' | 'chats'> =>
  resource !== 'attendees' && resource !== 'chats'

/**
 * After the last of several pages: what moved to the front meanwhile was behind the reader's back. A list read by offset
 * is read a second time before rows count as gone, and after a break: people who left meanwhile pulled others past it.
 */
const settle = async (
  context: RunContext,
  account: AccountRef,
  read: Checkpoint & { resource: ListResource },
  isResumed: boolean,
): Promise<void> => {
  const { resource, generation, startedAt } = read
  const unseen = isByOffset(resource) ? await context.cache.countUnseen(account.id, resource, generation) : 0
  const list = { account, resource, guard: createCursorGuard(null) }
  const whole = unseen > 0 || (isResumed && isByOffset(resource))
  const checkpoint = await readHead(context, list, read, { since: startedAt ?? 0, whole })
  const done = completed(checkpoint, context.clock.now())
  await context.cache.saveCheckpoint(done)
  context.board.put(done)
}

/** The API forgets cursors after a while: only then does a page with one get "invalid parameters". */
const isExpired = (error: unknown, checkpoint: Checkpoint): boolean =>
  checkpoint.cursor !== null && error instanceof AppError && error.failure.kind === 'bad-input'

/**
 * Reads one list of an account to its end, page by page, from where the last unfinished run stopped. Never throws: how
 * it ended is in its checkpoint.
 */
export const runList = async (context: RunContext, account: AccountRef, resource: ListResource): Promise<void> => {
  let checkpoint: Checkpoint = openCheckpoint(context, account.id, resource)
  let guard = createCursorGuard(checkpoint.cursor)
  const isResumed = checkpoint.cursor !== null
  let canRestart = true
  context.board.put(checkpoint)
  while (checkpoint.state === 'running') {
    try {
      const read = { account, resource, guard }
      checkpoint = (await readPage(context, read, checkpoint.cursor, advance(checkpoint))).checkpoint
      context.board.put(checkpoint)
      if (checkpoint.state === 'running' && checkpoint.cursor === null)
        return await settle(context, account, { ...checkpoint, resource }, isResumed)
    } catch (error) {
      if (await closeUnavailable(context, checkpoint, error)) return
      if (!canRestart || !isExpired(error, checkpoint)) return closeEarly(context, checkpoint, error)
      canRestart = false
      checkpoint = freshCheckpoint(account.id, resource, checkpoint, context.clock.now())
      guard = createCursorGuard(null)
    }
  }
}

/**
 * Reads what is new in a list that was read completely before: sorted by time, it ends where the last run began. It
 * deletes nothing. Never throws: how it ended is in its checkpoint.
 */
export const updateList = async (
  context: RunContext,
  account: AccountRef,
  last: Checkpoint & { resource: ListResource },
) => {
  const { resource } = last
  const startedAt = context.clock.now()
  const before = updateCheckpoint(last, startedAt)
  context.board.put({ ...before, state: 'running' })
  try {
    const list = { account, resource, guard: createCursorGuard(null) }
    const read = await readHead(context, list, before, { since: last.readAt ?? 0, whole: false })
    const done: Checkpoint = { ...read, completedAt: context.clock.now(), readAt: startedAt }
    await context.cache.saveCheckpoint(done)
    context.board.put(done)
  } catch (error) {
    await closeEarly(context, before, error)
  }
}
