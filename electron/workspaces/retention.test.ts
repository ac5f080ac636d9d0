import { describe, expect, it } from 'vitest'
import { createVirtualClock } from '../postpress/testing/virtual-clock.ts'
import { type RetentionParts, startRetention } from './retention.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Retention over a cache that only notes what it is asked, and deletes nobody unless told. */
const setUp = (changes: Partial<RetentionParts> = {}, parts: number[] = []) => {
  const clock = createVirtualClock()
  const asked: [before: number, now: number][] = []
  const changed: string[][] = []
  const cache = {
    retain: async (before: number, now: number) => {
      asked.push([before, now])
      const people = parts.shift() ?? 0
      return { people, more: people === 1_000 }
    },
    accounts: async () => [{ id: 'a' }] as never,
  }
  const retention = startRetention(cache, {
    clock,
    now: clock.now,
    keepMs: () => 30 * DAY,
    syncFirst: () => false,
    changed: (ids) => changed.push(ids),
    failed: (error) => {
      throw error
    },
    ...changes,
  })
  return { clock, asked, changed, retention }
}

describe('retention of an open workspace', () => {
  it('deletes in parts soon, tells the window, looks again later with the time chosen by then, and stops', async () => {
    let keep = 30 * DAY
    const parts = [1_000, 1_000, 7]
    const { clock, asked, changed, retention } = setUp({ keepMs: () => keep }, parts)
    expect(asked).toEqual([])
    clock.pass(5_000)
    await turn()
    expect(asked).toEqual([1, 2, 3].map(() => [clock.now() - 30 * DAY, clock.now()]))
    expect(changed).toEqual([['a']])
    keep = 14 * DAY
    clock.pass(6 * HOUR)
    await turn()
    expect(asked.at(-1)).toEqual([clock.now() - 14 * DAY, clock.now()])
    expect(changed).toHaveLength(1)
    parts.push(5)
    expect(await retention.apply()).toBe(5)
    const looks = asked.length
    retention.stop()
    clock.pass(DAY)
    await turn()
    expect(asked).toHaveLength(looks)
  })

  it('lets a sync see people first, so that a long holiday deletes nobody who is still there', async () => {
    const { clock, asked, retention } = setUp({ syncFirst: () => true })
    clock.pass(5_000)
    clock.pass(HOUR - 60_000)
    expect(asked).toEqual([])
    clock.pass(60_000)
    expect(asked).toEqual([[clock.now() - 30 * DAY, clock.now()]])
    retention.stop()
    clock.pass(DAY)
    expect(asked).toHaveLength(1)
  })

  it('lets a sync see people first when the clock is put right in the middle of work', async () => {
    let isLongAgo = false
    const { clock, asked, retention } = setUp({ syncFirst: () => isLongAgo })
    clock.pass(5_000)
    await turn()
    expect(asked).toHaveLength(1)
    isLongAgo = true
    clock.jump(60 * DAY)
    clock.pass(6 * HOUR)
    expect(asked).toHaveLength(1)
    clock.pass(HOUR)
    expect(asked).toHaveLength(2)
    retention.stop()
  })

  it('deletes nobody while it does not know the time', async () => {
    const { clock, asked, retention } = setUp({ now: () => null })
    clock.pass(30 * DAY)
    await turn()
    expect(await retention.apply()).toBe(0)
    expect(asked).toEqual([])
    retention.stop()
  })
})
