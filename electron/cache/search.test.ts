import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AttendeeQuery, AttendeeRow } from '#shared/domain/attendees.ts'
import { PROVIDERS } from '#shared/domain/providers.ts'
import type { AttendeeRecord, ChatRecord, IdentifierFact } from '#shared/domain/records.ts'
import { identify } from '#shared/identifiers/identify.ts'
import { fold, wordsOf } from '#shared/text/fold.ts'
import type { CacheMethods, Checkpoint } from './cache.ts'
import { createMethods } from './methods.ts'
import { openDatabase } from './open.ts'

/*
 * The search against a scan of 20,000 people: whoever a scan finds by identifier, beginning or word is found, nobody is
 * shown whom the scan does not find, and the order holds.
 */
const ROWS = 20_000
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

const personAt = (index: number): AttendeeRecord => {
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
const people = Array.from({ length: ROWS }, (_, index) => personAt(index))
const byId = new Map(people.map((person) => [person.id, person]))

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

let cache: CacheMethods
beforeAll(() => {
  cache = createMethods(openDatabase(':memory:'))
  for (const provider of PROVIDERS) {
    const accountId = `account-${provider}`
    const items = people.filter((person) => person.accountId === accountId)
    cache.savePage({
      resource: 'attendees',
      items,
      problems: [],
      at: 5,
      checkpoint: checkpoint(accountId, 'attendees'),
    })
    const chats = items.filter((_, index) => index % 4 === 0).map(chatWith)
    cache.savePage({ resource: 'chats', items: chats, problems: [], at: 6, checkpoint: checkpoint(accountId, 'chats') })
  }
})

const everything: AttendeeQuery = {
  text: '',
  provider: null,
  accountId: null,
  reason: null,
  sort: 'name',
  offset: 0,
  limit: 100,
  effort: 'full',
}

/** All rows of an answer, page by page, each page until it is complete. */
const search = (text: string, changes: Partial<AttendeeQuery> = {}): AttendeeRow[] => {
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

const valuesOf = (person: AttendeeRecord): string[] => [
  person.id,
  ...person.identifiers.map(({ value }) => fold(value)),
]

/** Every way in which a scan would call it a match. */
const isMatch = (person: AttendeeRecord, text: string): boolean => {
  const folded = fold(text).replace(/^@/, '')
  const own = wordsOf([person.name, person.headline ?? '', ...person.identifiers.map(({ value }) => value)].join(' '))
  const texts = [fold(person.name), fold(person.headline ?? ''), ...valuesOf(person)]
  const digits = text.replace(/\D/g, '').replace(/^0+/, '')
  return (
    texts.some((one) => one.includes(folded)) ||
    folded.split(' ').every((piece) => texts.some((one) => one.includes(piece))) ||
    wordsOf(text).every((word) => own.some((one) => one.startsWith(word))) ||
    (/^[+\d\s().-]+$/.test(text) && digits.length >= 3 && valuesOf(person).some((value) => value.includes(digits)))
  )
}

const person = fc.integer({ min: 0, max: ROWS - 1 }).map((index) => people[index] ?? personAt(0))

describe('search against a scan', () => {
  it('finds everybody by every identifier, first of all rows, in any case', () => {
    fc.assert(
      fc.property(person, fc.boolean(), ({ id, identifiers, name }, upper) => {
        for (const { value } of identifiers) {
          const rows = search(upper ? value.toUpperCase() : value)
          expect(rows[0]?.id, `${value} of ${name}`).toBe(id)
        }
        expect(search(id)[0]?.id).toBe(id)
      }),
      { numRuns: 60 },
    )
  })

  it('finds everybody by the beginning of every identifier, of the name and of every word', () => {
    fc.assert(
      fc.property(person, fc.integer({ min: 9, max: 14 }), ({ id, identifiers, name, headline }, length) => {
        const words = [...wordsOf(name), ...wordsOf(headline ?? '')]
        const asked = [
          ...identifiers.map(({ value }) => value.slice(0, length)),
          name.slice(0, length),
          // Together, because one word has thousands of people; in the other order, without accents.
          words.reverse().join(' '),
        ]
        for (const text of asked) expect(ids(search(text)), text).toContain(id)
      }),
      { numRuns: 40 },
    )
  })

  it('finds people by the middle of names and identifiers and by the last digits of a phone', () => {
    const whatsapp = people.find(({ provider, identifiers }) => provider === 'whatsapp' && identifiers.length > 1)
    const phone = whatsapp?.identifiers[1]?.value.split('@')[0] ?? ''
    expect(ids(search(phone.slice(-8)))).toContain(whatsapp?.id)
    expect(ids(search(`0${phone.slice(2, 3)} ${phone.slice(3, 5)} ${phone.slice(5)}`))).toContain(whatsapp?.id)
    expect(ids(search(`+33 (${phone.slice(2, 5)}) ${phone.slice(5)}`))[0]).toBe(whatsapp?.id)
    for (const [middle, whole] of [
      ['ürg', 'Jürgen'],
      ['arch', 'Marchand'],
      ['ukasz', 'Łukasz'],
      ['明', '小明'],
      ['اطم', 'فاطمة'],
    ] as const) {
      const found = search(middle)
      const wanted = people.filter(({ name }) => name.includes(whole))
      expect(found.length, middle).toBeGreaterThanOrEqual(Math.min(wanted.length, 1_000))
      expect(found.every(({ id }) => isMatch(byId.get(id) ?? personAt(0), middle))).toBe(true)
    }
  })

  it('shows nobody whom a scan does not find', () => {
    const words = fc.constantFrom(
      'anna',
      'jürg',
      'LEE',
      'maria g',
      'weiss',
      'leem',
      'o con',
      '小',
      '明王',
      'talent',
      '336',
      '9 99',
      'user.a',
      'ito a',
      'فاط',
      'ng',
      'ipek',
    )
    fc.assert(
      fc.property(words, (text) => {
        const rows = search(text)
        const wrong = rows.filter(({ id }) => !isMatch(byId.get(id) ?? personAt(0), text))
        expect(wrong.map(({ title }) => title)).toEqual([])
        expect(new Set(ids(rows)).size).toBe(rows.length)
      }),
      { numRuns: 40 },
    )
  })

  it('puts name beginnings before words before fragments, whole words first, and contact before chat before the rest', () => {
    const tier = (row: AttendeeRow, text: string): number =>
      fold(row.title).startsWith(text)
        ? 0
        : wordsOf(`${row.title} ${row.headline ?? ''}`).some((word) => word.startsWith(text))
          ? 1
          : 2
    const weight = ({ reasons }: AttendeeRow): number =>
      reasons.includes('contact') ? 0 : reasons.includes('chat') ? 1 : reasons.includes('group') ? 2 : 3
    for (const text of ['lee', 'mar', 'ann', 'oyv']) {
      const tiers = search(text).map((row) => tier(row, text))
      expect(tiers, text).toEqual([...tiers].sort((a, b) => a - b))
    }
    const few = search('baker lee anna')
    const hasWhole = ({ title }: AttendeeRow): boolean => wordsOf(title).includes('lee')
    const whole = few.filter(hasWhole)
    const begun = few.filter((row) => !hasWhole(row))
    expect(few).toEqual([...whole, ...begun])
    for (const group of [whole, begun]) {
      expect(group.length).toBeGreaterThan(2)
      expect(group.map(weight)).toEqual(group.map(weight).sort((a, b) => a - b))
      const contacts = group.filter((row) => weight(row) === 0).map((row) => row.lastActivityAt ?? 0)
      expect(contacts).toEqual([...contacts].sort((a, b) => b - a))
    }
  })

  it('names the field that matched when it is not the name', () => {
    const shownFor = (text: string): (string | null)[] => {
      const [row] = search(text)
      return [row?.match ?? null, row?.matchText ?? null]
    }
    const messenger = people.find(({ provider }) => provider === 'messenger')
    const name = messenger?.identifiers[1]?.value ?? ''
    expect(shownFor(name)).toEqual(['Username', name])
    expect(shownFor('logiciel')).toEqual(['Headline', null])
    expect(shownFor('anna')).toEqual([null, null])
  })
})

const ids = (rows: AttendeeRow[]): string[] => rows.map(({ id }) => id)

const browse = (changes: Partial<AttendeeQuery>): AttendeeRow[] => {
  const rows: AttendeeRow[] = []
  for (;;) {
    const page = cache.listAttendees({ ...everything, ...changes, offset: rows.length }, [])
    rows.push(...page.rows)
    if (rows.length >= page.total) return rows
  }
}

describe('browsing', () => {
  it('lists everybody once, page by page, in every order and under every filter', () => {
    for (const sort of ['name', 'last-activity', 'first-seen'] as const) {
      expect(new Set(ids(browse({ sort }))).size).toBe(ROWS)
      const some = browse({ sort, provider: 'telegram', reason: 'chat' })
      expect(some.length).toBeGreaterThan(100)
      expect(some.every((row) => row.provider === 'telegram' && row.reasons.includes('chat'))).toBe(true)
    }
    const times = browse({ sort: 'last-activity' }).map(({ lastActivityAt }) => lastActivityAt ?? -1)
    expect(times).toEqual([...times].sort((a, b) => b - a))
    const titles = browse({ provider: 'x' }).map(({ title }) => fold(title))
    expect(titles).toEqual([...titles].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
  })

  it('jumps to any position with the rows that reading from the top shows there', () => {
    for (const sort of ['name', 'last-activity', 'first-seen'] as const)
      for (const provider of [null, 'linkedin'] as const) {
        const whole = ids(browse({ sort, provider, reason: 'contact' }))
        fc.assert(
          fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (offset) => {
            const page = cache.listAttendees(
              { ...everything, sort, provider, reason: 'contact', offset, limit: 30 },
              [],
            )
            expect(ids(page.rows)).toEqual(whole.slice(offset, offset + 30))
          }),
          { numRuns: 20 },
        )
      }
  })

  it('knows where each letter begins', () => {
    const all = browse({})
    const letters = cache.lettersOf({ provider: null, accountId: null, reason: null })
    expect(letters.map(({ letter }) => letter)).toContain('M')
    for (const { letter, index } of letters) {
      expect(
        fold(all[index]?.title ?? '')
          .toUpperCase()
          .startsWith(letter),
        letter,
      ).toBe(true)
      if (index > 0)
        expect(
          fold(all[index - 1]?.title ?? '')
            .toUpperCase()
            .startsWith(letter),
        ).toBe(false)
    }
  })

  it('counts every tab as it lists it', () => {
    for (const reason of [null, 'contact', 'reported'] as const) {
      const counts = cache.countAttendees({ text: '', accountId: null, reason }, [])
      for (const provider of PROVIDERS) expect(counts[provider]).toBe(browse({ provider, reason }).length)
      expect(counts.all).toBe(browse({ reason }).length)
    }
    const found = cache.countAttendees({ text: 'leeman', accountId: null, reason: null }, [])
    expect(found.telegram).toBe(Math.min(search('leeman', { provider: 'telegram' }).length, 1_000))
  })
})
