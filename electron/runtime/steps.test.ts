import { describe, expect, it } from 'vitest'
import { readPlaywright, readVitest, tallyOf } from './steps.ts'

describe('tallyOf', () => {
  it('counts a step without a report as one check', () => {
    expect(tallyOf(true, undefined)).toEqual({ passed: 1, failed: 0 })
    expect(tallyOf(false, undefined)).toEqual({ passed: 0, failed: 1 })
  })

  it('never lets a failed run look green', () => {
    expect(tallyOf(false, { passed: 7, failed: 0 })).toEqual({ passed: 7, failed: 1 })
    expect(tallyOf(true, { passed: 0, failed: 0 })).toEqual({ passed: 0, failed: 1 })
    expect(tallyOf(false, { passed: 7, failed: 3 })).toEqual({ passed: 7, failed: 3 })
  })
})

describe('the runners’ reports', () => {
  it('counts a Vitest file that cannot be loaded', () => {
    expect(readVitest({ numPassedTests: 4, numFailedTests: 0, numFailedTestSuites: 1 })).toEqual({
      passed: 4,
      failed: 1,
    })
    expect(readVitest({ numPassedTests: 4, numFailedTests: 2, numFailedTestSuites: 3 })).toEqual({
      passed: 4,
      failed: 2,
    })
  })

  it('counts flaky tests and errors outside tests as failures', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }
    expect(readPlaywright({ stats, errors: [{ message: 'global setup' }] })).toEqual({ passed: 5, failed: 3 })
  })
})
