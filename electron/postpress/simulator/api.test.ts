import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, createCaller, idsOf } from './caller.ts'
import { decodeCursor, encodeCursor } from './cursors.ts'
import { type RunningSimulator, startSimulator } from './server.ts'

let simulator: RunningSimulator
let get: Caller['get']
let failure: Caller['failure']
let allPages: Caller['allPages']

beforeAll(async () => {
  simulator = await startSimulator({ attendees: 400 })
  ;({ get, failure, allPages } = createCaller(simulator))
})
afterAll(() => simulator.stop())

describe('key', () => {
  it('is required, and told apart from a wrong one', async () => {
    expect(await get('accounts', {})).toMatchObject({ status: 401, body: { type: 'errors/missing_credentials' } })
    expect(await get('accounts', { 'x-api-key': 'no' })).toMatchObject({
      status: 401,
      body: { title: 'Invalid credentials', type: 'errors/invalid_credentials', status: 401 },
    })
  })

  it('guards the call counters too', async () => {
    const url = simulator.url.replace('/api/v1', '/__simulator/calls')
    expect((await fetch(url)).status).toBe(401)
  })

  it('is not offered to web pages: no CORS headers', async () => {
    const response = await fetch(`${simulator.url}/accounts`, {
      headers: { 'x-api-key': simulator.key, origin: 'https://page.example' },
    })
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('limits', () => {
  it.each(['0', '251', '-1', '1.5', 'abc', '', '1e2'])('refuse limit=%s', async (limit) => {
    expect(await failure(`chat_attendees?limit=${limit}`)).toEqual([400, 'errors/invalid_parameters'])
  })

  it('take 1 to 250, and 1 to 1000 for relations', async () => {
    const { id } = simulator.world.accountByKey('linkedin-recruiter')
    expect((await get('chats?limit=250')).status).toBe(200)
    expect((await get(`users/relations?account_id=${id}&limit=1000`)).status).toBe(200)
    expect(await failure(`users/relations?account_id=${id}&limit=1001`)).toEqual([400, 'errors/invalid_parameters'])
  })

  it('are 100 when not given', async () => {
    expect((await get('chat_attendees')).body.items.length).toBe(100)
  })
})

describe('cursors', () => {
  it('lead through every attendee once, with an empty last page when the pages fit exactly', async () => {
    const pages = await allPages('chat_attendees?limit=50')
    expect(idsOf(pages)).toEqual(simulator.world.attendees().map(({ id }) => id))
    expect(pages.at(-1)?.body.items).toEqual([])
    expect(pages.length).toBe(9)
  })

  it('are base64 JSON that keeps limit and filters', async () => {
    const { id } = simulator.world.accountByKey('linkedin-recruiter')
    const { body } = await get(`chat_attendees?limit=7&account_id=${id}`)
    expect(decodeCursor(body.cursor ?? '')).toEqual({
      account_id: id,
      limit: 7,
      cursor: { last_id: body.items.at(-1)?.['id'] },
    })
    const next = await get(`chat_attendees?cursor=${encodeURIComponent(body.cursor ?? '')}`)
    expect(next.body.items.length).toBe(7)
    expect(next.body.items.every((item) => item['account_id'] === id)).toBe(true)
  })

  it('continue behind an attendee that is gone', async () => {
    const cursor = encodeCursor({ limit: 3, cursor: { last_id: 'A' } })
    const expected = simulator.world.attendees().filter(({ id }) => id > 'A')
    const { body } = await get(`chat_attendees?cursor=${encodeURIComponent(cursor)}`)
    expect(body.items.map(({ id }) => id)).toEqual(expected.slice(0, 3).map(({ id }) => id))
  })

  it.each([
    ['', 'the empty one'],
    ['%%%', 'no base64'],
    ['AAAA', 'no JSON'],
    [encodeCursor({ limit: 5 }), 'no key'],
    [encodeCursor({ limit: 0, cursor: { last_id: 'x' } }), 'no limit'],
    [encodeCursor({ limit: 5, cursor: { last_id: 7 } }), 'no text'],
    [Buffer.from('[1]').toString('base64'), 'a list'],
  ])('refuse garbage: %s (%s)', async (cursor) => {
    expect(await failure(`chat_attendees?cursor=${encodeURIComponent(cursor)}`)).toEqual([
      400,
      'errors/invalid_parameters',
    ])
  })

  it('need a date for chats and an offset for relations', async () => {
    const key = encodeURIComponent(encodeCursor({ limit: 5, cursor: { last_id: 'x' } }))
    const { id } = simulator.world.accountByKey('linkedin-recruiter')
    expect((await failure(`chats?cursor=${key}`))[0]).toBe(400)
    expect((await failure(`users/relations?account_id=${id}&cursor=${key}`))[0]).toBe(400)
  })

  it('lead through every chat once, empty chats last', async () => {
    const pages = await allPages('chats?limit=33')
    expect(idsOf(pages)).toEqual(simulator.world.chats().map(({ id }) => id))
    const stamps = pages.flatMap(({ body }) => body.items.map(({ timestamp }) => timestamp as string | null))
    expect(stamps.filter((stamp) => stamp !== null)).toEqual(stamps.slice(0, stamps.indexOf(null)))
  })

  it('count relations by offset', async () => {
    const { id } = simulator.world.accountByKey('linkedin-recruiter')
    const pages = await allPages(`users/relations?account_id=${id}&limit=20`)
    expect(decodeCursor(pages[0]?.body.cursor ?? '')).toEqual({ limit: 20, startIndex: 20 })
    expect(pages.flatMap(({ body }) => body.items).length).toBe(simulator.world.relations(id).length)
  })
})

describe('single resources', () => {
  it.each([
    'accounts/nobody',
    'chat_attendees/nobody',
    'chats/nothing',
    'nothing',
    'chat_attendees/nobody/picture',
    'users',
  ])('answer 404 with an error body for %s', async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, body: { type: 'errors/resource_not_found', status: 404 } })
  })

  it('refuse bad percent-encoding and other methods', async () => {
    expect(await failure('users/%E0%A4%A?account_id=x')).toEqual([400, 'errors/malformed_request'])
    const post = await fetch(`${simulator.url}/chats`, { method: 'POST', headers: { 'x-api-key': simulator.key } })
    expect(post.status).toBe(404)
  })

  it('serve a real PNG as picture', async () => {
    const { attendeeId } = simulator.world.examples.knownOnlyBy('contact', 'linkedin')
    const response = await fetch(`${simulator.url}/chat_attendees/${attendeeId}/picture`, {
      headers: { 'x-api-key': simulator.key },
    })
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })
})

describe('calls', () => {
  it('are counted per account and route, and notify is seen', async () => {
    simulator.calls.reset()
    const { id } = simulator.world.accountByKey('telegram')
    const { internalId } = simulator.world.examples.unknownUser('telegram')
    await get(`chat_attendees?account_id=${id}`)
    await get(`users/${internalId}?account_id=${id}`)
    expect(simulator.calls.notified()).toEqual([])
    await get(`users/${internalId}?account_id=${id}&notify=true`)
    expect(simulator.calls.byAccount()).toEqual({ [id]: { attendees: 1, profile: 2 } })
    expect(simulator.calls.count({ route: 'profile', accountId: id })).toBe(2)
    expect(simulator.calls.notified().length).toBe(1)
    const url = simulator.url.replace('/api/v1', '/__simulator/calls')
    const counters = await fetch(url, { headers: { 'x-api-key': simulator.key } })
    expect(await counters.json()).toEqual({ accounts: { [id]: { attendees: 1, profile: 2 } }, notified: 1 })
  })
})

describe('stop', () => {
  it('closes sockets that are kept alive, and can be called twice', async () => {
    const own = await startSimulator({ attendees: 200 })
    const closed = new Promise<void>((resolve, reject) => {
      const call = request(`${own.url}/accounts`, { headers: { 'x-api-key': own.key, connection: 'keep-alive' } })
      call.once('socket', (socket) => socket.once('close', () => resolve()))
      call.once('error', reject)
      call.once('response', (response) => {
        response.resume()
        response.once('end', () => void own.stop())
      })
      call.end()
    })
    await closed
    await own.stop()
    await expect(fetch(`${own.url}/accounts`)).rejects.toThrow()
  })
})
