import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'

export interface Tally {
  passed: number
  failed: number
  /** What failed, by name, as far as a report says. */
  failures: string[]
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
  testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[]
}

/** Counts of Vitest's JSON report. A file that cannot even be loaded holds no failed test, but is a failure. */
export const readVitest = (json: unknown): Tally => {
  const report = json as VitestReport
  const failed = report.numFailedTests === 0 ? report.numFailedTestSuites : report.numFailedTests
  const failures = report.testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, assertionResults }) => {
      const tests = assertionResults.filter(({ status }) => status === 'failed')
      return tests.length === 0 ? [name] : tests.map(({ fullName }) => `${name}: ${fullName}`)
    })
  return { passed: report.numPassedTests, failed, failures }
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[]
  specs: { title: string; file: string; line: number; ok: boolean }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number }
  suites: PlaywrightSuite[]
  errors: { message?: string }[]
}

const failedSpecs = ({ suites = [], specs }: PlaywrightSuite): string[] => [
  ...specs.filter(({ ok }) => !ok).map(({ title, file, line }) => `${file}:${line}: ${title}`),
  ...suites.flatMap(failedSpecs),
]

/** Counts of Playwright's JSON report. Errors outside tests (global setup, a file that cannot be loaded) are failures. */
export const readPlaywright = (json: unknown): Tally => {
  const { stats, suites, errors } = json as PlaywrightReport
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    failures: [...suites.flatMap(failedSpecs), ...errors.map(({ message }) => message ?? 'an error outside the tests')],
  }
}

/**
 * What a step adds to the sum. A failed step is at least one failure, whatever its report says, and a test runner
 * that ran nothing is a failure too.
 */
export const tallyOf = (succeeded: boolean, report: Tally | undefined): Tally => {
  if (report === undefined) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, failures: [] }
  const failed = report.failed === 0 && (!succeeded || report.passed === 0) ? 1 : report.failed
  return { ...report, failed }
}

/** Time an interrupted test runner gets to close the apps it started, which are not in its process group. */
const INTERRUPT_LIMIT_MS = 10_000

const GROUPED = process.platform !== 'win32'

/** Signals every process of a step: they share its process group. */
const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(GROUPED ? -pid : pid, signal)
  } catch {
    // Nothing was left, the normal case.
  }
}

/** Runs a step to its end; null when a person or the system interrupted it. Whatever it left running is ended. */
const execute = (step: Step, cwd: string): Promise<boolean | null> =>
  new Promise((resolve) => {
    const child = spawn(step.command, step.args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], detached: GROUPED })
    const { pid } = child
    let interrupted = false
    const interrupt = (): void => {
      if (interrupted || pid === undefined) return
      interrupted = true
      signalGroup(pid, 'SIGINT')
      setTimeout(() => signalGroup(pid, 'SIGKILL'), INTERRUPT_LIMIT_MS).unref()
    }
    process.on('SIGINT', interrupt)
    process.on('SIGTERM', interrupt)
    const end = (succeeded: boolean): void => {
      process.off('SIGINT', interrupt)
      process.off('SIGTERM', interrupt)
      if (pid !== undefined) signalGroup(pid, 'SIGKILL')
      resolve(interrupted ? null : succeeded)
    }
    child.once('error', () => end(false))
    child.once('exit', (code) => end(code === 0))
  })

const readTally = async (report: NonNullable<Step['report']>): Promise<Tally> => {
  try {
    return report.read(JSON.parse(await readFile(report.file, 'utf8')))
  } catch {
    return { passed: 0, failed: 1, failures: ['the test runner ended before it could report'] }
  }
}

/** Runs one step with its output shown as it comes; null when it was interrupted. */
export const runStep = async (step: Step, cwd: string): Promise<Tally | null> => {
  if (step.report) await rm(step.report.file, { force: true })
  const succeeded = await execute(step, cwd)
  if (succeeded === null) return null
  return tallyOf(succeeded, step.report && (await readTally(step.report)))
}
