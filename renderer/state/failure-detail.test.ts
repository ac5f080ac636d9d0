import { expect, it } from 'vitest'
import { failureDetail } from './failure-detail.ts'

it('tells what failed without the message, which can name people', () => {
  const failure = {
    kind: 'budget-exceeded',
    message: 'Ada Lindqvist has used 180 of 180.',
    advice: 'Ask Ada.',
    retryable: true,
  } as const
  const text = failureDetail(
    'resolve',
    failure,
    Date.UTC(2026, 10, 24, 12),
    'postpress Inspector 0.1.0, Electron 45.4.1',
  )
  expect(text).toContain('What: resolve\nFailure: budget-exceeded (may pass)\nWhen: 2026-11-24T12:00:00.000Z')
  expect(text).not.toContain('Ada')
})
