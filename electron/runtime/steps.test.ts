import { describe, expect, it } from 'vitest'
import { readPlaywright, readVitest, tallyOf } from './steps.ts'

const failures = ['a test']

describe('tallyOf', () => {
  it('counts a step without a report as one check', () => {
    expect(tallyOf(true, undefined)).toEqual({ passed: 1, failed: 0, failures: [] })
    expect(tallyOf(false, undefined)).toEqual({ passed: 0, failed: 1, failures: [] })
  })

  it('never lets a failed run look green', () => {
    expect(tallyOf(false, { passed: 7, failed: 0, failures: [] })).toEqual({ passed: 7, failed: 1, failures: [] })
    expect(tallyOf(true, { passed: 0, failed: 0, failures: [] })).toEqual({ passed: 0, failed: 1, failures: [] })
    expect(tallyOf(false, { passed: 7, failed: 3, failures })).toEqual({ passed: 7, failed: 3, failures })
  })
})

describe('the runners’ reports', () => {
  it('counts and names a Vitest file that cannot be loaded, and its failed tests', () => {
    const unloaded = { name: 'a.test.ts', status: 'failed', assertionResults: [] }
    const tests = [
      { fullName: 'adds', status: 'passed' },
      { fullName: 'subtracts', status: 'failed' },
    ]
    const failing = { name: 'b.test.ts', status: 'failed', assertionResults: tests }
    const report = { numPassedTests: 4, numFailedTests: 0, numFailedTestSuites: 1, testResults: [unloaded] }
    expect(readVitest(report)).toEqual({ passed: 4, failed: 1, failures: ['a.test.ts'] })
    const worse = { numPassedTests: 4, numFailedTests: 2, numFailedTestSuites: 3, testResults: [unloaded, failing] }
    expect(readVitest(worse)).toEqual({ passed: 4, failed: 2, failures: ['a.test.ts', 'b.test.ts: subtracts'] })
  })

  it('counts flaky tests and errors outside tests as failures, and names them', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }
    const spec = { title: 'opens', file: 'demo.spec.ts', line: 4, ok: false }
    const inner = { specs: [spec, { ...spec, title: 'closes', ok: true }] }
    const suites = [{ specs: [], suites: [inner] }]
    expect(readPlaywright({ stats, suites, errors: [{ message: 'global setup' }] })).toEqual({
      passed: 5,
      failed: 3,
      failures: ['demo.spec.ts:4: opens', 'global setup'],
    })
  })
})
