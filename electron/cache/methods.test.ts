import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { AttendeeQuery } from '#shared/domain/attendees.ts'
import { identify } from '#shared/identifiers/identify.ts'
import type { CacheMethods, SyncPage } from './cache.ts'
import { createMethods } from './methods.ts'
import { MIGRATIONS, openDatabase } from './open.ts'
import {
  account,
  attendee,
  attendeePage,
  CLASSIC,
  chat,
  chatPage,
  everything,
  memberPage,
  OTHER,
  RECRUITER,
  relation,
  relationPage,
} from './testing/linkedin-pages.ts'

let cache: CacheMethods
const fresh = (): CacheMethods => {
  const methods = createMethods(openDatabase(':memory:'))
  methods.saveAccounts([account], 1)
  return methods
}
beforeEach(() => {
  cache = fresh()
})

const reasons = (methods: CacheMethods): Record<string, string[]> =>
  Object.fromEntries(methods.listAttendees(everything, []).rows.map((row) => [row.id, row.reasons]))
const list = (text: string, changes: Partial<AttendeeQuery> = {}): string[] =>
  cache.listAttendees({ ...everything, text, ...changes }, identify(text).candidates).rows.map(({ id }) => id)

describe('reasons', () => {
  const pages: SyncPage[] = [
    attendeePage([
      attendee('contact', { providerId: CLASSIC }),
      attendee('chat'),
      attendee('group'),
      attendee('none'),
      attendee('me', { isSelf: true }),
    ]),
    chatPage([
      chat('c1', { attendeeProviderId: 'id-chat' }),
      chat('g1', { type: 'group', name: 'Team' }),
      chat('c2', { attendeeProviderId: 'id-me' }),
    ]),
    relationPage([relation(CLASSIC)]),
    memberPage('g1', [attendee('group'), attendee('me', { isSelf: true })]),
  ]

  it('are the same whatever arrives first', () => {
    const wanted = { contact: ['contact'], chat: ['chat'], group: ['group'], none: ['reported'], me: [] }
    fc.assert(
      fc.property(fc.shuffledSubarray(pages, { minLength: pages.length }), (order) => {
        const methods = fresh()
        for (const page of order) methods.savePage(page)
        expect(reasons(methods)).toEqual(wanted)
      }),
      { numRuns: 24 },
    )
  })

  it('end when their evidence ends, after complete runs only', () => {
    for (const page of pages) cache.savePage(page)
    cache.savePage(chatPage([], { generation: 2 }))
    expect(reasons(cache)['chat']).toEqual(['chat'])
    cache.savePage(chatPage([chat('g1', { type: 'group' })], { generation: 2, state: 'done' }))
    expect(reasons(cache)['chat']).toEqual(['reported'])
    cache.savePage(memberPage('g1', [], { generation: 2 }))
    expect(reasons(cache)['group']).toEqual(['reported'])
  })

  it('carry their evidence in the passport', () => {
    for (const page of pages) cache.savePage(page)
    expect(cache.passport('contact')?.known).toMatchObject({
      state: 'known',
      reasons: [{ kind: 'contact', label: 'Relation', evidence: [{ at: 500 }] }],
    })
    expect(cache.passport('group')?.known).toMatchObject({
      reasons: [{ kind: 'group', evidence: [{ memberCount: 2 }] }],
    })
    expect(cache.passport('me')?.known.state).toBe('self')
    expect(cache.passport('nobody')).toBeNull()
  })
})

describe('savePage', () => {
  it('marks the unseen after a complete run and deletes them a month later, index entries included', () => {
    cache.savePage(attendeePage([attendee('a'), attendee('b')], { state: 'done' }))
    cache.savePage(attendeePage([attendee('b')], { generation: 2 }))
    expect(list('Person')).toEqual(['a', 'b'])
    cache.savePage(attendeePage([], { generation: 2, state: 'done' }))
    expect(list('Person')).toEqual(['a', 'b'])
    const [gone] = cache.syncReport().departed
    expect(gone).toMatchObject({ id: 'a', title: 'Person a' })
    const later = (gone?.deletedAfter ?? 0) + 1
    cache.savePage({ ...attendeePage([attendee('b')], { generation: 3, state: 'done' }), at: later })
    expect(list('Person')).toEqual(['b'])
    expect(cache.syncReport().departed).toEqual([])
    expect(cache.countAttendees({ text: 'person', accountId: null, reason: null }, []).all).toBe(1)
    cache.savePage({ ...attendeePage([attendee('a')], { generation: 4 }), at: later + 1 })
    expect(cache.passport('a')).toMatchObject({ changes: [], firstSeenAt: later + 1 })
  })

  it('spares what could not be read, and everything when that had no id', () => {
    cache.savePage(attendeePage([attendee('a'), attendee('b')], { state: 'done' }))
    const unreadable = (itemId: string | null) => ({ problems: [{ itemId, reason: 'Missing or wrong: name' }] })
    cache.savePage({ ...attendeePage([], { generation: 2, state: 'done' }), ...unreadable(null) })
    expect(cache.syncReport().departed).toEqual([])
    cache.savePage({ ...attendeePage([], { generation: 3, state: 'done' }), ...unreadable('a') })
    expect(cache.syncReport()).toMatchObject({ departed: [{ id: 'b' }], problems: [{ itemId: 'a', times: 1 }] })
    cache.savePage(attendeePage([attendee('a'), attendee('b')], { generation: 4, state: 'done' }))
    expect(cache.syncReport()).toMatchObject({ departed: [], problems: [] })
    expect(cache.passport('b')?.changes.map(({ kind }) => kind)).toEqual(['departed', 'returned'])
  })

  it('keeps what changed about a person', () => {
    cache.savePage(attendeePage([attendee('a', { name: 'Ada' })]))
    cache.savePage(attendeePage([attendee('a', { name: '' })]))
    cache.savePage(attendeePage([attendee('a', { name: 'Ada L', providerId: '9@lid' })]))
    expect(cache.passport('a')?.changes.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['internal-id', 'id-a', '9@lid'],
    ])
    cache.savePage(attendeePage([attendee('a', { name: 'Ada Byron', providerId: '9@lid' })]))
    expect(cache.passport('a')?.changes.at(-1)).toMatchObject({ kind: 'name', before: 'Ada L', after: 'Ada Byron' })
  })

  it('lands whole or not at all', () => {
    const broken = attendee('z', { name: undefined as unknown as string })
    expect(() => cache.savePage(attendeePage([attendee('a'), broken], { pages: 7 }))).toThrow()
    expect(cache.listAttendees(everything, []).total).toBe(0)
    expect(cache.checkpoints()).toEqual([])
  })
})

describe('identifiers', () => {
  it('finds a person by any form of any identifier', () => {
    const member = { kind: 'member-number', value: '749383451', source: 'derived' } as const
    cache.savePage(
      attendeePage([
        attendee('a', {
          providerId: CLASSIC,
          identifiers: [
            { kind: 'internal', value: CLASSIC, product: 'classic', source: 'attendee' },
            { kind: 'public', value: 'jane-doe', source: 'attendee' },
            member,
          ],
        }),
        attendee('b', { providerId: OTHER }),
      ]),
    )
    expect(list(CLASSIC)).toEqual(['a'])
    expect(list(RECRUITER)).toEqual(['a'])
    expect(list('https://www.linkedin.com/in/Jane-Doe')).toEqual(['a'])
    expect(list('urn:li:member:749383451')).toEqual(['a'])
    const match = cache.listAttendees({ ...everything, text: RECRUITER }, identify(RECRUITER).candidates).rows[0]?.match
    expect(match).toBe('Same member number')
  })

  it('finds a WhatsApp attendee by phone in any punctuation, and ignores case and dots where the provider does', () => {
    cache.savePage(
      attendeePage([
        attendee('w', {
          provider: 'whatsapp',
          providerId: '123456789012345@lid',
          identifiers: [{ kind: 'public', value: '33600000000@s.whatsapp.net', source: 'derived' }],
        }),
        attendee('m', {
          provider: 'messenger',
          identifiers: [{ kind: 'public', value: 'jane.doe', source: 'attendee' }],
        }),
      ]),
    )
    expect(list('+33 6 00 00 00 00')).toEqual(['w'])
    expect(list('https://wa.me/33600000000')).toEqual(['w'])
    expect(list('https://m.me/JaneDoe')).toEqual(['m'])
  })

  it('learns identifiers from a live profile without making an attendee', () => {
    cache.savePage(attendeePage([attendee('a', { providerId: CLASSIC })]))
    cache.saveProfile({
      accountId: 'li',
      provider: 'linkedin',
      product: 'classic',
      internalId: CLASSIC,
      name: 'Jane',
      headline: null,
      location: null,
      profileUrl: null,
      networkDistance: null,
      contact: null,
      details: [],
      throttledSections: [],
      fetchedAt: 20,
      identifiers: [
        { kind: 'internal', value: CLASSIC, product: 'classic', source: 'profile' },
        { kind: 'public', value: 'jane-doe', source: 'profile' },
      ],
    })
    expect(list('jane-doe')).toEqual(['a'])
    expect(cache.listAttendees(everything, []).total).toBe(1)
    expect(cache.passport('a')?.profile?.name).toBe('Jane')
  })
})

describe('search', () => {
  beforeEach(() => {
    cache.savePage(
      attendeePage([
        attendee('1', { name: 'Jürgen Müller', headline: 'Baker' }),
        attendee('2', { name: 'Anna Jurgens' }),
        attendee('3', { name: '王小明' }),
        attendee('4', { name: 'null' }),
        attendee('5', { name: '\u202eevil <b>name</b>' }),
      ]),
    )
  })

  it('puts name beginnings before words and words before fragments, without accents and case', () => {
    expect(list('JURGEN')).toEqual(['1', '2'])
    expect(list('muller jurg')).toEqual(['1'])
    expect(list('rgens')).toEqual(['2'])
    expect(list('小明')).toEqual(['3'])
    expect(list('baker')).toEqual(['1'])
  })

  it('names the nameless by an identifier and shows no deceiving characters', () => {
    const rows = cache.listAttendees(everything, []).rows
    expect(rows.find(({ id }) => id === '4')).toMatchObject({ title: 'id-4', nameless: true })
    expect(rows.find(({ id }) => id === '5')?.title).toBe('evil <b>name</b>')
  })

  it('answers any text without an error, and counts what it lists', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '"',
        '* OR "',
        'NEAR(a b)',
        "'; DROP TABLE x --",
        '\0',
        '\ud800',
        'a'.repeat(10_000),
        'text:x',
        '^a',
        '-',
        '()',
      ),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const candidates = identify(text).candidates
        const page = cache.listAttendees({ ...everything, text }, candidates)
        const counts = cache.countAttendees({ text, accountId: null, reason: null }, candidates)
        expect(counts.all).toBe(page.total)
        expect(counts.linkedin).toBe(page.total)
      }),
      { numRuns: 80 },
    )
  })
})

describe('openDatabase', () => {
  it('starts with every migration applied', () => {
    const db = openDatabase(':memory:')
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
    expect(db.pragma('secure_delete', { simple: true })).toBe(1)
  })
})
