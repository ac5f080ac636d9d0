import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UnipileClient } from 'unipile-node-sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningSimulator, startSimulator } from './server.ts'
import { wireAttendee } from './wire/attendee.ts'

/** A real client of the protocol that this project did not write. Its validators throw on a response that does not fit. */
const strictClient = (url: string, key: string): UnipileClient =>
  new UnipileClient(url.replace('/api/v1', ''), key, {
    validateRequestPayload: true,
    validateRequestPayloadLevel: 'error',
  })

let simulator: RunningSimulator
let client: UnipileClient

beforeAll(async () => {
  simulator = await startSimulator({ attendees: 600 })
  client = strictClient(simulator.url, simulator.key)
})
afterAll(() => simulator.stop())

interface Page<T> {
  items: T[]
  cursor: unknown
}

/** Follows the cursors to the end. */
const readAll = async <T>(read: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> => {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    items.push(...page.items)
    // The client hands the cursor on without percent-encoding problems: URLSearchParams encodes it.
    cursor = typeof page.cursor === 'string' ? page.cursor : undefined
  } while (cursor !== undefined)
  return items
}

const accountId = (key: Parameters<RunningSimulator['world']['accountByKey']>[0]): string =>
  simulator.world.accountByKey(key).id
/** The client does not percent-encode path segments. */
const segment = encodeURIComponent

describe('the client accepts', () => {
  it('every account, in pages and alone', async () => {
    const accounts = await readAll((cursor) =>
      client.account.getAll({ limit: 2, ...(cursor === undefined ? {} : { cursor }) }),
    )
    expect(accounts.map(({ id }) => id)).toEqual(simulator.accounts.map(({ id }) => id))
    for (const { id } of accounts) expect((await client.account.getOne(id)).id).toBe(id)
  })

  it('every page of attendees, and attendees alone', async () => {
    const attendees = await readAll((cursor) =>
      client.messaging.getAllAttendees({ limit: 90, ...(cursor === undefined ? {} : { cursor }) }),
    )
    expect(attendees.length).toBe(simulator.world.counts.attendees)
    for (const account of simulator.world.accounts) {
      const own = await readAll((cursor) =>
        client.messaging.getAllAttendees(cursor === undefined ? { limit: 100, account_id: account.id } : { cursor }),
      )
      expect(own.length).toBe(simulator.world.counts.byAccount[account.id])
      if (own[0] !== undefined) expect((await client.messaging.getAttendee(own[0].id)).id).toBe(own[0].id)
    }
  })

  it('every page of chats, every chat with its last message, and all members', async () => {
    const chats = await readAll((cursor) =>
      client.messaging.getAllChats({ limit: 60, ...(cursor === undefined ? {} : { cursor }) }),
    )
    expect(chats.length).toBe(simulator.world.chats().length)
    for (const { id } of chats) {
      expect((await client.messaging.getChat(id)).id).toBe(id)
      expect((await client.messaging.getAllAttendeesFromChat(id)).items.length).toBeGreaterThan(0)
    }
  })

  it('the chats of attendees, by both ids', async () => {
    for (const provider of ['linkedin', 'whatsapp', 'instagram', 'telegram', 'x', 'messenger'] as const) {
      const { attendeeId, providerId, accountId: account_id } = simulator.world.examples.knownOnlyBy('chat', provider)
      for (const attendee_id of [attendeeId, segment(providerId)])
        expect((await client.messaging.getAllChatsFromAttendee({ attendee_id, account_id })).items.length).toBe(1)
    }
  })

  it('every page of relations', async () => {
    for (const key of ['linkedin-recruiter', 'linkedin-classic'] as const) {
      const account_id = accountId(key)
      const relations = await readAll((cursor) =>
        client.users.getAllRelations({ account_id, limit: 70, ...(cursor === undefined ? {} : { cursor }) }),
      )
      expect(relations.length).toBe(simulator.world.relations(account_id).length)
    }
  })

  it('the profiles of strangers, attendees and owners on every provider', async () => {
    const { examples } = simulator.world
    const lookups = [
      ['linkedin-recruiter', 'linkedin'],
      ['linkedin-classic', 'linkedin'],
      ['whatsapp', 'whatsapp'],
      ['instagram', 'instagram'],
      ['telegram', 'telegram'],
      ['x', 'x'],
    ] as const
    for (const [key, provider] of lookups) {
      const people = [examples.unknownUser(provider), examples.knownOnlyBy('contact', provider), examples.self(key)]
      for (const { internalId, publicId } of people)
        for (const identifier of [internalId, publicId]) {
          const input = { account_id: accountId(key), identifier: segment(identifier) }
          expect(await client.users.getProfile(input)).toHaveProperty('object', 'UserProfile')
        }
    }
  })

  it('LinkedIn profiles of every product with all sections', async () => {
    const { publicId } = simulator.world.examples.knownOnlyBy('contact', 'linkedin')
    for (const linkedin_api of ['recruiter', 'sales_navigator'] as const) {
      const input = {
        account_id: accountId('linkedin-recruiter'),
        identifier: publicId,
        linkedin_api,
        linkedin_sections: '*' as const,
      }
      expect(await client.users.getProfile(input)).toHaveProperty('work_experience')
    }
  })

  it('owners and company pages', async () => {
    for (const key of ['linkedin-recruiter', 'linkedin-classic', 'telegram', 'x', 'mail'] as const)
      expect(await client.users.getOwnProfile(accountId(key))).toHaveProperty('object', 'AccountOwnerProfile')
    const { slug } = simulator.world.examples.company()
    const company = await client.users.getCompanyProfile({
      account_id: accountId('linkedin-classic'),
      identifier: slug,
    })
    expect(company.public_identifier).toBe(slug)
  })

  it('errors as errors, with the body', async () => {
    const attempt = client.users.getOwnProfile(accountId('whatsapp-disconnected'))
    await expect(attempt).rejects.toMatchObject({ body: { type: 'errors/disconnected_account', status: 401 } })
  })
})

describe('the check itself', () => {
  it('fails when one field has the wrong shape', async () => {
    const { world, key } = simulator
    const [attendee] = world.attendees()
    if (attendee === undefined) throw new Error('empty world')
    const wrong = { ...wireAttendee(world, attendee), is_self: false }
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ object: 'ChatAttendeeList', items: [wrong], cursor: null }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await expect(strictClient(url, key).messaging.getAllAttendees()).rejects.toThrow(/Invalid response type/)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  it('fails on what newer servers send', async () => {
    const newer = await startSimulator({ attendees: 200, newerServer: true })
    const strict = strictClient(newer.url, newer.key)
    await expect(strict.account.getAll()).rejects.toThrow(/Invalid response type/)
    await expect(strict.messaging.getAllAttendees()).rejects.toThrow(/Invalid response type/)
    await newer.stop()
  })
})
