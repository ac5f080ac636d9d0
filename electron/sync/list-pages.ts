import type { AttendeeRecord, ChatRecord, FollowRecord, RelationRecord } from '#shared/domain/records.ts'
import type { Checkpoint } from '../cache/cache.ts'
import type { AccountRef } from '../postpress/map/attendee.ts'
import type { Page } from '../postpress/wire/list.ts'
import type { CursorGuard, PassedPage } from './cursor-guard.ts'
import { fetchPage } from './fetch-page.ts'
import type { RunContext } from './run-context.ts'

export type ListResource = 'attendees' | 'chats' | 'relations' | 'followers' | 'following'
type Rows =
  | { resource: 'attendees'; items: AttendeeRecord[] }
  | { resource: 'chats'; items: ChatRecord[] }
  | { resource: 'relations'; items: RelationRecord[] }
  | { resource: 'followers' | 'following'; items: FollowRecord[] }

/** One page: rows as the cache takes them, and the ids by which a repeated page is recognised. */
type Fetched = Pick<Page<unknown>, 'cursor' | 'problems'> & {
  rows: Rows
  ids: string[]
  /** The time by which the list is sorted (newest first), of its oldest item; 0 where there is none. */
  oldest: number
}

/** Lists that the provider is asked for: they cost the account's quota. */
const SPENDING: ReadonlySet<ListResource> = new Set(['relations', 'followers', 'following'])

const oldestOf = (times: (number | null)[]): number =>
  Math.min(...times.map((time) => time ?? 0), Number.MAX_SAFE_INTEGER)

const fetchRows = async (
  context: RunContext,
  account: AccountRef,
  resource: ListResource,
  cursor: string | null,
): Promise<Fetched> => {
  const { client, signal } = context
  if (resource === 'attendees') {
    const { items, ...page } = await client.attendees(account, cursor, signal)
    return { ...page, rows: { resource, items }, ids: items.map(({ id }) => id), oldest: 0 }
  }
  if (resource === 'chats') {
    const { items, ...page } = await client.chats(account, cursor, signal)
    const oldest = oldestOf(items.map(({ lastMessageAt }) => lastMessageAt))
    return { ...page, rows: { resource, items }, ids: items.map(({ id }) => id), oldest }
  }
  if (resource !== 'relations') {
    const { items, ...page } = await client.follows(account, resource, cursor, signal)
    return { ...page, rows: { resource, items }, ids: items.map(({ internalId }) => internalId), oldest: 0 }
  }
  const { items, ...page } = await client.relations(account.id, cursor, signal)
  const oldest = oldestOf(items.map(({ since }) => since))
  return { ...page, rows: { resource, items }, ids: items.map(({ internalId }) => internalId), oldest }
}

/** A list being read. */
export interface ListRead {
  account: AccountRef
  resource: ListResource
  guard: CursorGuard
}

/** Reads and saves one page; `next` makes the checkpoint that is saved with it. */
export const readPage = async (
  context: RunContext,
  { account, resource, guard }: ListRead,
  cursor: string | null,
  next: (page: Fetched, passed: PassedPage, at: number) => Checkpoint,
): Promise<{ page: Fetched; passed: PassedPage; checkpoint: Checkpoint }> => {
  const page = await fetchPage(context, () => fetchRows(context, account, resource, cursor), {
    accountId: account.id,
    spends: SPENDING.has(resource),
  })
  const setAside = page.problems.map(({ itemId }) => itemId)
  const passed = guard.pass({ ids: page.ids, setAside, cursor: page.cursor })
  const at = context.clock.now()
  const checkpoint = next(page, passed, at)
  await context.cache.savePage({ ...page.rows, checkpoint, problems: page.problems, at })
  context.changed(account.id)
  return { page, passed, checkpoint }
}
