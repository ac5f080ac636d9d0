import { expect, it } from 'vitest'
import { fittingArguments } from './start-arguments.ts'

it('only what fits is handed over to the running app', () => {
  const link = 'postpress-inspector://attendee/one'
  expect(fittingArguments(['--flag', '/opt/app', link])).toBeNull()
  expect(fittingArguments([])).toBeNull()
  expect(fittingArguments(['--flag', 'x'.repeat(100_000), link])).toEqual(['--flag', link])
  // Bytes count, not characters; and so does the sum.
  expect(fittingArguments(['é'.repeat(10_000)])).toEqual([])
  const many = Array.from({ length: 40_000 }, () => link)
  const fitting = fittingArguments(many)
  expect(fitting?.length).toBeGreaterThan(100)
  expect(Buffer.byteLength((fitting ?? []).join('\0'))).toBeLessThanOrEqual(16 * 1024)
  expect(fittingArguments(fitting ?? many)).toBeNull()
})
