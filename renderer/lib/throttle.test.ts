import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { throttle } from './throttle.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

it('runs at once, then once per pause, and never loses the last call', () => {
  const run = vi.fn()
  const { call } = throttle(run, 700)
  for (let n = 0; n < 10; n += 1) call()
  expect(run).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(700)
  expect(run).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(7_000)
  expect(run).toHaveBeenCalledTimes(2)
  call()
  expect(run).toHaveBeenCalledTimes(3)
})

it('forgets the waiting call when cancelled', () => {
  const run = vi.fn()
  const { call, cancel } = throttle(run, 700)
  call()
  call()
  cancel()
  vi.advanceTimersByTime(7_000)
  expect(run).toHaveBeenCalledTimes(1)
})
