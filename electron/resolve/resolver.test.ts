import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#shared/domain/errors.ts'
import { localDay } from '#shared/domain/lookup-budget.ts'
import type { Product, Provider } from '#shared/domain/providers.ts'
import type { AttendeeRecord, ProfileRecord } from '#shared/domain/records.ts'
import type { ResolveAnswer } from '#shared/domain/resolve.ts'
import type { CacheMethods } from '../cache/cache.ts'
import { createMethods } from '../cache/methods.ts'
import { openDatabase } from '../cache/open.ts'
import type { PostpressClient } from '../postpress/client.ts'
import { createResolver, type Resolver } from './resolver.ts'
import {
  account,
  attendee,
  CLASSIC,
  doneCheckpoint,
  internal,
  later,
  MEMBER,
  NOW,
  profile,
  publicId,
  RECRUITER,
  request,
  SALES,
  STRANGER,
} from './testing/records.ts'

type Asking = [identifier: string, accountId: string, provider: Provider, product: Product | null]

let methods: CacheMethods
let asked: Asking[]
let reply: (...asking: Asking) => ProfileRecord
let client: PostpressClient
let resolve: Resolver

const save = (item: AttendeeRecord): void =>
  methods.savePage({
    resource: 'attendees',
    items: [item],
    problems: [],
    at: 5,
    checkpoint: doneCheckpoint(item.accountId, 'attendees'),
  })

const used = (accountId: string): number => methods.lookupsOn(localDay(NOW))[accountId] ?? 0
const stepsOf = ({ steps }: ResolveAnswer): string[] => steps.map(({ step, outcome }) => `${step} ${outcome}`)

beforeEach(() => {
  methods = createMethods(openDatabase(':memory:'))
  methods.saveAccounts(
    [
      account('li', 'linkedin'),
      account('pro', 'linkedin', { products: ['classic', 'recruiter', 'sales-navigator'] }),
      account('wa', 'whatsapp'),
      account('tg', 'telegram'),
      account('ms', 'messenger'),
      account('x', 'x', { health: 'credentials' }),
    ],
    1,
  )
  asked = []
  reply = () => {
    throw new AppError('not-found', 'No such user.')
  }
  client = {
    user: async (...asking: Asking) => {
      asked.push(asking)
      return reply(...asking)
    },
  } as unknown as PostpressClient
  resolve = createResolver({ cache: later(methods), client: () => client, now: () => NOW, region: 'FR' })
})

describe('without asking anyone', () => {
  it('answers from the attendees, by any form and by the id of another product', async () => {
    save(attendee('linkedin', 'li', [internal(CLASSIC, 'classic'), publicId('jane-doe'), MEMBER]))
    for (const text of ['linkedin.com/in/Jane-Doe', CLASSIC, RECRUITER, 'urn:li:member:749383451']) {
      const answer = await resolve(request(text, { mode: 'live' }))
      expect(answer.result, text).toMatchObject({ state: 'attendee', passport: { title: 'Jane Doe' } })
      expect(stepsOf(answer)).toEqual(['identify found', 'cache found'])
    }
    expect(asked).toEqual([])
  })

  it('answers from the relations with an unknown user', async () => {
    methods.savePage({
      resource: 'relations',
      problems: [],
      at: 5,
      checkpoint: doneCheckpoint('li', 'relations'),
      items: [
        {
          accountId: 'li',
          provider: 'linkedin',
          internalId: CLASSIC,
          publicId: 'jane-doe',
          name: 'Jane Doe',
          headline: null,
          profileUrl: null,
          since: 1,
        },
      ],
    })
    const answer = await resolve(request('jane-doe', { mode: 'live' }))
    expect(answer.result.state).toBe('unknown-user')
    expect(stepsOf(answer)).toEqual(['identify found', 'cache not-found', 'relations found'])
    expect(asked).toEqual([])
  })

  it('says what a look-up would cost, and spends nothing', async () => {
    const { result } = await resolve(request('linkedin.com/in/jane-doe'))
    expect(result).toMatchObject({ state: 'needs-lookup', accounts: [{ id: 'li', usable: true, usedToday: 0 }, {}] })
    expect(asked).toEqual([])
  })

  it('reads a national phone number with the region of the computer', async () => {
    save(attendee('whatsapp', 'wa', [publicId('33600000000@s.whatsapp.net')]))
    const { result } = await resolve(request('06 00 00 00 00'))
    expect(result.state).toBe('attendee')
  })

  it('prefers the reading that is cached among ambiguous ones', async () => {
    save(attendee('telegram', 'tg', [internal('600000000')]))
    const answer = await resolve(request('600000000'))
    expect(answer.candidate).toMatchObject({ provider: 'telegram', kind: 'internal' })
    expect(answer.others.length).toBeGreaterThan(0)
  })

  it.each([
    ['https://www.linkedin.com/company/microsoft', 'company page'],
    ['120363424282127706@g.us', 'group'],
    ['m.me/zuck.example', 'no profile look-up for Messenger'],
    ['urn:li:member:42', 'cannot look up a member by number'],
    ['Jane Doe', 'no identifier'],
  ])('%s is not resolvable', async (text, words) => {
    const { result } = await resolve(request(text, { mode: 'refresh' }))
    expect(result.state).toBe('not-resolvable')
    expect(JSON.stringify(result)).toContain(words)
    expect(asked).toEqual([])
  })
})

describe('a live look-up', () => {
  it('is spent once, counted, saved, and then answered from the cache', async () => {
    reply = (_, accountId) => profile(accountId, 'linkedin', [internal(CLASSIC, 'classic'), publicId('jane-doe')])
    const live = await resolve(request('linkedin.com/in/jane-doe', { mode: 'live' }))
    expect(live.result).toMatchObject({ state: 'unknown-user', passport: { known: { state: 'unknown' } } })
    expect(stepsOf(live).at(-1)).toBe('live found')
    expect(used('li')).toBe(1)
    const again = await resolve(request(CLASSIC, { mode: 'live' }))
    expect(again.result.state).toBe('unknown-user')
    expect(asked).toEqual([['jane-doe', 'li', 'linkedin', null]])
  })

  it('is shared by equal requests in flight, however they are written', async () => {
    reply = (_, accountId) => profile(accountId, 'linkedin', [internal(CLASSIC, 'classic'), publicId('jane-doe')])
    const texts = ['linkedin.com/in/jane-doe', 'https://fr.linkedin.com/in/Jane-Doe/']
    await Promise.all(texts.map((text) => resolve(request(text, { mode: 'live' }))))
    expect(asked).toHaveLength(1)
    expect(used('li')).toBe(1)
  })

  it('refuses a reply about somebody else and saves nothing of it', async () => {
    reply = (_, accountId) => profile(accountId, 'linkedin', [internal(STRANGER, 'classic'), publicId('someone-else')])
    const wrong = resolve(request('linkedin.com/in/jane-doe', { mode: 'live' }))
    await expect(wrong).rejects.toMatchObject({ failure: { kind: 'wrong-person' } })
    expect(used('li')).toBe(1)
    expect((await resolve(request('someone-else'))).result.state).toBe('needs-lookup')
  })

  it('stops at the recommended number of the day until going over is confirmed', async () => {
    reply = (_, accountId) => profile(accountId, 'telegram', [internal('77')])
    for (let spent = 0; spent < 100; spent++) methods.countLookup('tg', localDay(NOW))
    const over = resolve(request('tg://user?id=77', { mode: 'live' }))
    await expect(over).rejects.toMatchObject({ failure: { kind: 'budget-exceeded' } })
    expect(asked).toEqual([])
    await resolve(request('tg://user?id=77', { mode: 'live', overBudget: true }))
    expect(used('tg')).toBe(101)
  })

  it('keeps the count of each day through a clock that is set forward and back again', async () => {
    let now = NOW
    const parts = { cache: later(methods), client: () => client, now: () => now, region: undefined }
    const jumping = createResolver(parts)
    reply = (identifier, accountId) => profile(accountId, 'telegram', [internal(identifier)])
    for (let spent = 0; spent < 100; spent++) methods.countLookup('tg', localDay(NOW))
    let id = 77
    const live = () => jumping(request(`tg://user?id=${id++}`, { mode: 'live' }))
    now = NOW + 86_400_000
    await live()
    expect(methods.lookupsOn(localDay(now))).toEqual({ tg: 1 })
    now = NOW - 86_400_000
    await live()
    expect(methods.lookupsOn(localDay(now))).toEqual({ tg: 1 })
    now = NOW
    await expect(live()).rejects.toMatchObject({ failure: { kind: 'budget-exceeded' } })
    expect(used('tg')).toBe(100)
  })

  it('counts what was sent, and not what never left', async () => {
    const fails = (kind: 'offline' | 'timeout') => () => {
      throw new AppError(kind, 'No answer.')
    }
    reply = fails('offline')
    await expect(resolve(request('t.me/durov', { mode: 'live' }))).rejects.toThrow()
    expect(used('tg')).toBe(0)
    reply = fails('timeout')
    await expect(resolve(request('t.me/durov', { mode: 'live' }))).rejects.toThrow()
    expect(used('tg')).toBe(1)
  })

  it('says in words that a number is not on WhatsApp', async () => {
    const { result } = await resolve(request('wa.me/33600000000', { mode: 'live' }))
    expect(result).toMatchObject({ state: 'no-such-user', message: '+33600000000 is not registered on WhatsApp.' })
    expect(asked).toEqual([['33600000000@s.whatsapp.net', 'wa', 'whatsapp', null]])
  })

  it('learns that a phone number and a lid are one user', async () => {
    reply = (_, accountId) => profile(accountId, 'whatsapp', [internal('123456789012345@lid')])
    await resolve(request('wa.me/33600000000', { mode: 'live' }))
    const { result } = await resolve(request('123456789012345@lid'))
    expect(result.state === 'unknown-user' && result.passport.identifiers.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['123456789012345@lid', '33600000000@s.whatsapp.net', '+33600000000']),
    )
  })

  it('asks through an account that knows the person, and refreshes by internal id', async () => {
    save(attendee('linkedin', 'pro', [internal(CLASSIC, 'classic'), publicId('jane-doe'), MEMBER]))
    reply = (_, accountId) =>
      profile(accountId, 'linkedin', [internal(CLASSIC, 'classic'), publicId('jane-renamed'), MEMBER])
    const { result } = await resolve(request('jane-doe', { mode: 'refresh' }))
    expect(asked).toEqual([[CLASSIC, 'pro', 'linkedin', 'classic']])
    expect(result.state).toBe('attendee')
    expect((await resolve(request('jane-renamed'))).result.state).toBe('attendee')
  })

  it('refreshes a person who was pasted as postpress ID', async () => {
    const item = { ...attendee('telegram', 'tg', [internal('77')]), id: 'kEpdi2Tm1hS9XrqT1g2hLw' }
    save(item)
    reply = (_, accountId) => profile(accountId, 'telegram', [internal('77')])
    const { result } = await resolve(request(item.id, { mode: 'refresh' }))
    expect(asked).toEqual([['77', 'tg', 'telegram', null]])
    expect(result.state).toBe('attendee')
  })

  it('has nothing to ask for a cached Messenger user, and says so', async () => {
    save(attendee('messenger', 'ms', [internal('100000000000001')]))
    const answer = await resolve(request('m.me/100000000000001', { mode: 'refresh' }))
    expect(answer.result.state).toBe('attendee')
    expect(stepsOf(answer).at(-1)).toBe('live skipped')
  })
})

describe('another LinkedIn product', () => {
  const asRecruiter = (_: string, accountId: string): ProfileRecord =>
    profile(accountId, 'linkedin', [internal(RECRUITER, 'recruiter'), MEMBER])

  it('is asked by the cached internal id, through an account that has the product', async () => {
    save(attendee('linkedin', 'li', [internal(CLASSIC, 'classic'), publicId('jane-doe'), MEMBER]))
    reply = asRecruiter
    const cost = await resolve(request('jane-doe', { product: 'recruiter' }))
    expect(cost.result).toMatchObject({
      state: 'needs-lookup',
      accounts: [{ id: 'pro', usable: true }, { usable: false }],
    })
    const { result } = await resolve(request('jane-doe', { product: 'recruiter', mode: 'live' }))
    expect(asked).toEqual([[CLASSIC, 'pro', 'linkedin', 'recruiter']])
    expect(result.state === 'attendee' && result.passport.identifiers.map(({ value }) => value)).toEqual(
      expect.arrayContaining([CLASSIC, RECRUITER]),
    )
    expect((await resolve(request('jane-doe', { product: 'recruiter' }))).result.state).toBe('attendee')
  })

  it('is asked by the id that another account has cached', async () => {
    save(attendee('linkedin', 'li', [internal(CLASSIC, 'classic'), publicId('jane-doe'), MEMBER]))
    reply = asRecruiter
    await resolve(request('jane-doe', { product: 'recruiter', mode: 'live', accountId: 'pro' }))
    expect(asked).toEqual([[CLASSIC, 'pro', 'linkedin', 'recruiter']])
  })

  it('is asked by internal id for a person known from an earlier look-up only', async () => {
    reply = (_, accountId) =>
      profile(accountId, 'linkedin', [internal(CLASSIC, 'classic'), publicId('jane-doe'), MEMBER])
    await resolve(request('jane-doe', { mode: 'live' }))
    reply = (_, accountId) => profile(accountId, 'linkedin', [internal(SALES, 'sales-navigator'), MEMBER])
    await resolve(request('jane-doe', { product: 'sales-navigator', mode: 'live' }))
    expect(asked.at(-1)).toEqual([CLASSIC, 'pro', 'linkedin', 'sales-navigator'])
  })

  it('says which product no account has, and that no account is connected', async () => {
    methods.saveAccounts([account('li', 'linkedin'), account('x', 'x', { health: 'credentials' })], 2)
    const { result } = await resolve(request('jane-doe', { product: 'recruiter', mode: 'live' }))
    expect(result).toMatchObject({ state: 'needs-lookup', message: 'No connected LinkedIn account has Recruiter.' })
    const down = await resolve(request('x.com/postpressApp', { mode: 'live' }))
    expect(down.result).toMatchObject({ state: 'needs-lookup' })
    expect(JSON.stringify(down.result)).toContain('No X account of this workspace is connected right now.')
    expect(asked).toEqual([])
  })
})
