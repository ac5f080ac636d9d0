import { isValidPhoneNumber } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { PROVIDERS } from '#shared/domain/providers.ts'
import { wireAttendee } from '../wire/attendee.ts'
import { wireChat } from '../wire/chat.ts'
import { readLinkedinId } from './linkedin-id.ts'
import { createWorld, type World } from './world.ts'

const world = createWorld()
const everyone = Array.from({ length: 2_500 }, (_, index) => world.person(index))

const wire = (of: World): string =>
  JSON.stringify([
    of.attendees().map((attendee) => wireAttendee(of, attendee)),
    of.chats().map((chat) => wireChat(of, chat)),
  ])

describe('createWorld', () => {
  it('gives the same bytes for the same seed, and others for another', () => {
    const small = wire(createWorld({ attendees: 500 }))
    expect(wire(createWorld({ attendees: 500, seed: 7 }))).toBe(small)
    expect(wire(createWorld({ attendees: 500, seed: 8 }))).not.toBe(small)
  })

  it.each([200, 2_000, 7_331])('has exactly %i attendees, each with its own id', (attendees) => {
    const sized = createWorld({ attendees })
    expect(sized.counts.attendees).toBe(attendees)
    expect(Object.values(sized.counts.byProvider).reduce((sum, count) => sum + count)).toBe(attendees)
    expect(new Set(sized.attendees().map(({ id }) => id)).size).toBe(attendees)
  })

  it('holds 50,000 attendees with 30,000 relations', () => {
    const large = createWorld({ attendees: 50_000, relations: 30_000 })
    const recruiter = large.accountByKey('linkedin-recruiter')
    expect(large.counts.attendees).toBe(50_000)
    expect(large.relations(recruiter.id).length).toBeGreaterThan(29_900)
    expect(new Set(large.attendees().map(({ id }) => id)).size).toBe(50_000)
    expect(new Set(large.chats().map(({ id }) => id)).size).toBe(large.chats().length)
  })

  it('refuses worlds that cannot be', () => {
    expect(() => createWorld({ attendees: 199 })).toThrow(RangeError)
    expect(() => createWorld({ attendees: 200, relations: 190 })).toThrow(/relations must be/)
  })

  it('lists no person twice on one account', () => {
    for (const { id } of world.accounts) {
      const people = world.attendees(id).map(({ person }) => person)
      expect(new Set(people).size).toBe(people.length)
    }
  })

  it('pages relations from the newest', () => {
    const since = world.relations(world.accountByKey('linkedin-recruiter').id).map((relation) => relation.since)
    expect(since).toEqual(since.toSorted((a, b) => b - a))
    expect(since.length).toBeGreaterThan(300)
  })
})

describe('people', () => {
  it.each([
    'slug',
    'phone',
    'email',
    'instagramUsername',
    'instagramId',
    'instagramMessagingId',
    'telegramId',
    'xHandle',
    'xId',
    'messengerId',
    'memberNumber',
    'classicId',
  ] as const)('never share a %s', (field) => {
    expect(new Set(everyone.map((person) => person[field])).size).toBe(everyone.length)
  })

  it('have valid phone numbers of many countries', () => {
    expect(everyone.map(({ phone }) => phone).filter((phone) => !isValidPhoneNumber(phone))).toEqual([])
    expect(new Set(everyone.map(({ phone }) => phone.slice(0, 3))).size).toBeGreaterThan(12)
  })

  it('have identifiers within the rules of each provider', () => {
    for (const person of everyone) {
      expect(person.slug).toMatch(/^[\p{L}\p{M}\p{N}-]{3,100}$/u)
      expect(person.instagramUsername).toMatch(/^[a-z0-9._]{1,30}$/)
      expect(person.telegramUsername ?? 'none').toMatch(/^[a-z]\w{3,31}$/)
      expect(person.xHandle).toMatch(/^\w{1,15}$/)
      expect(person.xId).toMatch(/^\d{8,19}$/)
      expect(Number(person.telegramId)).toBeLessThan(2 ** 40)
      expect(person.lid ?? '0@lid').toMatch(/^\d{1,15}@lid$/)
      expect(Number.isSafeInteger(Number(person.instagramId))).toBe(true)
    }
  })

  it('have LinkedIn ids of every product that carry one member number', () => {
    for (const { classicId, salesNavigatorId, recruiterId, memberNumber } of everyone.slice(0, 300)) {
      const ids = [classicId, salesNavigatorId, recruiterId].map(readLinkedinId)
      expect(ids.map((id) => id?.memberNumber)).toEqual([memberNumber, memberNumber, memberNumber])
      expect([classicId.slice(1, 3), salesNavigatorId.slice(0, 3), recruiterId.slice(0, 3)]).toEqual([
        expect.stringMatching(/Co|Do/),
        'ACw',
        'AEM',
      ])
    }
    expect(everyone.some(({ classicId }) => classicId.startsWith('ADo'))).toBe(true)
  })

  it('write in several scripts', () => {
    const names = everyone.map(({ fullName }) => fullName).join('')
    for (const script of [
      /[àéüñ]/,
      /\p{Script=Han}/u,
      /\p{Script=Arabic}/u,
      /\p{Script=Cyrillic}/u,
      /\p{Script=Hangul}/u,
    ])
      expect(names).toMatch(script)
    const pushNames = world.attendees().map(world.name)
    expect(pushNames.some((name) => /\p{Extended_Pictographic}/u.test(name))).toBe(true)
  })
})

describe('directory', () => {
  it('finds every attendee by provider id, at the provider of its account', () => {
    for (const attendee of world.attendees().filter((_, index) => index % 7 === 0)) {
      const { provider } = attendee.account
      const found = provider === null ? undefined : world.directory.find(provider, world.providerId(attendee))
      expect(found?.index).toBe(attendee.person)
    }
  })

  it('does not find a LinkedIn id whose opaque part was changed', () => {
    const { internalId } = world.examples.unknownUser('linkedin')
    const forged = `${internalId.slice(0, 30)}${internalId[30] === 'A' ? 'B' : 'A'}${internalId.slice(31)}`
    expect(world.directory.find('linkedin', forged)).toBeUndefined()
    expect(world.directory.find('linkedin', internalId)).toBeDefined()
  })
})

describe('examples', () => {
  const { examples } = world

  it.each(PROVIDERS)('know people by each reason alone on %s', (provider) => {
    for (const reason of ['contact', 'chat', 'group'] as const) {
      const { attendee, person, groups, name } = examples.knownOnlyBy(reason, provider)
      const twins = world.attendeesOf(person.index).filter(({ account }) => account.provider === provider)
      expect(twins).toEqual([attendee])
      expect(world.chatsOf(attendee).length).toBe(reason === 'chat' ? 1 : 0)
      expect(groups.length).toBe(reason === 'group' ? 1 : 0)
      expect(groups).not.toContain(null)
      expect(name).not.toBe('')
    }
    expect(examples.inSeveralGroups(provider).groups.length).toBeGreaterThan(1)
  })

  it.each(PROVIDERS)('know strangers on %s', (provider) => {
    for (const user of [examples.unknownUser(provider), examples.privateUser(provider)]) {
      expect(world.attendeesOf(user.person.index)).toEqual([])
      expect(world.directory.find(provider, user.internalId)?.index).toBe(user.person.index)
      expect(world.directory.find(provider, user.publicId)?.index).toBe(user.person.index)
    }
  })

  it('know phones on and off WhatsApp', () => {
    expect(isValidPhoneNumber(examples.phoneNotOnWhatsapp())).toBe(true)
    expect(world.directory.find('whatsapp', examples.phoneNotOnWhatsapp())).toBeUndefined()
    const { phone, person } = examples.phoneOnWhatsappNotAttendee()
    expect(world.directory.find('whatsapp', phone)?.index).toBe(person.index)
  })

  it('know one person under several ids', () => {
    const [lid, jid] = examples.lidHereJidThere()
    expect([lid.person.index, lid.providerId.split('@')[1]]).toEqual([jid.person.index, 'lid'])
    expect(jid.providerId).toBe(`${jid.person.phone.slice(1)}@s.whatsapp.net`)
    const [recruiter, classic] = examples.onBothLinkedinAccounts()
    expect([recruiter.providerId, recruiter.attendeeId === classic.attendeeId]).toEqual([classic.providerId, false])
    expect(new Set(examples.onSeveralProviders(4).map(({ provider }) => provider)).size).toBeGreaterThan(3)
    expect(world.name(examples.nameless().attendee)).toBe('')
    expect(examples.self('telegram').attendee.isSelf).toBe(true)
  })
})
