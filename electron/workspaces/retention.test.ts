import { describe, expect, it } from 'vitest'
import { createVirtualClock } from '../postpress/testing/virtual-clock.ts'
import { startRetention } from './retention.ts'

const DAY = 86_400_000

describe('retention of an open workspace', () => {
  it('deletes in parts at once, tells the window, looks again later with the time chosen by then, and stops', async () => {
    const clock = createVirtualClock()
    const asked: number[] = []
    let parts = [1_000, 1_000, 7]
    let keep = 30 * DAY
    const changes: string[][] = []
    const cache = {
      retain: async (before: number) => {
        asked.push(before)
        const people = parts.shift() ?? 0
        return { people, more: people === 1_000 }
      },
      accounts: async () => [{ id: 'a' }] as never,
    }
    const retention = startRetention(cache, clock, () => keep, {
      syncFirst: false,
      changed: (ids) => changes.push(ids),
      failed: (error) => {
        throw error
      },
    })
    await new Promise(setImmediate)
    expect(asked).toEqual([1, 2, 3].map(() => clock.now() - 30 * DAY))
    expect(changes).toEqual([['a']])
    keep = 14 * DAY
    clock.pass(DAY / 4)
    await new Promise(setImmediate)
    expect(asked.at(-1)).toBe(clock.now() - 14 * DAY)
    expect(changes).toHaveLength(1)
    parts = [5]
    expect(await retention.apply()).toBe(5)
    const looks = asked.length
    retention.stop()
    clock.pass(DAY)
    await new Promise(setImmediate)
    expect(asked).toHaveLength(looks)
  })

  it('lets a sync see people first, so that a long holiday deletes nobody who is still there', async () => {
    const clock = createVirtualClock()
    const asked: number[] = []
    const cache = {
      retain: async (before: number) => {
        asked.push(before)
        return { people: 0, more: false }
      },
      accounts: async () => [],
    }
    const retention = startRetention(cache, clock, () => 30 * DAY, {
      syncFirst: true,
      changed: () => undefined,
      failed: (error) => {
        throw error
      },
    })
    await new Promise(setImmediate)
    clock.pass(59 * 60_000)
    expect(asked).toEqual([])
    clock.pass(60_000)
    expect(asked).toEqual([clock.now() - 30 * DAY])
    retention.stop()
    clock.pass(DAY)
    expect(asked).toHaveLength(1)
  })
})
