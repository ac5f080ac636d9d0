import { describe, expect, it } from 'vitest'
import { AppError } from '#shared/domain/errors.ts'
import { createClient } from './client.ts'
import { createVirtualClock } from './testing/virtual-clock.ts'
import type { Transport, TransportRequest, TransportResponse } from './transport.ts'

const BASE = 'https://api.example:13111/api/v1'
const EMPTY = { object: 'AccountList', items: [], cursor: null }

const reply = (status: number, body: unknown, headers: Record<string, string> = {}): TransportResponse =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })
const refuse =
  (status: number, type: string, headers: Record<string, string> = {}) =>
  () =>
    reply(status, { type: `errors/${type}`, title: '', status }, headers)
const ok = () => reply(200, EMPTY)
const hang = (): Promise<TransportResponse> => new Promise(() => undefined)
const reset = (): never => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) })
}

type Step = (request: TransportRequest) => TransportResponse | Promise<TransportResponse>

/** A client whose calls get these answers in turn; the last one repeats. */
const scripted = (steps: Step[], options: { random?: number; limits?: object } = {}) => {
  const clock = createVirtualClock()
  const startedAt = clock.now()
  const at: number[] = []
  const requests: TransportRequest[] = []
  const transport: Transport = async (request) => {
    at.push(clock.now() - startedAt)
    requests.push(request)
    const step = steps[Math.min(requests.length, steps.length) - 1]
    if (step === undefined) throw new Error('no step')
    return step(request)
  }
  const { random = 0.5, limits = {} } = options
  const client = createClient({ url: BASE, key: 'the-key', transport, clock, random: () => random, limits })
  const fail = async (promise: Promise<unknown>): Promise<AppError> => {
    const error = await clock.settle(promise).catch((caught: unknown) => caught)
    if (!(error instanceof AppError)) throw new Error('expected an AppError', { cause: error })
    return error
  }
  return { client, clock, at, requests, fail }
}

describe('requests', () => {
  it('encodes every path segment and sends what the contract names', async () => {
    const { client, clock, requests } = scripted([() => reply(200, { provider_id: 'ACo', pk: 1, id: '1' })])
    await clock.settle(client.user('a/../b@c:d?é#%2F', 'acc/1', 'linkedin', 'sales-navigator'))
    await clock.settle(client.user('x', 'acc', 'linkedin', 'classic'))
    expect(requests.map(({ url }) => url)).toEqual([
      `${BASE}/users/a%2F..%2Fb%40c%3Ad%3F%C3%A9%23%252F?account_id=acc%2F1&linkedin_api=sales_navigator`,
      `${BASE}/users/x?account_id=acc`,
    ])
    expect(requests[0]?.headers).toMatchObject({ 'X-API-KEY': 'the-key' })
    expect(requests.every(({ url }) => !url.includes('notify'))).toBe(true)
  })

  it.each(['', '.', '..', 'me', 'relations', 'Followers', '\ud800'])('never sends the identifier %j', async (text) => {
    const { client, fail, requests } = scripted([ok])
    expect((await fail(client.user(text, 'acc', 'linkedin', null))).failure.kind).toBe('bad-input')
    expect(requests).toHaveLength(0)
  })

  it('sends filters with the first page and the cursor with the next', async () => {
    const { client, clock, requests } = scripted([ok])
    const account = { id: 'acc', provider: 'linkedin' as const }
    for (const cursor of [null, 'c+/=']) {
      await clock.settle(client.attendees(account, cursor))
      await clock.settle(client.relations('acc', cursor))
    }
    expect(requests.map(({ url }) => url.slice(BASE.length))).toEqual([
      '/chat_attendees?account_id=acc&limit=250',
      '/users/relations?account_id=acc&limit=1000',
      '/chat_attendees?cursor=c%2B%2F%3D&limit=250',
      '/users/relations?account_id=acc&cursor=c%2B%2F%3D',
    ])
  })

  it('asks nothing for Messenger profiles', async () => {
    const { client, fail, requests } = scripted([ok])
    expect((await fail(client.user('100', 'acc', 'messenger', null))).failure.kind).toBe('not-supported')
    expect(requests).toHaveLength(0)
  })
})

describe('retry', () => {
  it.each([
    ['503', refuse(503, 'service_unavailable'), 4],
    ['504', refuse(504, 'request_timeout'), 4],
    ['502 without a type', () => reply(502, '<html>'), 4],
    ['429', refuse(429, 'too_many_requests'), 4],
    ['a reset connection', reset, 4],
    ['500 provider_error', refuse(500, 'provider_error'), 2],
    ['500 unexpected_error', refuse(500, 'unexpected_error'), 1],
    ['401', refuse(401, 'invalid_credentials'), 1],
    ['403', refuse(403, 'insufficient_permissions'), 1],
    ['404', refuse(404, 'resource_not_found'), 1],
    ['400', refuse(400, 'invalid_parameters'), 1],
    ['cut-off JSON', () => reply(200, '{"items":['), 2],
    ['an empty body', () => reply(200, ''), 2],
    ['a web page', () => reply(200, '<!doctype html>', { 'content-type': 'text/html' }), 2],
    ['JSON of another shape', () => reply(200, { items: 'none' }), 1],
  ])('tries %s as often as it may help', async (_name, step, tries) => {
    const { client, fail, requests } = scripted([step])
    await fail(client.accounts(null))
    expect(requests).toHaveLength(tries)
  })

  it('waits longer each time, with full jitter', async () => {
    const half = scripted([refuse(503, 'service_unavailable')], { random: 0.5 })
    await half.fail(half.client.accounts(null))
    expect(half.at).toEqual([0, 500, 1_500, 3_500])
    const none = scripted([refuse(503, 'service_unavailable')], { random: 0 })
    await none.fail(none.client.accounts(null))
    expect(none.at).toEqual([0, 0, 0, 0])
  })

  it.each([
    ['seconds', '7', 7_000],
    ['a date', new Date(Date.UTC(2026, 0, 1) + 9_000).toUTCString(), 9_000],
    ['a date that is over', 'Mon, 01 Jan 2024 00:00:00 GMT', 0],
    ['a day, capped', '86400', 60_000],
    ['nonsense', 'soon', 500],
    ['a negative number', '-5', 500],
    ['an exponent', '1e3', 500],
  ])('honours Retry-After as %s', async (_name, value, wait) => {
    const { client, clock, at } = scripted([refuse(429, 'too_many_requests', { 'retry-after': value }), ok])
    await clock.settle(client.accounts(null))
    expect(at).toEqual([0, wait])
  })

  it('gives up when the wait would pass the deadline', async () => {
    const { client, fail, requests } = scripted([refuse(429, 'too_many_requests', { 'retry-after': '50' })], {
      limits: { deadlineMs: 40_000 },
    })
    expect((await fail(client.accounts(null))).failure).toMatchObject({ kind: 'rate-limited', retryable: true })
    expect(requests).toHaveLength(1)
  })

  it('does not pay twice for a look-up that may have been carried out', async () => {
    const slow = scripted([hang])
    expect((await slow.fail(slow.client.user('x', 'acc', 'x', null))).failure.kind).toBe('timeout')
    expect(slow.requests).toHaveLength(1)
    const gateway = scripted([refuse(504, 'request_timeout')])
    await gateway.fail(gateway.client.user('x', 'acc', 'x', null))
    expect(gateway.requests).toHaveLength(2)
  })
})

describe('timeouts and cancelling', () => {
  it('times each try out after 15 s, also inside the body', async () => {
    const stuckBody = () => ({
      status: 200,
      headers: new Headers(),
      body: new ReadableStream<Uint8Array>({ start: (body) => body.enqueue(new TextEncoder().encode('{"items":')) }),
    })
    const { client, fail, at, clock } = scripted([stuckBody], { random: 0 })
    expect((await fail(client.accounts(null))).failure.kind).toBe('timeout')
    expect(at).toEqual([0, 15_000])
    expect(clock.now()).toBe(Date.UTC(2026, 0, 1) + 30_000)
  })

  it('aborts the transport and stops at once when the caller cancels', async () => {
    const controller = new AbortController()
    const { client, fail, requests } = scripted([
      () => {
        controller.abort()
        return hang()
      },
    ])
    expect((await fail(client.accounts(null, controller.signal))).failure.kind).toBe('cancelled')
    expect(requests).toHaveLength(1)
    expect(requests[0]?.signal.aborted).toBe(true)
  })

  it('cancels during the wait between tries, and before the first', async () => {
    const controller = new AbortController()
    const { client, clock, fail, requests } = scripted([refuse(503, 'service_unavailable')])
    clock.after(100, () => controller.abort())
    expect((await fail(client.accounts(null, controller.signal))).failure.kind).toBe('cancelled')
    expect((await fail(client.accounts(null, controller.signal))).failure.kind).toBe('cancelled')
    expect(requests).toHaveLength(1)
  })

  it('refuses a body over the cap, declared or not', async () => {
    const limits = { maxBytes: 1_000 }
    const long = scripted([() => reply(200, ' '.repeat(1_001))], { limits })
    expect((await long.fail(long.client.accounts(null))).failure.message).toMatch(/more data/)
    const declared = scripted([() => reply(200, EMPTY, { 'content-length': '1001' })], { limits })
    expect((await declared.fail(declared.client.accounts(null))).failure.message).toMatch(/more data/)
    expect(long.requests.length + declared.requests.length).toBe(2)
  })
})

describe('places and breaker', () => {
  it('has at most four tries under way; a cancelled one leaves the queue', async () => {
    const waiting: ((response: TransportResponse) => void)[] = []
    const { client, clock, requests } = scripted([() => new Promise((resolve) => waiting.push(resolve))])
    const controller = new AbortController()
    const calls = [0, 1, 2, 3, 4, 5].map((index) => client.accounts(null, index === 4 ? controller.signal : undefined))
    controller.abort()
    await expect(calls[4]).rejects.toMatchObject({ failure: { kind: 'cancelled' } })
    expect(requests).toHaveLength(4)
    waiting.shift()?.(ok())
    await clock.settle(calls[0] ?? Promise.reject())
    expect(requests).toHaveLength(5)
    for (const resolve of waiting) resolve(ok())
    await clock.settle(Promise.all([...calls.slice(0, 4), calls[5]]))
  })

  it('leaves an API alone that failed five calls in a row, then lets one call through', async () => {
    let isDown = true
    const { client, clock, fail, requests } = scripted([() => (isDown ? refuse(503, 'service_unavailable')() : ok())])
    for (let call = 0; call < 5; call += 1) await fail(client.accounts(null))
    expect(requests).toHaveLength(20)
    expect((await fail(client.accounts(null))).failure).toMatchObject({ kind: 'service-unavailable', retryable: true })
    expect(requests).toHaveLength(20)
    isDown = false
    clock.pass(15_000)
    await clock.settle(client.accounts(null))
    await clock.settle(client.accounts(null))
    expect(requests).toHaveLength(22)
  })

  it('is not kept from an API for longer when the computer’s clock is set back', async () => {
    let isDown = true
    const { client, clock, fail, requests } = scripted([() => (isDown ? refuse(503, 'service_unavailable')() : ok())])
    for (let call = 0; call < 5; call += 1) await fail(client.accounts(null))
    isDown = false
    clock.jump(-365 * 86_400_000)
    await clock.settle(client.accounts(null))
    expect(requests).toHaveLength(21)
  })

  it('does not wait out a hold of another time when the computer’s clock is set back', async () => {
    const held = refuse(429, 'too_many_requests', { 'retry-after': '60' })
    const { client, clock, at, fail } = scripted([held, ok], { limits: { deadlineMs: 1_000 } })
    await fail(client.accounts(null))
    clock.jump(-365 * 86_400_000)
    const before = clock.now()
    await clock.settle(client.accounts(null))
    expect(at).toHaveLength(2)
    expect(clock.now() - before).toBeLessThan(60_000)
  })

  it('does not count refusals of single users as outages', async () => {
    const { client, fail, requests } = scripted([refuse(404, 'resource_not_found')])
    for (let call = 0; call < 8; call += 1) await fail(client.user('x', 'acc', 'x', null))
    expect(requests).toHaveLength(8)
  })
})
