import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type RunningSimulator, startSimulator } from '../server.ts'
import { CONTENT_FAULTS } from './content.ts'
import { createFaults } from './faults.ts'
import { FAULT_NAMES } from './kinds.ts'
import { PAGING_FAULTS } from './paging.ts'
import { parseFault } from './parse.ts'
import { TURN_FAULTS } from './turns.ts'

let simulator: RunningSimulator

beforeAll(async () => {
  simulator = await startSimulator({ attendees: 400 })
})
afterAll(() => simulator.stop())
beforeEach(() => simulator.setFaults([]))

const call = (path: string): Promise<Response> =>
  fetch(`${simulator.url}/${path}`, { headers: { 'x-api-key': simulator.key }, redirect: 'manual' })

describe('parseFault', () => {
  it('reads name, number, route and rate', () => {
    expect(parseFault('http-503=1')).toEqual({ name: 'http-503', rate: 1 })
    expect(parseFault('latency:800@chats=.25')).toEqual({ name: 'latency', argument: 800, route: 'chats', rate: 0.25 })
  })

  it.each([
    ['frogs=1', /no fault "frogs".*latency.*redirect/],
    ['http-503', /Write name=rate/],
    ['http-503=2', /rate of http-503 must be/],
    ['http-503@moon=1', /no route "moon".*attendees/],
    ['http-503:7=1', /takes no number/],
    ['wrong-person-profile@chats=1', /only works on: profile/],
  ])('explains what is wrong with %s', (text, message) => {
    expect(() => parseFault(text)).toThrow(message)
  })
})

describe('draws', () => {
  it('are seeded, follow the rate, and differ per route', () => {
    const draws = (seed: number, route: 'chats' | 'accounts'): string => {
      const faults = createFaults(seed)
      faults.set(['http-503=0.3'])
      return Array.from({ length: 1_000 }, () => faults.draw(route).length).join('')
    }
    expect(draws(1, 'chats')).toBe(draws(1, 'chats'))
    expect(draws(1, 'chats')).not.toBe(draws(2, 'chats'))
    expect(draws(1, 'chats')).not.toBe(draws(1, 'accounts'))
    const hits = draws(1, 'chats').replaceAll('0', '').length
    expect(hits).toBeGreaterThan(240)
    expect(hits).toBeLessThan(360)
  })

  it('stop after the given times and keep to their route', async () => {
    simulator.setFaults([{ name: 'http-503', rate: 1, route: 'chats', times: 2 }])
    const statuses = []
    for (const path of ['accounts', 'chats', 'chats', 'chats']) statuses.push((await call(path)).status)
    expect(statuses).toEqual([200, 503, 503, 200])
  })

  it('change nothing when a new list is wrong', async () => {
    simulator.setFaults(['http-503=1'])
    expect(() => simulator.setFaults(['http-504=1', 'frogs=1'])).toThrow()
    expect((await call('chats')).status).toBe(503)
  })
})

describe('every fault', () => {
  const seen = new Set<string>()
  const withFault = (text: string): void => {
    seen.add(parseFault(text).name)
    simulator.setFaults([text])
  }
  // Those of what lists and items say have tests of their own.
  const elsewhere = new Set<string>([
    ...Object.keys(CONTENT_FAULTS),
    ...Object.keys(TURN_FAULTS),
    ...Object.keys(PAGING_FAULTS),
  ])
  afterAll(() => expect(FAULT_NAMES.filter((name) => !seen.has(name) && !elsewhere.has(name))).toEqual([]))

  it.each([
    ['http-500-provider-error', 500, 'errors/provider_error'],
    ['http-503', 503, 'errors/service_unavailable'],
    ['http-504', 504, 'errors/request_timeout'],
    ['http-429', 429, 'errors/too_many_requests'],
  ])('%s', async (name, status, type) => {
    withFault(`${name}=1`)
    const response = await call('chats')
    expect(response.status).toBe(status)
    expect(response.headers.get('retry-after')).toBeNull()
    expect(await response.json()).toMatchObject({ type, status })
  })

  it('429 with Retry-After as seconds, date and nonsense', async () => {
    withFault('http-429-retry-after:7=1')
    expect((await call('chats')).headers.get('retry-after')).toBe('7')
    withFault('http-429-retry-after-date=1')
    expect(Date.parse((await call('chats')).headers.get('retry-after') ?? '')).toBeGreaterThan(Date.now() - 5_000)
    withFault('http-429-retry-after-nonsense=1')
    expect(Date.parse((await call('chats')).headers.get('retry-after') ?? '')).toBeNaN()
  })

  it('a slow body comes whole, in pieces', async () => {
    withFault('slow-body:1=1')
    const response = await call('chats')
    let pieces = 0
    for await (const _piece of response.body ?? []) pieces += 1
    expect(pieces).toBeGreaterThan(1)
  })

  it('HTML, empty, truncated and broken bodies', async () => {
    withFault('html-200=1')
    const page = await call('chats')
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    withFault('html-502=1')
    expect((await call('chats')).status).toBe(502)
    withFault('empty-body=1')
    expect(await (await call('chats')).text()).toBe('')
    withFault('truncated-json=1')
    const half = await (await call('chats')).text()
    expect(half).toMatch(/^\{"object":"ChatList"/)
    expect(() => JSON.parse(half)).toThrow(SyntaxError)
    withFault('reset-mid-body=1')
    await expect(call('chats').then((response) => response.text())).rejects.toThrow()
  })

  it('latency answers right, but late: stopping the server in the meantime ends the wait', async () => {
    withFault('latency:5=1')
    expect((await call('chats')).status).toBe(200)
    const slow = await startSimulator({ attendees: 200, faults: ['latency:600000=1'] })
    const waiting = fetch(`${slow.url}/chats`, { headers: { 'x-api-key': slow.key } })
    const outcome = expect(waiting).rejects.toThrow()
    await vi.waitUntil(() => slow.calls.count({ route: 'chats' }) === 1, { timeout: 4_000 })
    await slow.stop()
    await outcome
  })

  it('wrong-person-profile', async () => {
    withFault('wrong-person-profile=1')
    const { internalId, accountId } = simulator.world.examples.knownOnlyBy('contact', 'linkedin')
    const body = (await (await call(`users/${internalId}?account_id=${accountId}`)).json()) as Record<string, unknown>
    expect(body).toMatchObject({ object: 'UserProfile', provider: 'LINKEDIN' })
    expect(body['provider_id']).not.toBe(internalId)
  })

  it('cursor-loop leads from a page to itself', async () => {
    withFault('cursor-loop=1')
    const first = (await (await call('chats?limit=5')).json()) as { cursor: string }
    const path = `chats?cursor=${encodeURIComponent(first.cursor)}`
    const second = (await (await call(path)).json()) as { cursor: string }
    expect(second.cursor).toBe(first.cursor)
  })

  it('redirect goes to another origin, which sees whether the key came along', async () => {
    withFault('redirect=1')
    const response = await call('chats?limit=5')
    const location = response.headers.get('location') ?? ''
    expect(response.status).toBe(302)
    expect(new URL(location).origin).not.toBe(new URL(simulator.url).origin)
    await fetch(location)
    await fetch(location, { headers: { 'x-api-key': simulator.key } })
    expect(simulator.redirected()).toEqual({ requests: 2, withKey: 1 })
  })
})
