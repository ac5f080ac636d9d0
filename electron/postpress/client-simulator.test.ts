import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppError } from '#shared/domain/errors.ts'
import { createClient, type PostpressClient } from './client.ts'
import { type RunningSimulator, startSimulator } from './simulator/server.ts'
import { fetchTransport } from './transport.ts'

let api: RunningSimulator
let client: PostpressClient

beforeAll(async () => {
  api = await startSimulator({ newerServer: true, attendees: 400 })
  client = createClient({ ...api, transport: fetchTransport(fetch), random: () => 0 })
})
afterAll(() => api.stop())

const idOf = (key: Parameters<RunningSimulator['world']['accountByKey']>[0]): string => api.world.accountByKey(key).id
const kindOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'answered',
    (error: AppError) => error.failure.kind,
  )

describe('the client against a whole API', () => {
  it('lists accounts with providers and products', async () => {
    const { items, problems } = await client.accounts(null)
    expect(problems).toEqual([])
    expect(items.map(({ id }) => id).sort()).toEqual(api.accounts.map(({ id }) => id).sort())
    expect(items.find(({ id }) => id === idOf('linkedin-recruiter'))?.products.sort()).toEqual([
      'recruiter',
      'sales-navigator',
    ])
    expect(items.find(({ id }) => id === idOf('mail'))?.provider).toBeNull()
  })

  it('gives the ids of all three LinkedIn products of one person', async () => {
    const { person } = api.world.examples.knownOnlyBy('contact', 'linkedin')
    const account = idOf('linkedin-recruiter')
    for (const [product, id] of [
      ['classic', person.classicId],
      ['recruiter', person.recruiterId],
      ['sales-navigator', person.salesNavigatorId],
    ] as const) {
      const profile = await client.user(person.slug, account, 'linkedin', product)
      expect(profile).toMatchObject({ internalId: id, product })
      expect(profile.identifiers).toContainEqual(expect.objectContaining({ kind: 'internal', value: id, product }))
      expect(profile.identifiers).toContainEqual(
        expect.objectContaining({ kind: 'member-number', value: String(person.memberNumber) }),
      )
    }
    expect(await kindOf(client.user(person.slug, idOf('linkedin-classic'), 'linkedin', 'recruiter'))).toBe(
      'product-missing',
    )
  })

  it('looks up the other providers', async () => {
    const { examples } = api.world
    const telegram = examples.knownOnlyBy('chat', 'telegram')
    expect((await client.user(telegram.internalId, idOf('telegram'), 'telegram', null)).internalId).toBe(
      telegram.internalId,
    )
    const x = examples.knownOnlyBy('chat', 'x')
    expect((await client.user(x.person.xHandle, idOf('x'), 'x', null)).internalId).toBe(x.internalId)
    const { phone } = examples.phoneOnWhatsappNotAttendee()
    expect(
      (await client.user(`${phone.replace('+', '')}@s.whatsapp.net`, idOf('whatsapp'), 'whatsapp', null)).name,
    ).toBe('')
    const none = examples.phoneNotOnWhatsapp()
    expect(
      await kindOf(client.user(`${none.replace('+', '')}@s.whatsapp.net`, idOf('whatsapp'), 'whatsapp', null)),
    ).toBe('not-found')
    expect(await kindOf(client.user('nobody-at-all-404', idOf('linkedin-classic'), 'linkedin', null))).toBe('not-found')
  })

  it('reads owner, single attendee, chats with a person, company and picture', async () => {
    const account = { id: idOf('linkedin-recruiter'), provider: 'linkedin' as const }
    const known = api.world.examples.knownOnlyBy('chat', 'linkedin')
    const company = api.world.examples.company()
    const person = { id: known.accountId, provider: 'linkedin' as const }
    expect((await client.me(account)).identifiers.length).toBeGreaterThan(1)
    expect((await client.attendee(person, known.attendeeId)).providerId).toBe(known.providerId)
    expect((await client.chatsWith(person, known.attendeeId, null)).items).not.toHaveLength(0)
    expect((await client.company(company.slug, account.id)).publicId).toBe(company.slug)
    expect((await client.picture(known.attendeeId)).contentType).toMatch(/^image\//)
    expect(await kindOf(client.me({ id: idOf('whatsapp'), provider: 'whatsapp' }))).toBe('not-supported')
  })

  it('tells a wrong key from a disconnected account', async () => {
    const other = createClient({ ...api, key: 'wrong', transport: fetchTransport(fetch) })
    expect(await kindOf(other.accounts(null))).toBe('wrong-key')
    const disconnected = idOf('whatsapp-disconnected')
    expect(await kindOf(client.user('33600000000@s.whatsapp.net', disconnected, 'whatsapp', null))).toBe(
      'account-disconnected',
    )
  })

  it.each([
    ['http-429-retry-after-nonsense', 'rate-limited'],
    ['http-503', 'service-unavailable'],
    ['http-504', 'timeout'],
    ['http-500-provider-error', 'provider-error'],
    ['html-200', 'bad-response'],
    ['html-502', 'service-unavailable'],
    ['empty-body', 'bad-response'],
    ['truncated-json', 'bad-response'],
    ['reset-mid-body', 'offline'],
    ['redirect', 'redirected'],
  ])('names the fault %s', async (fault, kind) => {
    api.setFaults([`${fault}=1`])
    const fresh = createClient({ ...api, transport: fetchTransport(fetch), random: () => 0 })
    expect(await kindOf(fresh.accounts(null))).toBe(kind)
    expect(api.redirected()).toMatchObject({ requests: 0 })
    api.setFaults([])
  })

  it('never tells a person about a look-up', () => expect(api.calls.notified()).toHaveLength(0))
})
