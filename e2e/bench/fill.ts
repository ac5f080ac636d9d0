import type { Checkpoint, SyncPage } from '../../electron/cache/cache.ts'
import type { AttendeeRecord } from '../../shared/domain/records.ts'
import { accounts, attendeeAt, chatAt } from './data.ts'

/** Rows per saved page. */
const PAGE_ROWS = 1_000

/** Pages that share a transaction: as many as the cache's thread takes together when they come faster than it writes. */
const PAGES_TOGETHER = 10

/** One attendee in this many has a chat. */
const CHAT_EVERY = 8

/** Yesterday: who was not seen for a month would be deleted when the app opens the cache. */
const FIRST_SEEN = Date.now() - 86_400_000

const checkpoint = (accountId: string, resource: Checkpoint['resource']): Checkpoint => ({
  accountId,
  resource,
  generation: 1,
  state: 'running',
  cursor: null,
  pages: 1,
  items: 1,
  problems: 0,
  startedAt: 1,
  completedAt: null,
  failure: null,
})

/** Pages of one account each, as a sync saves them: accounts are read one page after the other. */
function* pagesOf(rows: Iterable<AttendeeRecord>): Generator<SyncPage> {
  const waiting = new Map(accounts.map(({ id }) => [id, [] as AttendeeRecord[]]))
  let at = FIRST_SEEN
  const page = (accountId: string, items: AttendeeRecord[]): SyncPage => {
    at += 1_000
    return { resource: 'attendees', items, problems: [], at, checkpoint: checkpoint(accountId, 'attendees') }
  }
  for (const row of rows) {
    const items = waiting.get(row.accountId) ?? []
    items.push(row)
    if (items.length < PAGE_ROWS) continue
    yield page(row.accountId, items)
    waiting.set(row.accountId, [])
  }
  for (const [accountId, items] of waiting) if (items.length > 0) yield page(accountId, items)
}

export function* attendees(from: number, to: number, version = 0): Generator<AttendeeRecord> {
  for (let index = from; index < to; index++) yield attendeeAt(index, version)
}

/** Saves pages that arrived together, as the cache's thread does. */
export type SaveTogether = (pages: SyncPage[]) => void

/** Saves attendees through the cache; answers the milliseconds that saving took, without making the rows. */
export const saveRows = (save: SaveTogether, rows: Iterable<AttendeeRecord>): number => {
  let ms = 0
  let waiting: SyncPage[] = []
  const flush = (): void => {
    const start = performance.now()
    save(waiting)
    ms += performance.now() - start
    waiting = []
  }
  for (const page of pagesOf(rows)) {
    waiting.push(page)
    if (waiting.length === PAGES_TOGETHER) flush()
  }
  flush()
  return ms
}

/** Saves the chats of these attendees: the reasons and the last activity of the lists. */
export const saveChats = (save: SaveTogether, rows: number): void => {
  const waiting = new Map(accounts.map(({ id }) => [id, [] as ReturnType<typeof chatAt>[]]))
  for (let index = 0; index < rows; index += CHAT_EVERY) {
    const chat = chatAt(index)
    waiting.get(chat.accountId)?.push(chat)
  }
  for (const [accountId, chats] of waiting)
    for (let from = 0; from < chats.length; from += PAGE_ROWS)
      save([
        {
          resource: 'chats',
          items: chats.slice(from, from + PAGE_ROWS),
          problems: [],
          at: FIRST_SEEN,
          checkpoint: checkpoint(accountId, 'chats'),
        },
      ])
}
