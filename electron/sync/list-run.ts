import { AppError } from '#shared/domain/errors.ts'
import type { AttendeeRecord, ChatRecord, RelationRecord } from '#shared/domain/records.ts'
import type { Checkpoint } from '../cache/cache.ts'
import type { AccountRef } from '../postpress/map/attendee.ts'
import type { Page } from '../postpress/wire/list.ts'
import { type CursorGuard, createCursorGuard, type PassedPage } from './cursor-guard.ts'
import { fetchPage } from './fetch-page.ts'
import { closeEarly, freshCheckpoint, openCheckpoint, type RunContext } from './run-context.ts'

type ListResource = 'attendees' | 'chats' | 'relations'
type Rows =
  | { resource: 'attendees'; items: AttendeeRecord[] }
  | { resource: 'chats'; items: ChatRecord[] }
  | { resource: 'relations'; items: RelationRecord[] }

/** One page: rows as the cache takes them, and the ids by which a repeated page is recognised. */
type Fetched = Pick<Page<unknown>, 'cursor' | 'problems'> & { rows: Rows; ids: string[] }

const fetchRows = async (
  context: RunContext,
  account: AccountRef,
  resource: ListResource,
  cursor: string | null,
): Promise<Fetched> => {
  const { client, signal } = context
  if (resource === 'attendees') {
    const { items, ...page } = await client.attendees(account, cursor, signal)
    return { ...page, rows: { resource, items }, ids: items.map(({ id }) => id) }
  }
  if (resource === 'chats') {
    const { items, ...page } = await client.chats(account, cursor, signal)
    return { ...page, rows: { resource, items }, ids: items.map(({ id }) => id) }
  }
  const { items, ...page } = await client.relations(account.id, cursor, signal)
  return { ...page, rows: { resource, items }, ids: items.map(({ internalId }) => internalId) }
}

/** The checkpoint after a page: rows and it are saved in one transaction. */
const advance = (before: Checkpoint, page: Fetched, passed: PassedPage, now: number): Checkpoint => {
  const next: Checkpoint = {
    ...before,
    cursor: page.cursor,
    pages: before.pages + 1,
    items: before.items + passed.fresh,
    problems: before.problems + page.problems.length,
  }
  // A position that loops is worthless: the next run starts from the beginning.
  if (passed.failure !== null) return { ...next, state: 'failed', cursor: null, failure: passed.failure.failure }
  return page.cursor === null ? { ...next, state: 'done', completedAt: now } : next
}

/** Reads and saves one page; returns the checkpoint after it. */
const step = async (
  context: RunContext,
  account: AccountRef,
  checkpoint: Checkpoint & { resource: ListResource },
  guard: CursorGuard,
): Promise<Checkpoint & { resource: ListResource }> => {
  const { resource, cursor } = checkpoint
  const page = await fetchPage(context, () => fetchRows(context, account, resource, cursor), resource === 'relations')
  const setAside = page.problems.map(({ itemId }) => itemId)
  const passed = guard.pass({ ids: page.ids, setAside, cursor: page.cursor })
  const at = context.clock.now()
  const next = advance(checkpoint, page, passed, at)
  await context.cache.savePage({ ...page.rows, checkpoint: next, problems: page.problems, at })
  context.board.put(next)
  context.changed(account.id)
  return { ...next, resource }
}

/** The API forgets cursors after a while: only then does a page with one get "invalid parameters". */
const isExpired = (error: unknown, checkpoint: Checkpoint): boolean =>
  checkpoint.cursor !== null && error instanceof AppError && error.failure.kind === 'bad-input'

/**
 * Reads one list of an account to its end, page by page, from where the last unfinished run stopped. Never throws: how
 * it ended is in its checkpoint.
 */
export const runList = async (context: RunContext, account: AccountRef, resource: ListResource): Promise<void> => {
  let checkpoint = { ...openCheckpoint(context, account.id, resource), resource }
  let guard = createCursorGuard(checkpoint.cursor)
  let canRestart = true
  context.board.put(checkpoint)
  while (checkpoint.state === 'running') {
    try {
      checkpoint = await step(context, account, checkpoint, guard)
    } catch (error) {
      if (!canRestart || !isExpired(error, checkpoint)) return closeEarly(context, checkpoint, error)
      canRestart = false
      checkpoint = { ...freshCheckpoint(account.id, resource, checkpoint, context.clock.now()), resource }
      guard = createCursorGuard(null)
    }
  }
}
