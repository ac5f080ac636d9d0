import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningSimulator, startSimulator } from '../postpress/simulator/server.ts'
import { createVirtualClock } from '../postpress/testing/virtual-clock.ts'
import { fetchTransport, type Transport } from '../postpress/transport.ts'
import { createPaceMeter } from './pace.ts'
import { createBench, openDirectCache } from './testing/bench.ts'

const transport = fetchTransport(fetch)
let api: RunningSimulator
beforeAll(async () => {
  api = await startSimulator({ attendees: 600 })
})
afterAll(() => api.stop())
beforeEach(() => api.setFaults([]))

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const turns = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) await soon()
}

/** A transport that is asked nothing any more once `quiet` has resolved. */
const counting = () => {
  let asked = 0
  let open = 0
  const watched: Transport = async (request) => {
    asked += 1
    open += 1
    try {
      return await transport(request)
    } finally {
      open -= 1
    }
  }
  const quiet = async (): Promise<number> => {
    for (let before = -1; before !== asked || open > 0; await turns(50)) before = asked
    return asked
  }
  return { watched, quiet, asked: () => asked }
}

describe('pause', () => {
  it('asks nothing while paused, keeps what was read, and ends as if nothing had been', async () => {
    const { watched, quiet, asked } = counting()
    const store = openDirectCache()
    const bench = await createBench(store.cache, { ...api, transport: watched })
    const run = bench.run()
    while (asked() < 5) await soon()
    expect(bench.sync.pause()).toMatchObject({ running: true, paused: true })
    const before = await quiet()
    await turns(100)
    expect(asked()).toBe(before)
    expect(bench.sync.status().paused).toBe(true)
    expect(bench.sync.resume().paused).toBe(false)
    expect(await run).toMatchObject({ running: false, paused: false, failure: null })
    expect(store.db.prepare('SELECT count(*) AS n FROM attendees').get()).toEqual({ n: api.world.counts.attendees })
  })

  it('is ended by cancelling, and says nothing when nothing is under way', async () => {
    const { watched, quiet, asked } = counting()
    const bench = await createBench(openDirectCache().cache, { ...api, transport: watched })
    expect(bench.sync.pause().paused).toBe(false)
    const run = bench.run()
    while (asked() < 3) await soon()
    bench.sync.pause()
    await quiet()
    expect(await bench.sync.cancel()).toMatchObject({ running: false, paused: false })
    await run
    expect((await bench.run()).failure).toBeNull()
  })
})

describe('what goes wrong meanwhile', () => {
  it('is counted where it happens, with the time of the next try', async () => {
    const clock = createVirtualClock()
    let failures = 2
    const failing: Transport = async (request) => {
      if (!request.url.includes('/chat_attendees') || failures === 0) return transport(request)
      failures -= 1
      const headers = { 'retry-after': '7' }
      return Response.json({ type: 'errors/too_many_requests' }, { status: 429, headers })
    }
    const bench = await createBench(openDirectCache().cache, { ...api, transport: failing, clock }, clock)
    const { id } = api.world.accountByKey('messenger')
    const run = bench.run(id)
    const part = () =>
      bench.sync.status().resources.find(({ resource, accountId }) => resource === 'attendees' && accountId === id)
    while ((part()?.errors ?? 0) === 0) await soon()
    expect(part()).toMatchObject({ state: 'running', errors: 1, nextTryAt: clock.now() + 7_000 })
    // The network is real, the waits are not: time goes on only when a try waits.
    const ended = run.then(() => true)
    while (!(await Promise.race([ended, turns(20).then(() => false)])))
      if (part()?.nextTryAt !== null) clock.pass(7_000)
    expect(part()).toMatchObject({ state: 'done', errors: 2, nextTryAt: null })
  })
})

describe('the pace of a reading', () => {
  const at = (state: 'running' | 'done', items: number) => ({
    accountId: 'a',
    resource: 'attendees' as const,
    generation: 1,
    state,
    cursor: null,
    pages: 1,
    items,
    problems: 0,
    startedAt: 0,
    completedAt: null,
    failure: null,
  })

  it('is what this reading read, not what an earlier one left', () => {
    const meter = createPaceMeter()
    meter.reached(at('running', 1_000), 10_000)
    expect(meter.pace().itemsPerSecond).toBeNull()
    meter.reached(at('running', 1_500), 12_000)
    expect(meter.pace().itemsPerSecond).toBe(250)
    meter.failed(13_000)
    expect(meter.pace()).toEqual({ itemsPerSecond: 250, errors: 1, nextTryAt: 13_000 })
    meter.reached(at('done', 1_500), 13_000)
    expect(meter.pace()).toMatchObject({ errors: 1, nextTryAt: null })
    meter.reached(at('running', 0), 20_000)
    expect(meter.pace()).toEqual({ itemsPerSecond: null, errors: 0, nextTryAt: null })
  })
})
