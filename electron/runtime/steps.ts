import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'

export interface Tally {
  passed: number
  failed: number
}

export interface Step {
  name: string
  command: string
  args: string[]
  /** The JSON report a test runner writes, and how it is read. Without one, the step counts as a single check. */
  report?: { file: string; read: (json: unknown) => Tally }
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numFailedTestSuites: number
}

/** Counts of Vitest's JSON report. A file that cannot even be loaded holds no failed test, but is a failure. */
export const readVitest = (json: unknown): Tally => {
  const report = json as VitestReport
  const failed = report.numFailedTests === 0 ? report.numFailedTestSuites : report.numFailedTests
  return { passed: report.numPassedTests, failed }
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
}

/** Counts of Playwright's JSON report. Errors outside tests (global setup, a file that cannot be loaded) are failures. */
export const readPlaywright = (json: unknown): Tally => {
  const { stats, errors } = json as PlaywrightReport
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

/**
 * What a step adds to the sum. A failed step is at least one failure, whatever its report says, and a test runner
 * that ran nothing is a failure too.
 */
export const tallyOf = (succeeded: boolean, report: Tally | undefined): Tally => {
  if (report === undefined) return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  if (!succeeded && report.failed === 0) return { passed: report.passed, failed: 1 }
  if (report.passed + report.failed === 0) return { passed: 0, failed: 1 }
  return report
}

/** Ends whatever a step left running: its processes share its process group. */
const endGroup = (pid: number): void => {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing was left, the normal case.
  }
}

const execute = (step: Step, cwd: string): Promise<boolean> =>
  new Promise((resolve) => {
    const grouped = process.platform !== 'win32'
    const child = spawn(step.command, step.args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], detached: grouped })
    const abort = (signal: NodeJS.Signals): void => {
      if (child.pid !== undefined && grouped) endGroup(child.pid)
      else child.kill()
      process.exit(signal === 'SIGINT' ? 130 : 143)
    }
    process.on('SIGINT', abort)
    process.on('SIGTERM', abort)
    const end = (succeeded: boolean): void => {
      process.off('SIGINT', abort)
      process.off('SIGTERM', abort)
      if (child.pid !== undefined && grouped) endGroup(child.pid)
      resolve(succeeded)
    }
    child.once('error', () => end(false))
    child.once('exit', (code) => end(code === 0))
  })

const readTally = async (report: NonNullable<Step['report']>): Promise<Tally> => {
  try {
    return report.read(JSON.parse(await readFile(report.file, 'utf8')))
  } catch {
    return { passed: 0, failed: 1 } // The runner ended before it could report.
  }
}

/** Runs one step with its output shown as it comes. */
export const runStep = async (step: Step, cwd: string): Promise<Tally> => {
  if (step.report) await rm(step.report.file, { force: true })
  const succeeded = await execute(step, cwd)
  return tallyOf(succeeded, step.report && (await readTally(step.report)))
}
