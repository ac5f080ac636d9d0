import path from 'node:path'
import { chosenRuntime } from './chosen-runtime.ts'
import { packageFolder, projectRoot } from './project.ts'
import { readPlaywright, readVitest, runStep, type Step, type Tally } from './steps.ts'

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

const total: Tally = { passed: 0, failed: 0 }
const add = async (step: Step): Promise<boolean> => {
  process.stdout.write(`\n=== ${step.name} ===\n`)
  const tally = await runStep(step, projectRoot)
  process.stdout.write(`=== ${step.name}: ${tally.failed === 0 ? 'ok' : 'FAILED'} ===\n`)
  total.passed += tally.passed
  total.failed += tally.failed
  return tally.failed === 0
}

for (const step of [typecheck, lint, cycles, unit]) await add(step)
if (await add(build)) {
  try {
    await chosenRuntime()
    await add(wholeApp)
  } catch (error) {
    process.stdout.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
    total.failed += 1
  }
} else {
  process.stdout.write('\nThe whole-app tests were not run: there is no build.\n')
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 ? 0 : 1
