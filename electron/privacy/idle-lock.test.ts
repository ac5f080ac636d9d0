import { describe, expect, it } from 'vitest'
import { createVirtualClock } from '../postpress/testing/virtual-clock.ts'
import { startIdleLock } from './idle-lock.ts'

const MINUTE = 60_000

const setUp = (limit = 10 * MINUTE) => {
  const clock = createVirtualClock()
  const state = { limit, usedAt: clock.now(), locks: 0 }
  const stop = startIdleLock({
    clock,
    idleMs: () => clock.now() - state.usedAt,
    limitMs: () => state.limit,
    lock: () => {
      state.locks++
      state.usedAt = clock.now()
    },
  })
  /** Time passes second by second, as timers see it. */
  const pass = (ms: number): void => {
    for (let passed = 0; passed < ms; passed += 1_000) clock.pass(1_000)
  }
  return { clock, state, stop, pass }
}

describe('the idle lock', () => {
  it('locks after the chosen time without use, not before', () => {
    const { state, pass } = setUp()
    pass(10 * MINUTE - 1_000)
    expect(state.locks).toBe(0)
    pass(1_000)
    expect(state.locks).toBe(1)
  })

  it('starts over with every use', () => {
    const { clock, state, pass } = setUp()
    pass(9 * MINUTE)
    state.usedAt = clock.now()
    pass(9 * MINUTE)
    expect(state.locks).toBe(0)
    pass(MINUTE)
    expect(state.locks).toBe(1)
  })

  it.each([
    ['forward', 86_400_000],
    ['back', -86_400_000],
  ])('takes no notice of a clock that is set %s', (_way, jump) => {
    const clock = createVirtualClock()
    // As the app measures it: on a clock that nobody sets.
    let unused = 0
    let locks = 0
    const stop = startIdleLock({ clock, idleMs: () => unused, limitMs: () => 10 * MINUTE, lock: () => locks++ })
    const pass = (ms: number): void => {
      for (let passed = 0; passed < ms; passed += 1_000) {
        unused += 1_000
        clock.pass(1_000)
      }
    }
    pass(5 * MINUTE)
    clock.jump(jump)
    pass(5 * MINUTE - 1_000)
    expect(locks).toBe(0)
    pass(1_000)
    expect(locks).toBe(1)
    stop()
  })

  it('follows a changed limit within seconds, never locks at 0, and ends', () => {
    const { state, stop, pass } = setUp(0)
    pass(60 * MINUTE)
    expect(state.locks).toBe(0)
    state.limit = 2 * MINUTE
    pass(15_000)
    expect(state.locks).toBe(1)
    stop()
    pass(60 * MINUTE)
    expect(state.locks).toBe(1)
  })
})
