import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { countAttendees, resetCounts } from './count-store.ts'

const count = vi.fn(async () => ({ ok: false as const, error: { kind: 'internal', message: '', retryable: false } }))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', { api: { attendees: { count } } })
  count.mockClear()
  resetCounts()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('counts a filter at once and a typed word when it is typed', async () => {
  countAttendees({ text: '', accountId: null, reason: null })
  await vi.runAllTimersAsync()
  expect(count).toHaveBeenCalledTimes(1)
  for (const text of ['a', 'an', 'ann']) countAttendees({ text, accountId: null, reason: null })
  expect(count).toHaveBeenCalledTimes(1)
  await vi.runAllTimersAsync()
  expect(count).toHaveBeenCalledTimes(2)
  expect(count).toHaveBeenLastCalledWith({ text: 'ann', accountId: null, reason: null })
  countAttendees({ text: 'ann', accountId: 'x', reason: null })
  await vi.runAllTimersAsync()
  expect(count).toHaveBeenCalledTimes(3)
})
