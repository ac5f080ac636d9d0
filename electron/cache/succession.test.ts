import { beforeEach, describe, expect, it } from 'vitest'
import type { AccountRecord, AttendeeRecord, IdentifierFact } from '#shared/domain/records.ts'
import { identify } from '#shared/identifiers/identify.ts'
import { NOTHING_ELSE } from '../testing/records.ts'
import type { CacheMethods } from './cache.ts'
import { createMethods } from './methods.ts'
import { openDatabase } from './open.ts'

const JID = '33612345678@s.whatsapp.net'
const LID = '99887766554433@lid'
const DAY = 86_400_000

const account = (id: string, phone: string): AccountRecord => ({
  id,
  provider: 'whatsapp',
  type: 'WHATSAPP',
  name: 'Support',
  health: 'ok',
  sources: [],
  products: [],
  ownerInternalId: null,
  ownerPublicId: `${phone.slice(1)}@s.whatsapp.net`,
  ownerPhone: phone,
  createdAt: null,
})

const person = (id: string, accountId: string, name: string, identifiers: IdentifierFact[]): AttendeeRecord => ({
  id,
  accountId,
  provider: 'whatsapp',
  providerId: identifiers[0]?.value ?? id,
  name,
  ...NOTHING_ELSE,
  identifiers,
})

const jid = (value = JID): IdentifierFact[] => [
  { kind: 'public', value, source: 'attendee' },
  { kind: 'phone', value: `+${value.split('@')[0]}`, source: 'attendee' },
]
const lid = (value = LID): IdentifierFact[] => [{ kind: 'internal', value, source: 'attendee' }]

let cache: CacheMethods

/** One complete run of an account's attendee list. */
const run = (accountId: string, generation: number, at: number, items: AttendeeRecord[]): void =>
  cache.savePage({
    resource: 'attendees',
    items,
    problems: [],
    at,
    checkpoint: {
      accountId,
      resource: 'attendees',
      generation,
      state: 'done',
      cursor: null,
      pages: 1,
      items: items.length,
      problems: 0,
      startedAt: at,
      completedAt: at,
      failure: null,
    },
  })

const listed = (): string[] =>
  cache
    .listAttendees(
      { provider: null, accountId: null, reason: null, text: '', sort: 'name', offset: 0, limit: 50, effort: 'full' },
      [],
    )
    .rows.map(({ id }) => id)

const kinds = (id: string): [string, string | null, string | null][] =>
  (cache.passport(id)?.changes ?? []).map(({ kind, before, after }) => [kind, before, after])

beforeEach(() => {
  cache = createMethods(openDatabase(':memory:'))
  cache.saveAccounts([account('old', '+33600000001')], 1)
})

describe('a person under a new postpress ID on the same account', () => {
  it('keeps history, identifiers and first sight when WhatsApp moves them to a lid', () => {
    run('old', 1, 100, [person('a', 'old', 'Ada', jid())])
    run('old', 2, 200, [person('b', 'old', 'Ada L', [...lid(), ...jid()])])

    expect(listed()).toEqual(['b'])
    const passport = cache.passport('b')
    expect(passport).toMatchObject({ firstSeenAt: 100, title: 'Ada L' })
    expect(passport?.identifiers).toContainEqual(
      expect.objectContaining({ kind: 'postpress-id', value: 'a', label: 'Earlier postpress ID', seenAt: 100 }),
    )
    expect(kinds('b')).toEqual([
      ['replaced', 'a', 'b'],
      ['name', 'Ada', 'Ada L'],
      ['internal-id', JID, LID],
    ])
    expect(cache.syncReport().departed).toEqual([])
  })

  it('opens under the earlier postpress ID, and is found by it', () => {
    run('old', 1, 100, [person('AAAAAAAAAAAAAAAAAAAAAA', 'old', 'Ada', jid())])
    run('old', 2, 200, [person('BBBBBBBBBBBBBBBBBBBBBB', 'old', 'Ada', [...lid(), ...jid()])])
    expect(cache.passport('AAAAAAAAAAAAAAAAAAAAAA')?.attendeeId).toBe('BBBBBBBBBBBBBBBBBBBBBB')
    const candidate = identify('AAAAAAAAAAAAAAAAAAAAAA').candidates.find(({ provider }) => provider === 'postpress')
    if (candidate === undefined) throw new Error('not read as a postpress ID')
    expect(cache.findAttendees(candidate, null).map(({ id }) => id)).toEqual(['BBBBBBBBBBBBBBBBBBBBBB'])
  })

  it('stays two people while postpress reports both', () => {
    const both = [person('a', 'old', 'Ada', jid()), person('b', 'old', 'Ada', [...lid(), ...jid()])]
    run('old', 1, 100, both)
    run('old', 2, 200, both)
    expect(listed()).toHaveLength(2)
  })

  it('is somebody else when the phone came to another lid', () => {
    run('old', 1, 100, [person('a', 'old', 'Ada', [...lid(), ...jid()])])
    run('old', 2, 200, [person('b', 'old', 'Bob', [...lid('11223344556677@lid'), ...jid()])])
    expect(cache.syncReport().departed.map(({ id }) => id)).toEqual(['a'])
    expect(kinds('b')).toEqual([])
  })
})

describe('an account that was connected again', () => {
  const before = (): void =>
    run('old', 1, 100, [person('a', 'old', 'Ada', jid()), person('c', 'old', 'Cy', jid('33611111111@s.whatsapp.net'))])

  it('is recognised by its owner and hands over its people page by page', () => {
    before()
    cache.countLookup('old', '2026-11-24')
    cache.saveAccounts([account('new', '+33600000001')], 300)
    run('new', 1, 400, [person('x', 'new', 'Ada', jid())])

    expect(listed().sort()).toEqual(['c', 'x'])
    expect(cache.passport('a')).toMatchObject({ attendeeId: 'x', firstSeenAt: 100 })
    expect(kinds('x')).toEqual([['replaced', 'a', 'x']])
    expect(cache.accounts().find(({ id }) => id === 'new')?.earlier).toEqual([{ id: 'old', until: 300 }])
    // The provider's daily limit does not start anew.
    expect(cache.lookupsOn('2026-11-24')).toEqual({ new: 1 })
  })

  it('marks who was not reported again, and forgets the earlier account once nobody is left', () => {
    before()
    cache.saveAccounts([account('new', '+33600000001')], 300)
    run('new', 1, 400, [person('x', 'new', 'Ada', jid())])
    expect(cache.syncReport().departed.map(({ id }) => id)).toEqual(['c'])
    expect(cache.accounts().map(({ id }) => id)).toEqual(expect.arrayContaining(['new', 'old']))

    run('new', 2, 400 + 31 * DAY, [person('x', 'new', 'Ada', jid())])
    expect(listed()).toEqual(['x'])
    expect(cache.accounts().map(({ id }) => id)).toEqual(['new'])
  })

  it('works when both were connected side by side for a while', () => {
    before()
    cache.saveAccounts([account('old', '+33600000001'), account('new', '+33600000001')], 300)
    run('new', 1, 400, [person('x', 'new', 'Ada', jid())])
    expect(listed()).toHaveLength(3)
    cache.saveAccounts([account('new', '+33600000001')], 500)
    expect(listed().sort()).toEqual(['c', 'x'])
  })

  it('keeps apart what belongs to another owner', () => {
    before()
    cache.saveAccounts([account('new', '+33600000002')], 300)
    run('new', 1, 400, [person('x', 'new', 'Ada', jid())])
    expect(listed()).toHaveLength(3)
    expect(kinds('x')).toEqual([])
  })
})
