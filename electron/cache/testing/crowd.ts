import type { AttendeeQuery, AttendeeRow } from '#shared/domain/attendees.ts'
import { PROVIDERS } from '#shared/domain/providers.ts'
import type { AttendeeRecord, ChatRecord, IdentifierFact } from '#shared/domain/records.ts'
import { identify } from '#shared/identifiers/identify.ts'
import { runningCheckpoint } from '../../testing/records.ts'
import type { CacheMethods } from '../cache.ts'
import { createMethods } from '../methods.ts'
import { openDatabase } from '../open.ts'

/** 20,000 people of every provider, for tests that compare the cache with a scan. */
export const ROWS = 20_000
const FIRST = [
  'Jürgen',
  'Anna',
  'Øyvind',
  'Łukasz',
  'فاطمة',
  '小明',
  'Chloé',
  'Siobhan',
  'Maria',
  'Mário',
  'Δημήτρης',
  'İpek',
]
const LAST = [
  'Müller',
  'Nguyễn',
  "O'Connor",
  'García',
  '王',
  'Weiß',
  'Al-Hassan',
  'Marchand',
  'Lee',
  'Leeman',
  'حداد',
  'Ito',
]
const WORK = ['Baker', 'Ingénieur logiciel', '产品经理', 'Talent Partner', null]

const number = (index: number, width: number): string => String((index * 7_919 + 13) % 10 ** width).padStart(width, '0')

const factsOf = (index: number, provider: AttendeeRecord['provider']): IdentifierFact[] => {
  const name = `user.${index.toString(36)}_${index % 97}`
  const id = `9${number(index, 9)}${number(index * 3, 6)}`
  if (provider === 'whatsapp')
    return [
      { kind: 'internal', value: `${id}@lid`, source: 'attendee' },
      { kind: 'public', value: `336${number(index, 8)}@s.whatsapp.net`, source: 'attendee' },
    ]
  return [
    { kind: 'internal', value: id, source: 'attendee' },
    { kind: provider === 'telegram' ? 'username' : 'public', value: name, source: 'attendee' },
  ]
}

export const personAt = (index: number): AttendeeRecord => {
  const provider = PROVIDERS[index % PROVIDERS.length] ?? 'x'
  const identifiers = factsOf(index, provider)
  return {
    id: `pp${String(index).padStart(20, '0')}`,
    accountId: `account-${provider}`,
    provider,
    providerId: identifiers[0]?.value ?? '',
    name: `${FIRST[index % FIRST.length]} ${LAST[(index * 5 + Math.floor(index / 12)) % LAST.length]} ${index % 50 === 0 ? index : ''}`,
    isSelf: false,
    hidden: false,
    headline: WORK[index % WORK.length] ?? null,
    location: null,
    profileUrl: null,
    networkDistance: null,
    contact: (index >> 4) % 3 === 0 ? { source: 'attendee', evidence: 'contact: true' } : null,
    phoneHidden: false,
    identifiers,
  }
}
export const people = Array.from({ length: ROWS }, (_, index) => personAt(index))
export const byId = new Map(people.map((person) => [person.id, person]))

const chatWith = (person: AttendeeRecord, index: number): ChatRecord => ({
  id: `chat-${person.id}`,
  accountId: person.accountId,
  provider: person.provider,
  providerId: `chat-${person.id}`,
  type: 'single',
  name: null,
  attendeeProviderId: person.providerId,
  lastMessageAt: 1_700_000_000_000 + index * 1_000,
  unreadCount: 0,
  archived: false,
  readOnly: false,
})

/** A cache that holds them, and a chat with every fourth. */
export const crowdedCache = (): CacheMethods => {
  const cache = createMethods(openDatabase(':memory:'))
  for (const provider of PROVIDERS) {
    const accountId = `account-${provider}`
    const items = people.filter((person) => person.accountId === accountId)
    const attendees = runningCheckpoint(accountId, 'attendees')
    cache.savePage({ resource: 'attendees', items, problems: [], at: 5, checkpoint: attendees })
    const chats = items.filter((_, index) => index % 4 === 0).map(chatWith)
    cache.savePage({
      resource: 'chats',
      items: chats,
      problems: [],
      at: 6,
      checkpoint: runningCheckpoint(accountId, 'chats'),
    })
  }
  return cache
}

export const everything: AttendeeQuery = {
  text: '',
  provider: null,
  accountId: null,
  reason: null,
  sort: 'name',
  offset: 0,
  limit: 100,
  effort: 'full',
}

export const ids = (rows: AttendeeRow[]): string[] => rows.map(({ id }) => id)

/** All rows of an answer, page by page, each page until it is complete. */
export const searchIn = (cache: CacheMethods, text: string, changes: Partial<AttendeeQuery> = {}): AttendeeRow[] => {
  const { candidates } = identify(text)
  const rows: AttendeeRow[] = []
  for (;;) {
    const query = { ...everything, ...changes, text, offset: rows.length }
    let page = cache.listAttendees(query, candidates)
    for (let slice = 0; page.more && slice < 100; slice++) page = cache.listAttendees(query, candidates)
    rows.push(...page.rows)
    if (page.rows.length < query.limit) return rows
  }
}
