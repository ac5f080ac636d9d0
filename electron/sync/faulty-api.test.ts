import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Clock } from '../postpress/clock.ts'
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
    'SELECT account_id, direction, internal_id, public_id FROM follows ORDER BY 1, 2, 3',
    'SELECT account_id, internal_id, name FROM owners ORDER BY 1',
  ].map((sql) => db.prepare(sql).all())

const faultless = async (from: RunningSimulator): Promise<unknown[]> => {
  const store = openDirectCache()
  await (await createBench(store.cache, { ...from, transport })).run()
  return contents(store)
}

/** What a sync through 30 % random faults came to, beside one through none. */
interface Struggle {
  wanted: unknown[]
  found: unknown[]
  needed: number
  asked: number
  /** Answers with Retry-After, and calls that came before it had passed. */
  told: number
  undercut: number
  states: Set<string | undefined>
  problems: number
}

/** A clock that jumps as soon as nothing else is to be done. A try must not time out by it: the network is real. */
const jumpingClock = (): Clock => {
  let time = Date.now()
  return {
    now: () => time,
    after: (ms, run) => {
      const due = time + ms
      if (ms >= NEVER_MS) return () => undefined
      return noWaiting(ms, () => {
        time = Math.max(time, due)
        run()
      })
    },
  }
}

/** Notes which addresses asked for time, and who came too early. */
const watchRetryAfter = (clock: Clock) => {
  const blockedUntil = new Map<string, number>()
  const seen = { told: 0, undercut: 0 }
  const watched: Transport = async (request) => {
    if (clock.now() < (blockedUntil.get(request.url) ?? 0)) seen.undercut += 1
    const response = await transport(request)
    const seconds = response.headers.get('retry-after')
    if (response.status === 429 && seconds !== null) {
      seen.told += 1
      blockedUntil.set(request.url, clock.now() + Number(seconds) * 1_000)
    }
    return response
  }
  return { watched, seen }
}

/** Six kinds of failure that add up to 30 % of the requests. */
const KINDS = ['http-503', 'http-504', 'http-429-retry-after:7', 'truncated-json', 'html-502', 'empty-body']
const RATE = 0.0577

const struggle = async (): Promise<Struggle> => {
  const large = await startSimulator({ newerServer: true, attendees: 6_000 })
  try {
    const wanted = await faultless(large)
    const needed = large.calls.count()
    large.calls.reset()
    large.setFaults(KINDS.map((kind) => `${kind}=${RATE}`))
    const clock = jumpingClock()
    const { watched, seen } = watchRetryAfter(clock)
    const store = openDirectCache()
    const parts = { ...large, transport: watched, clock, limits: { attemptMs: NEVER_MS, deadlineMs: 2 * NEVER_MS } }
    const bench = await createBench(store.cache, parts, clock)
    let status = await bench.run()
    for (let round = 0; status.lastCompleteAt === null && round < 12; round += 1) status = await bench.run(null, 'rest')
    return {
      ...seen,
      wanted,
      found: contents(store),
      needed,
      asked: large.calls.count(),
      states: new Set(bench.states().map((state) => state.split(' ')[1])),
      problems: status.resources.filter(({ problems }) => problems > 0).length,
    }
  } finally {
    await large.stop()
  }
}

describe('30 % random faults', () => {
  let result: Struggle
  beforeAll(async () => {
    result = await struggle()
  }, 60_000)

  it('come to the same contents as none, with nothing set aside', () => {
    expect(result.states).toEqual(new Set(['done']))
    expect(result.problems).toBe(0)
    expect(result.found).toEqual(result.wanted)
  })

  it('cost at most 1.5 times the requests', () => {
    expect(result.asked).toBeGreaterThan(result.needed * 1.2)
    expect(result.asked).toBeLessThanOrEqual(result.needed * 1.5)
  })

  it('never make a call before its Retry-After has passed', () => {
    expect(result.told).toBeGreaterThan(0)
    expect(result.undercut).toBe(0)
  })
})

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
