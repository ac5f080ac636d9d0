import type Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AttendeeRecord } from '#shared/domain/records.ts'
import { NOTHING_ELSE, runningCheckpoint } from '../testing/records.ts'
import type { SyncPage } from './cache.ts'
import { openDatabase } from './open.ts'
import { savePages } from './save-page.ts'
import { createStore } from './statements.ts'

/** Few people on few names, so that pages meet each other's. */
const attendee = (accountId: string, person: number, name: string): AttendeeRecord => ({
  id: `${accountId}-${person}`,
  accountId,
  provider: 'telegram',
  providerId: `${person}`,
  name,
  ...NOTHING_ELSE,
  identifiers: [
    { kind: 'internal', value: `${person}`, source: 'attendee' },
    { kind: 'username', value: `${name}${person}`.replace(/\W/g, ''), source: 'attendee' },
  ],
})

const arbitraryItems = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom('Ada Lovelace', 'Zoë', '山田 太郎', '')),
  { maxLength: 8 },
)
const arbitraryPage = fc.record({
  accountId: fc.constantFrom('a', 'b'),
  resource: fc.constantFrom('attendees', 'attendees', 'attendees', 'chats'),
  items: arbitraryItems,
  isLast: fc.boolean(),
})

type Given = typeof arbitraryPage extends fc.Arbitrary<infer T> ? T : never

const pageOf = ({ accountId, resource, items, isLast }: Given, index: number): SyncPage => {
  const shared = {
    problems: [],
    at: 1_000 + index,
    checkpoint: runningCheckpoint(accountId, resource === 'chats' ? 'chats' : 'attendees', {
      generation: 1 + Math.floor(index / 4),
      ...(isLast ? { state: 'done', completedAt: 1_000 + index } : { cursor: `c${index}` }),
    }),
  }
  if (resource !== 'chats')
    return { ...shared, resource: 'attendees', items: items.map(([person, name]) => attendee(accountId, person, name)) }
  const chats = items.map(([person]) => ({
    id: `chat-${accountId}-${person}`,
    accountId,
    provider: 'telegram' as const,
    providerId: `chat-${person}`,
    type: 'single' as const,
    name: null,
    attendeeProviderId: `${person}`,
    lastMessageAt: 86_400_000 * index,
    unreadCount: 0,
    archived: false,
    readOnly: false,
  }))
  return { ...shared, resource: 'chats', items: chats }
}

const CONTENTS = [
  'SELECT * FROM attendees ORDER BY row',
  'SELECT * FROM facets ORDER BY row',
  'SELECT * FROM keys ORDER BY value, scope, attendee_row',
  'SELECT * FROM tallies WHERE n <> 0 ORDER BY sort, list_no, bucket, reasons',
  'SELECT * FROM checkpoints ORDER BY account_id, resource',
  'SELECT attendee_id, at, kind, before, after FROM changes ORDER BY attendee_id, at, kind, before, after',
  'SELECT * FROM departed ORDER BY row',
  // What the text indexes find, term by term.
  `SELECT rowid, 'ada' FROM words WHERE words MATCH '"ada"'`,
  `SELECT rowid, 'zoe' FROM words WHERE words MATCH '"zoe"'`,
  `SELECT rowid, '山' FROM words WHERE words MATCH '"山"'`,
  `SELECT rowid, 'lov' FROM fragments WHERE fragments MATCH '"lov"'`,
]
const contentsOf = (db: Database.Database): unknown[] => CONTENTS.map((sql) => db.prepare(sql).raw().all())

describe('pages that are saved together', () => {
  it('leave what they would have left one by one, whoever they share', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryPage, { minLength: 1, maxLength: 10 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 10, maxLength: 10 }),
        (given, sizes) => {
          const pages = given.map(pageOf)
          const [alone, together] = [openDatabase(':memory:'), openDatabase(':memory:')]
          const store = createStore(alone)
          for (const page of pages) savePages(store, [page])
          const grouped = createStore(together)
          const rest = [...pages]
          for (const size of sizes) savePages(grouped, rest.splice(0, size))
          expect(contentsOf(together)).toEqual(contentsOf(alone))
          alone.close()
          together.close()
        },
      ),
      { numRuns: 150 },
    )
  })

  it('are all taken back when one of them cannot be written', () => {
    const db = openDatabase(':memory:')
    const store = createStore(db)
    const page = pageOf({ accountId: 'a', resource: 'attendees', items: [[1, 'Ada Lovelace']], isLast: false }, 0)
    const wrong = { ...page, checkpoint: { ...page.checkpoint, accountId: null as unknown as string } }
    const before = contentsOf(db)
    expect(() => savePages(store, [page, wrong])).toThrow()
    expect(contentsOf(db)).toEqual(before)
    db.close()
  })
})
