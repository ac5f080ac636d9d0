import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningSimulator, startSimulator } from '../server.ts'
import type { AccountKey } from '../world/accounts.ts'

let simulator: RunningSimulator

beforeAll(async () => {
  simulator = await startSimulator({ attendees: 400 })
})
afterAll(() => simulator.stop())

const call = async (path: string, account: AccountKey, query = ''): Promise<Record<string, unknown>> => {
  const { id } = simulator.world.accountByKey(account)
  const response = await fetch(`${simulator.url}/${path}?account_id=${id}${query}`, {
    headers: { 'x-api-key': simulator.key },
  })
  return { http: response.status, ...((await response.json()) as object) }
}
const profile = (identifier: string, account: AccountKey, query = '') =>
  call(`users/${encodeURIComponent(identifier)}`, account, query)

describe('LinkedIn profiles', () => {
  it('answer with the id of the product asked for, by slug and by the id of any product', async () => {
    const { person } = simulator.world.examples.knownOnlyBy('contact', 'linkedin')
    for (const identifier of [person.slug, person.classicId, person.salesNavigatorId, person.recruiterId]) {
      expect(await profile(identifier, 'linkedin-recruiter')).toMatchObject({
        http: 200,
        provider_id: person.classicId,
        public_identifier: person.slug,
      })
      expect(await profile(identifier, 'linkedin-recruiter', '&linkedin_api=recruiter')).toMatchObject({
        provider_id: person.recruiterId,
      })
      expect(await profile(identifier, 'linkedin-recruiter', '&linkedin_api=sales_navigator')).toMatchObject({
        provider_id: person.salesNavigatorId,
      })
    }
  })

  it('say 403 when the account lacks the product', async () => {
    const { publicId } = simulator.world.examples.unknownUser('linkedin')
    for (const api of ['recruiter', 'sales_navigator'])
      expect(await profile(publicId, 'linkedin-classic', `&linkedin_api=${api}`)).toMatchObject({
        http: 403,
        type: 'errors/feature_not_subscribed',
      })
  })

  it('out of network: Sales Navigator finds people by id, not by slug', async () => {
    const { person } = simulator.world.examples.outOfNetwork()
    const api = '&linkedin_api=sales_navigator'
    expect(await profile(person.slug, 'linkedin-recruiter', api)).toMatchObject({
      http: 422,
      type: 'errors/invalid_recipient',
    })
    expect(await profile(person.salesNavigatorId, 'linkedin-recruiter', api)).toMatchObject({
      http: 200,
      provider_id: person.salesNavigatorId,
      network_distance: 'OUT_OF_NETWORK',
    })
    expect(await profile(person.slug, 'linkedin-recruiter')).toMatchObject({ http: 200 })
  })

  it('refuse locked profiles, unknown people, malformed ids and wrong parameters', async () => {
    const { publicId } = simulator.world.examples.privateUser('linkedin')
    const { internalId } = simulator.world.examples.unknownUser('linkedin')
    expect(await profile(publicId, 'linkedin-recruiter')).toMatchObject({ http: 422 })
    expect(await profile('no-such-person-at-all', 'linkedin-recruiter')).toMatchObject({
      http: 404,
      type: 'errors/resource_not_found',
    })
    expect(await profile(internalId.slice(0, -1), 'linkedin-recruiter')).toMatchObject({ http: 400 })
    expect(await profile(publicId, 'linkedin-recruiter', '&linkedin_api=premium')).toMatchObject({ http: 400 })
    expect(await profile(publicId, 'linkedin-recruiter', '&linkedin_sections=shoes')).toMatchObject({ http: 400 })
  })

  it('carry the sections asked for and no others', async () => {
    const { publicId } = simulator.world.examples.unknownUser('linkedin')
    const some = await profile(publicId, 'linkedin-classic', '&linkedin_sections=experience,about')
    expect([some['work_experience'], some['summary'], some['skills']]).toEqual([
      expect.any(Array),
      expect.any(String),
      undefined,
    ])
    expect(await profile(publicId, 'linkedin-classic', '&linkedin_sections=*')).toHaveProperty('skills')
  })

  it('tell the distance as seen by the account', async () => {
    const { publicId } = simulator.world.examples.knownOnlyBy('contact', 'linkedin')
    expect(await profile(publicId, 'linkedin-recruiter')).toMatchObject({
      network_distance: 'FIRST_DEGREE',
      is_relationship: true,
    })
    expect(await profile(publicId, 'linkedin-classic')).toMatchObject({ is_relationship: false })
  })
})

describe('WhatsApp', () => {
  it('knows people by phone, jid and lid, and answers with the internal id', async () => {
    const { person } = simulator.world.examples.whatsapp('lid-and-phone')
    const digits = person.phone.slice(1)
    for (const identifier of [person.phone, digits, `${digits}@s.whatsapp.net`, `${digits}@c.us`, person.lid ?? ''])
      expect(await profile(identifier, 'whatsapp')).toEqual({
        http: 200,
        object: 'UserProfile',
        provider: 'WHATSAPP',
        id: person.lid,
      })
  })

  it('says 404 or 422 for numbers without WhatsApp, by number', async () => {
    const phone = simulator.world.examples.phoneNotOnWhatsapp()
    const expected = Number(phone.at(-1)) % 2 === 0 ? 404 : 422
    expect(await profile(phone, 'whatsapp')).toMatchObject({ http: expected })
  })

  it('refuses groups (422) and what is no number (400)', async () => {
    expect(await profile('120363000000000000@g.us', 'whatsapp')).toMatchObject({ http: 422 })
    expect(await profile('ada', 'whatsapp')).toMatchObject({ http: 400 })
  })
})

describe('the other providers', () => {
  it('Instagram: by user name with or without @ and by both numbers', async () => {
    const { person } = simulator.world.examples.unknownUser('instagram')
    const { instagramUsername: name, instagramId, instagramMessagingId } = person
    for (const identifier of [name, `@${name}`, name.toUpperCase(), instagramId, instagramMessagingId])
      expect(await profile(identifier, 'instagram')).toMatchObject({
        http: 200,
        provider_id: instagramId,
        provider_messaging_id: instagramMessagingId,
        public_identifier: name,
        pk: Number(instagramId),
        username: name,
      })
    const { publicId } = simulator.world.examples.privateUser('instagram')
    expect(await profile(publicId, 'instagram')).toMatchObject({ http: 200, is_private: true })
  })

  it('Telegram: by id, user name and phone; private people hide theirs', async () => {
    const { person } = simulator.world.examples.unknownUser('telegram')
    for (const identifier of [person.telegramId, `@${person.telegramUsername}`, person.phone, person.phone.slice(1)])
      expect(await profile(identifier, 'telegram')).toMatchObject({
        http: 200,
        provider_id: person.telegramId,
        contact: false,
      })
    const { internalId } = simulator.world.examples.privateUser('telegram')
    expect(await profile(internalId, 'telegram')).toMatchObject({ http: 200, phone: null, username: null })
  })

  it('X: by handle and id, both strings', async () => {
    const { person } = simulator.world.examples.unknownUser('x')
    for (const identifier of [person.xHandle, `@${person.xHandle}`, person.xId])
      expect(await profile(identifier, 'x')).toMatchObject({ http: 200, id: person.xId, screen_name: person.xHandle })
    expect(await profile('nobody_here', 'x')).toMatchObject({ http: 404 })
  })

  it('Messenger has no profiles, mail has no users, a disconnected account has no session', async () => {
    const { internalId } = simulator.world.examples.knownOnlyBy('chat', 'messenger')
    expect(await profile(internalId, 'messenger')).toMatchObject({ http: 501, type: 'errors/feature_not_implemented' })
    expect(await profile('ada', 'mail')).toMatchObject({ http: 422, type: 'errors/invalid_account' })
    for (const path of ['users/33600000000', 'users/me', 'users/relations'])
      expect(await call(path, 'whatsapp-disconnected')).toMatchObject({
        http: 401,
        type: 'errors/disconnected_account',
      })
  })

  it('need a known account', async () => {
    const headers = { 'x-api-key': simulator.key }
    expect((await fetch(`${simulator.url}/users/ada`, { headers })).status).toBe(400)
    expect((await fetch(`${simulator.url}/users/ada?account_id=nope`, { headers })).status).toBe(404)
  })
})

describe('owners, followers and companies', () => {
  it('answer /users/me where the provider has it', async () => {
    const ada = simulator.world.person(0)
    expect(await call('users/me', 'linkedin-recruiter')).toMatchObject({
      provider_id: ada.classicId,
      object_urn: `urn:li:member:${ada.memberNumber}`,
      recruiter: { contract_id: expect.any(String) },
    })
    expect(await call('users/me', 'linkedin-classic')).toMatchObject({ recruiter: null, sales_navigator: null })
    expect(await call('users/me', 'telegram')).toMatchObject({ provider_id: ada.telegramId, self: true })
    for (const account of ['whatsapp', 'instagram', 'messenger'] as const)
      expect(await call('users/me', account)).toMatchObject({ http: 501 })
  })

  it('list followers on LinkedIn and Instagram, following on Instagram only', async () => {
    expect(await call('users/followers', 'linkedin-classic')).toMatchObject({ http: 200, items: expect.any(Array) })
    expect(await call('users/following', 'instagram')).toMatchObject({ http: 200 })
    expect(await call('users/following', 'linkedin-classic')).toMatchObject({ http: 501 })
    expect(await call('users/relations', 'telegram')).toMatchObject({ http: 501 })
  })

  it('find companies by slug, number and urn', async () => {
    const { slug, number } = simulator.world.examples.company()
    for (const identifier of [slug, String(number), `urn:li:fsd_company:${number}`])
      expect(await call(`linkedin/company/${encodeURIComponent(identifier)}`, 'linkedin-classic')).toMatchObject({
        http: 200,
        id: String(number),
        public_identifier: slug,
      })
    expect(await call('linkedin/company/no-such-company', 'linkedin-classic')).toMatchObject({ http: 404 })
  })
})
