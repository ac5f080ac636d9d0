import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import { CONTENT_FAULTS } from '../postpress/simulator/faults/content.ts'
import type { FaultKind } from '../postpress/simulator/faults/kinds.ts'
import { PAGING_FAULTS } from '../postpress/simulator/faults/paging.ts'
import { type RunningSimulator, startSimulator } from '../postpress/simulator/server.ts'
import { fetchTransport, type Transport } from '../postpress/transport.ts'
import { createBench, type DirectCache, noWaiting, openDirectCache } from './testing/bench.ts'

const NEVER_MS = 1e12

const transport = fetchTransport(fetch)
let api: RunningSimulator
beforeAll(async () => {
  api = await startSimulator({ newerServer: true, attendees: 400 })
})
afterAll(() => api.stop())
beforeEach(() => {
  api.setFaults([])
  api.calls.reset()
})

/** What a sync wrote about the world, without times and without what it remembers of earlier names and ids. */
const contents = ({ db }: DirectCache): unknown[] =>
  [
    'SELECT a.id, a.account_id, a.provider_id, a.name FROM attendees a WHERE a.row NOT IN (SELECT row FROM departed) ORDER BY a.id',
    'SELECT id, account_id, type, attendee_provider_id FROM chats ORDER BY id',
    'SELECT chat_id, attendee_id FROM members ORDER BY 1, 2',
    'SELECT account_id, internal_id, public_id FROM relations ORDER BY 1, 2',
  ].map((sql) => db.prepare(sql).all())

const faultless = async (from: RunningSimulator): Promise<unknown[]> => {
  const store = openDirectCache()
  await (await createBench(store.cache, { ...from, transport })).run()
  return contents(store)
}

it('comes to the same contents with 30 % faults, with at most 1.5 times the requests, never before Retry-After', async () => {
  const large = await startSimulator({ newerServer: true, attendees: 6_000 })
  onTestFinished(() => large.stop())
  const wanted = await faultless(large)
  const needed = large.calls.all().length
  large.calls.reset()
  const kinds = ['http-503', 'http-504', 'http-429-retry-after:7', 'truncated-json', 'html-502', 'empty-body']
  large.setFaults(kinds.map((kind) => `${kind}=0.0577`))
  let time = Date.now()
  const clock = {
    now: () => time,
    after: (ms: number, run: () => void) => {
      const due = time + ms
      // Time jumps as soon as nothing else is to be done: a try must not time out by it.
      if (ms >= NEVER_MS) return () => undefined
      return noWaiting(ms, () => {
        time = Math.max(time, due)
        run()
      })
    },
  }
  const blockedUntil = new Map<string, number>()
  let undercut = 0
  let struck = 0
  const watched: Transport = async (request) => {
    if (time < (blockedUntil.get(request.url) ?? 0)) undercut += 1
    const response = await transport(request)
    const seconds = response.headers.get('retry-after')
    if (response.status === 429 && seconds !== null) {
      struck += 1
      blockedUntil.set(request.url, time + Number(seconds) * 1_000)
    }
    return response
  }
  const store = openDirectCache()
  const parts = { ...large, transport: watched, clock, limits: { attemptMs: NEVER_MS, deadlineMs: 2 * NEVER_MS } }
  const bench = await createBench(store.cache, parts, clock)
  let status = await bench.run()
  for (let round = 0; status.lastCompleteAt === null && round < 12; round += 1) status = await bench.run(null, 'rest')
  expect(new Set(bench.states().map((state) => state.split(' ').slice(1).join(' ')))).toEqual(new Set(['done']))
  expect(status.resources.filter(({ problems }) => problems > 0)).toEqual([])
  expect(contents(store)).toEqual(wanted)
  expect(struck).toBeGreaterThan(0)
  expect(undercut).toBe(0)
  const calls = large.calls.all().length
  expect(calls).toBeGreaterThan(needed * 1.2)
  expect(calls).toBeLessThanOrEqual(needed * 1.5)
}, 60_000)

/** Those that can strike the attendee list. */
const FAULTS = Object.entries<FaultKind>({ ...CONTENT_FAULTS, ...PAGING_FAULTS })
  .filter(([, { routes = ['attendees'] }]) => routes.includes('attendees'))
  .map(([name]) => name)

it.each(FAULTS)('%s: loses and deletes nothing, and heals', async (fault) => {
  const wanted = await faultless(api)
  const store = openDirectCache()
  const bench = await createBench(store.cache, { ...api, transport })
  await bench.run()
  const before = (store.db.prepare('SELECT count(*) AS n FROM attendees').get() as { n: number }).n
  api.setFaults([`${fault}@attendees=0.5`])
  await bench.run()
  expect(store.methods.syncReport().departed).toEqual([])
  expect((store.db.prepare('SELECT count(*) AS n FROM attendees').get() as { n: number }).n).toBeGreaterThanOrEqual(
    before,
  )
  api.setFaults([])
  await bench.run()
  expect(contents(store)).toEqual(wanted)
})

it('reads every chat and relation while they move between the pages', async () => {
  const large = await startSimulator({ attendees: 6_000 })
  onTestFinished(() => large.stop())
  const wanted = await faultless(large)
  large.setFaults(['items-shifting=1'])
  const store = openDirectCache()
  await (await createBench(store.cache, { ...large, transport })).run()
  expect(contents(store)).toEqual(wanted)
}, 60_000)
