import { AppError, type ErrorKind } from '#shared/domain/errors.ts'
import type { AttendeeRecord } from '#shared/domain/records.ts'
import type { Checkpoint, Problem } from '../cache/cache.ts'
import type { AccountRef } from '../postpress/map/attendee.ts'
import type { Page } from '../postpress/wire/list.ts'
import { createCursorGuard } from './cursor-guard.ts'
import { fetchPage } from './fetch-page.ts'
import { closeEarly, openCheckpoint, type RunContext, updateCheckpoint } from './run-context.ts'

/** Chats asked from the cache at once. */
const SLICE = 50
/** Failures in a row after which the fault is not the chats'. */
const MAX_FAILED_CHATS = 5

/** A failure that passes gives a chat this many more turns in the same run. */
const MORE_ROUNDS = 2

/** Failures of one chat (deleted, closed to members, badly answered): the others go on. */
const CHAT_KINDS: ReadonlySet<ErrorKind> = new Set([
  'not-found',
  'bad-input',
  'not-supported',
  'permission-missing',
  'unreachable-recipient',
  'bad-response',
  'provider-error',
  'timeout',
])

const concernsChat = (error: unknown): error is AppError =>
  error instanceof AppError && CHAT_KINDS.has(error.failure.kind)

/** The run's checkpoint, which moves with every page. */
interface MembersRun {
  checkpoint: Checkpoint
}

/** Saves a page of one chat with the counts that it brings; `complete`: absent members have left. */
const keep = async (
  context: RunContext,
  run: MembersRun,
  page: {
    chatId: string
    items: AttendeeRecord[]
    problems: Problem[]
    complete: boolean
    keepsAbsent: boolean
    fresh: number
    pages: 0 | 1
  },
): Promise<void> => {
  const { chatId, items, problems, complete, keepsAbsent } = page
  const checkpoint: Checkpoint = {
    ...run.checkpoint,
    pages: run.checkpoint.pages + page.pages,
    items: run.checkpoint.items + page.fresh,
    problems: run.checkpoint.problems + problems.length,
  }
  const at = context.clock.now()
  await context.cache.savePage({ resource: 'members', chatId, items, complete, keepsAbsent, checkpoint, problems, at })
  run.checkpoint = checkpoint
  context.board.put(checkpoint)
  context.changed(checkpoint.accountId)
}

/** Reads all members of one chat. Throws what ended it early; the pages before are kept. */
const readChat = async (context: RunContext, account: AccountRef, chatId: string, run: MembersRun): Promise<void> => {
  const { client, signal } = context
  const guard = createCursorGuard(null)
  let cursor: string | null = null
  let keepsAbsent = false
  do {
    const asked: string | null = cursor
    const page: Page<AttendeeRecord> = await fetchPage(
      context,
      () => client.chatAttendees(account, chatId, asked, signal),
      { accountId: account.id, spends: false },
    )
    const setAside = page.problems.map(({ itemId }) => itemId)
    const passed = guard.pass({ ids: page.items.map(({ id }) => id), setAside, cursor: page.cursor })
    keepsAbsent ||= page.problems.length > 0
    const complete = page.cursor === null
    await keep(context, run, { ...page, chatId, complete, keepsAbsent, fresh: passed.fresh, pages: 1 })
    if (passed.failure !== null) throw passed.failure
    cursor = page.cursor
  } while (cursor !== null)
}

/** Reads chat after chat until none is left. Throws what concerns more than one chat. */
const readChats = async (
  context: RunContext,
  account: AccountRef,
  run: MembersRun,
  since: number | null,
): Promise<void> => {
  const tried = new Set<string>()
  const again = new Map<string, number>()
  let failed = 0
  let failedInRow = 0
  for (;;) {
    // Failed chats stay in the cache's list: they must not hide the others.
    const listed = await context.cache.chatsWithoutMembers(account.id, since, SLICE + failed)
    const chats = listed.filter(({ id }) => !tried.has(id))
    if (chats.length === 0) return
    for (const { id } of chats) {
      tried.add(id)
      try {
        await readChat(context, account, id, run)
        failedInRow = 0
      } catch (error) {
        failed += 1
        failedInRow += 1
        if (context.signal.aborted || !concernsChat(error) || failedInRow >= MAX_FAILED_CHATS) throw error
        const rounds = again.get(id) ?? 0
        if (error.failure.retryable && rounds < MORE_ROUNDS) {
          // Its turn comes again after the others.
          again.set(id, rounds + 1)
          tried.delete(id)
          continue
        }
        // Its members from earlier runs stay.
        const problems = [{ itemId: id, reason: `Members not read: ${error.failure.message}` }]
        await keep(context, run, {
          chatId: id,
          items: [],
          problems,
          complete: false,
          keepsAbsent: true,
          fresh: 0,
          pages: 0,
        })
      }
    }
  }
}

/**
 * Reads the members of every group and channel of an account that was not read since the run started. Never throws: how
 * it ended is in its checkpoint. After a kill it goes on with the chats that are left.
 */
export const runMembers = async (context: RunContext, account: AccountRef): Promise<void> => {
  const run: MembersRun = { checkpoint: openCheckpoint(context, account.id, 'members') }
  context.board.put(run.checkpoint)
  try {
    await readChats(context, account, run, run.checkpoint.startedAt ?? context.clock.now())
    const { startedAt } = run.checkpoint
    const whole = { readAt: startedAt, fullAt: startedAt }
    const done: Checkpoint = { ...run.checkpoint, ...whole, state: 'done', completedAt: context.clock.now() }
    await context.cache.saveCheckpoint(done)
    context.board.put(done)
  } catch (error) {
    await closeEarly(context, run.checkpoint, error)
  }
}

/** Reads the members of new groups, and of those with news since they were read. Never throws. */
export const updateMembers = async (context: RunContext, account: AccountRef, last: Checkpoint): Promise<void> => {
  const startedAt = context.clock.now()
  // Its own generation tells who left a chat since it was read last.
  const checkpoint = { ...updateCheckpoint(last, startedAt), generation: last.generation + 1 }
  const run: MembersRun = { checkpoint }
  context.board.put({ ...run.checkpoint, state: 'running' })
  try {
    await readChats(context, account, run, null)
    const done: Checkpoint = { ...run.checkpoint, completedAt: context.clock.now(), readAt: startedAt }
    await context.cache.saveCheckpoint(done)
    context.board.put(done)
  } catch (error) {
    await closeEarly(context, run.checkpoint, error)
  }
}
