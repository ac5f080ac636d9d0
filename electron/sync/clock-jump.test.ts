import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningSimulator, startSimulator } from '../postpress/simulator/server.ts'
import { fetchTransport } from '../postpress/transport.ts'
import { createBench, noWaiting, openDirectCache } from './testing/bench.ts'

const DAY = 86_400_000

let api: RunningSimulator
beforeAll(async () => {
  api = await startSimulator({ newerServer: true, attendees: 400 })
})
afterAll(() => api.stop())

/** A sync on a computer whose clock can be set. */
const setUp = async () => {
  const computer = { ahead: 0 }
  const now = (): number => Date.now() + computer.ahead
  const store = openDirectCache()
  const clock = { now, after: noWaiting }
  const parts = { ...api, transport: fetchTransport(fetch) }
  const bench = await createBench(store.cache, parts, clock)
  const seenAt = (): number =>
    (store.db.prepare('SELECT max(seen_at) AS at FROM facets WHERE generation IS NOT NULL').get() as { at: number }).at
  return { computer, now, bench, seenAt }
}

describe.each([
  ['ahead', 400 * DAY],
  ['behind', -400 * DAY],
])('a clock that was %s while everything was read', (_way, wrong) => {
  it('and is right now: everything is read again, not taken for fresh', { timeout: 60_000 }, async () => {
    const { computer, now, bench, seenAt } = await setUp()
    computer.ahead = wrong
    await bench.run()
    computer.ahead = 0
    const before = now()
    const status = await bench.run(null, 'update')
    expect(status.failure).toBeNull()
    expect(new Set(status.resources.map(({ state }) => state))).toEqual(new Set(['done']))
    const read = status.resources.filter(({ resource }) => ['attendees', 'chats', 'relations'].includes(resource))
    for (const { resource, startedAt, completedAt } of read) {
      expect({ resource, isNew: (startedAt ?? 0) >= before && (completedAt ?? 0) >= before }).toEqual({
        resource,
        isNew: true,
      })
    }
    expect(seenAt()).toBeGreaterThanOrEqual(before)
    expect(seenAt()).toBeLessThanOrEqual(now())
  })
})
