import path from 'node:path'
import { chosenRuntime } from './chosen-runtime.ts'
import { packageFolder, projectRoot } from './project.ts'
import { sandboxObstacle } from './sandbox-possible.ts'
import { readPlaywright, readVitest, runStep, type Step, type Tally } from './steps.ts'
import { systemChromium } from './system-chromium.ts'

/**
 * `npm test`: every check of the project in order, each even when an earlier one failed, except that the whole-app
 * tests need a build. The last line is the sum: `N passed, N failed`.
 */
const tool = (name: string, script: string, args: string[]): Pick<Step, 'command' | 'args'> => ({
  command: process.execPath,
  args: [path.join(packageFolder(name), script), ...args],
})
const result = (file: string): string => path.join(projectRoot, 'test-results', file)

const typecheck: Step = { name: 'types', ...tool('typescript', 'bin/tsc', ['-b']) }
const olderTypes: Step = {
  name: 'types of main and preload against the oldest Electron',
  command: process.execPath,
  args: [path.join(projectRoot, 'electron/runtime/older-typings.ts')],
}
const lint: Step = { name: 'lint', ...tool('@biomejs/biome', 'bin/biome', ['check', '.']) }
const cycles: Step = {
  name: 'import cycles',
  ...tool('@biomejs/biome', 'bin/biome', ['lint', '--only=suspicious/noImportCycles', '--error-on-warnings', '.']),
}
const unit: Step = {
  name: 'unit tests',
  ...tool('vitest', 'vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${result('unit.json')}`,
  ]),
  report: { file: result('unit.json'), read: readVitest },
}
const build: Step = { name: 'build', ...tool('electron-vite', 'bin/electron-vite.js', ['build', '--logLevel', 'warn']) }
const wholeApp: Step = {
  name: 'whole-app tests',
  ...tool('playwright', 'cli.js', ['test']),
  report: { file: result('e2e.json'), read: readPlaywright },
}

const sandbox: Step = {
  name: 'the real sandbox, as the user nobody',
  command: process.execPath,
  args: [path.join(projectRoot, 'electron/runtime/sandbox-check.ts')],
}
const inBrowser: Step = {
  name: 'the window in the Chromium of the system',
  ...tool('playwright', 'cli.js', ['test', '--config', 'e2e/browser/playwright.config.ts', '--project', 'core']),
  report: { file: result('browser.json'), read: readPlaywright },
}

/** Prints its figures and judges none: how fast a machine is says nothing about the code. */
const bench: Step = {
  name: 'benchmark of search and ingest, 100,000 attendees',
  command: process.execPath,
  args: [path.join(projectRoot, 'e2e/bench/bench.ts'), '--rows', '100000', '--only', 'search,ingest'],
}

/** Prepared here, with its own output, so that a machine without an Electron is not reported as a failed test. */
const runtimeIsReady = async (): Promise<boolean> => {
  try {
    await chosenRuntime()
    return true
  } catch (error) {
    process.stdout.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
    return false
  }
}

/** A browser is no part of the app: a computer without one is told how to get it, and has failed no test. */
const whyNoBrowser = async (): Promise<string | null> => {
  try {
    await systemChromium()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** What failed once more, where everybody looks: the output above is long. */
const finish = (total: Tally): never => {
  for (const failure of total.failures) process.stdout.write(`\nFAILED ${failure}`)
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
  process.exit(total.failed === 0 ? 0 : 1)
}

const total: Tally = { passed: 0, failed: 0, failures: [] }
const add = async (step: Step): Promise<boolean> => {
  process.stdout.write(`\n=== ${step.name} ===\n`)
  const tally = await runStep(step, projectRoot)
  if (tally === null) finish({ ...total, failed: total.failed + 1 })
  else {
    process.stdout.write(`=== ${step.name}: ${tally.failed === 0 ? 'ok' : 'FAILED'} ===\n`)
    total.passed += tally.passed
    total.failed += tally.failed
    if (tally.failed > 0) total.failures.push(step.name, ...tally.failures)
  }
  return tally?.failed === 0
}

for (const step of [typecheck, olderTypes, lint, cycles, unit, bench]) await add(step)
if (!(await add(build))) process.stdout.write('\nThe whole-app tests were not run: there is no build.\n')
else if (await runtimeIsReady()) {
  const obstacle = sandboxObstacle()
  if (obstacle === null) await add(sandbox)
  else process.stdout.write(`\n=== ${sandbox.name}: NOT RUN, ${obstacle} ===\n`)
  await add(wholeApp)
} else {
  total.failed += 1
  total.failures.push('no Electron to run the app in')
}
const noBrowser = await whyNoBrowser()
if (noBrowser === null) await add(inBrowser)
else process.stdout.write(`\nThe window was NOT tested in a browser. ${noBrowser}\n`)
finish(total)
