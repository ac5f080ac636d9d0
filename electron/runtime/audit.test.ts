import { expect, it } from 'vitest'
import { readAudit } from './audit.ts'

const counts = { info: 0, low: 0, moderate: 0, high: 0, critical: 0, total: 0 }
const report = (changes: Partial<typeof counts>): string =>
  JSON.stringify({ metadata: { vulnerabilities: { ...counts, ...changes }, dependencies: { total: 640 } } })

it('npm audit is clean only when the endpoint said so', () => {
  expect(readAudit(report({}))).toEqual({ outcome: 'clean', measured: 'no known vulnerability in 640 packages' })
  expect(readAudit(report({ low: 1, high: 2, total: 3 }))).toEqual({
    outcome: 'vulnerable',
    measured: '1 low, 2 high in 640 packages',
  })
})

it.each([
  [
    'an endpoint that refuses',
    JSON.stringify({ message: '405 Method Not Allowed - POST https://registry.example/x' }),
    '405 Method Not Allowed',
  ],
  ['no network', JSON.stringify({ message: 'request to https://registry.example failed' }), 'no network'],
  ['no output', '', 'nothing that could be read'],
])('npm audit with %s counts neither way, and says so', (_what, output, why) => {
  const { outcome, measured } = readAudit(output)
  expect(outcome).toBe('unanswered')
  expect(measured).toMatch(/^NOT RUN, counted neither way/)
  expect(measured).toContain(why)
  expect(measured).not.toContain('https://')
})
