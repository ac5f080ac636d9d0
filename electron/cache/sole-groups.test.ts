import { expect, it } from 'vitest'
import type { AttendeeRecord, ChatRecord } from '#shared/domain/records.ts'
import { NOTHING_ELSE } from '../testing/records.ts'
import type { Checkpoint } from './cache.ts'
import { createMethods } from './methods.ts'
import { openDatabase } from './open.ts'

const person = (id: string): AttendeeRecord => ({
  id,
  accountId: 'tg',
  provider: 'telegram',
  providerId: `n${id}`,
  name: `Person ${id}`,
  ...NOTHING_ELSE,
  identifiers: [{ kind: 'internal', value: `n${id}`, source: 'attendee' }],
})

const chat = (id: string, type: ChatRecord['type'], attendeeProviderId: string | null = null): ChatRecord => ({
  id,
  accountId: 'tg',
  provider: 'telegram',
  providerId: id,
  type,
  name: id === 'g1' ? 'Harbour club' : null,
  attendeeProviderId,
  lastMessageAt: 1,
  unreadCount: 0,
  archived: false,
  readOnly: false,
})

const done = (resource: Checkpoint['resource']): Checkpoint => ({
  accountId: 'tg',
  resource,
  generation: 1,
  state: 'done',
  cursor: null,
  pages: 1,
  items: 1,
  problems: 0,
  startedAt: 1,
  completedAt: 2,
  failure: null,
})

it('counts and lists whom exactly one group makes known, in slices of any size', () => {
  const cache = createMethods(openDatabase(':memory:'))
  const people = ['a', 'b', 'c', 'd', 'e'].map(person)
  const rest = { problems: [], at: 5 }
  cache.savePage({ resource: 'attendees', items: people, checkpoint: done('attendees'), ...rest })
  const chats = [chat('g1', 'group'), chat('g2', 'group'), chat('s', 'single', 'nc')]
  cache.savePage({ resource: 'chats', items: chats, checkpoint: done('chats'), ...rest })
  const members = (chatId: string, ids: string[]): void =>
    cache.savePage({
      resource: 'members',
      chatId,
      items: ids.map(person),
      complete: true,
      checkpoint: done('members'),
      ...rest,
    })
  // a and b: only g1. c: g1 and a chat. d: both groups. e: nothing at all.
  members('g1', ['a', 'b', 'c', 'd'])
  members('g2', ['d'])
  for (const size of [1, 2, 100]) {
    const counts = new Map<string, number>()
    let from: number | null = 0
    while (from !== null) {
      const slice: ReturnType<typeof cache.soleSlice> = cache.soleSlice(from, size)
      for (const { chatId, people: n } of slice.counts) counts.set(chatId, (counts.get(chatId) ?? 0) + n)
      from = slice.next
    }
    expect([...counts]).toEqual([['g1', 2]])
  }
  expect(cache.nameGroups([{ chatId: 'g1', people: 2 }])).toEqual([
    { chatId: 'g1', name: 'Harbour club', accountId: 'tg', provider: 'telegram', people: 2 },
  ])
  expect(cache.soleMembers('g1', 10).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(cache.soleMembers('g1', 1).map(({ id }) => id)).toEqual(['a'])
})
