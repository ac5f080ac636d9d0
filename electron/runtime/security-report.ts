import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Figure } from '../testing/figures.ts'
import { readAudit } from './audit.ts'
import { packageFolder, projectRoot } from './project.ts'
import { lastLines, run } from './run.ts'
import { sandboxObstacle } from './sandbox-possible.ts'

/**
 * `npm run test:security`: runs every proof of docs/security.md, longer than `npm test` does, and prints what each
 * measured. Exits with 1 when a proof failed or a figure is missing.
 */
const FILE = path.join(projectRoot, 'test-results', 'figures.jsonl')

/** `-- --quick`: fewer kills, damages and people. */
const quick = process.argv.includes('--quick')
const ROUNDS = quick ? '20' : '200'

const LONG = {
  INSPECTOR_FIGURES: FILE,
  INSPECTOR_FUZZ_CALLS: '12000',
  INSPECTOR_LOOKS: 'all',
  INSPECTOR_FORGET_PER_PROVIDER: quick ? '3' : '12',
}

interface Proof {
  what: string
  /** A script of the project's tools with its arguments. */
  command: string[]
  /** Reads a figure from the output of a proof that does not record one itself. */
  read?: (output: string) => Figure[]
}

const vitest = (...files: string[]): string[] => [path.join(packageFolder('vitest'), 'vitest.mjs'), 'run', ...files]
const playwrightWith = (...args: string[]): string[] => [
  path.join(packageFolder('playwright'), 'cli.js'),
  'test',
  ...args,
]
const playwright = (...files: string[]): string[] => playwrightWith(...files.map((name) => `e2e/specs/${name}.spec.ts`))
const passed = (name: string, measured: string) => (): Figure[] => [{ name, measured }]

/** Said in place of its figure. */
const obstacle = sandboxObstacle()

const PROOFS: Proof[] = [
  ...(obstacle === null
    ? [
        {
          what: 'the real sandbox, as the user nobody',
          command: [path.join(projectRoot, 'electron/runtime/sandbox-check.ts')],
          read: (output: string) => [{ name: 'sandbox of the renderer', measured: output.trim() }],
        },
      ]
    : []),
  {
    what: 'API key, personal data, window and process',
    command: playwright('key-canary', 'data-canary', 'isolation', 'fuses'),
  },
  { what: 'IPC under fuzz', command: vitest('electron/handlers/fuzz.test.ts') },
  {
    what: `${ROUNDS} kills during sync`,
    command: [path.join(projectRoot, 'electron/sync/testing/kill.ts'), ROUNDS],
    read: (output) => [{ name: 'SIGKILLs during sync', measured: output.trim().split('\n').at(-1) ?? '' }],
  },
  {
    what: `${ROUNDS} damages of a cache`,
    command: [path.join(projectRoot, 'electron/cache/testing/damage.ts'), ROUNDS],
    read: (output) => [{ name: 'random file damages', measured: output.trim().split('\n').at(-1) ?? '' }],
  },
  {
    what: 'keyring cases, with a real keyring',
    command: playwrightWith('--config', 'e2e/keyring/playwright.config.ts'),
    read: passed('keyring cases', 'all hold'),
  },
  {
    what: '30 % faults',
    command: vitest('electron/sync/faulty-api.test.ts'),
    read: passed('30 % random faults', 'same contents as without faults'),
  },
  {
    what: 'generated servers',
    command: vitest('electron/sync/any-server.test.ts'),
    read: passed('generated servers', '1,000 of 1,000 end; nothing deleted after a partial run'),
  },
  { what: 'forget, retention, export', command: vitest('electron/sync/forget.test.ts') },
  {
    what: 'hostile provider data',
    command: vitest('electron/sync/hostile-texts.test.ts'),
    read: passed('hostile provider data', 'every text through sync, search, passport and export as text'),
  },
  {
    what: 'hostile names and links in the real window',
    command: playwright('hostile-names', 'deep-links'),
    read: passed('hostile names and links in the real window', 'nothing ran, nothing opened'),
  },
  {
    what: 'keys at rest, takeover of plain files under kills',
    command: vitest('electron/vault', 'electron/storage'),
    read: passed('vault and encrypted files', 'all cases hold'),
  },
  {
    what: 'supply chain',
    command: vitest('electron/runtime/lock-file.test.ts', 'electron/runtime/shipped-packages.test.ts'),
  },
  {
    what: 'header damage, full and read-only disks',
    command: vitest(
      'electron/cache/header.test.ts',
      'electron/notebook/header.test.ts',
      'electron/notebook/room.test.ts',
      'electron/storage/full-disk.test.ts',
      'electron/storage/replace-damaged.test.ts',
    ),
    read: passed('header damage, full and read-only disks', 'all cases hold'),
  },
  {
    what: 'clocks that jump',
    command: vitest(
      'electron/workspaces/retention.test.ts',
      'electron/workspaces/server-clock.test.ts',
      'electron/sync/clock-jump.test.ts',
    ),
    read: passed('clocks that jump', 'nobody deleted, nothing taken for fresh'),
  },
  {
    what: 'axe',
    command: playwright('axe', 'privacy'),
    read: passed(
      'axe violations per screen and theme',
      '0 (light, dark, each also with more contrast and at 200 %; forced colours)',
    ),
  },
  {
    what: 'the window in the Chromium of the system',
    command: playwrightWith('--config', 'e2e/browser/playwright.config.ts', '--project', 'core'),
    read: passed('axe violations in the Chromium of the system', '0 (main screens, light and dark)'),
  },
]

/** What has to be in the report: a proof that recorded nothing has proved nothing. */
const WANTED = [
  'API-key canary outside main',
  'isolation probes, built app',
  'isolation probes, packaged app',
  'fuses of the untouched package',
  'fuzzed IPC calls on the real handlers',
  'packages in the app',
  'install scripts that run',
  'SIGKILLs during sync',
  'random file damages',
  'keyring cases',
  '30 % random faults',
  'generated servers',
  'personal-data canaries in database, WAL, logs',
  'bytes left of a forgotten person',
  'axe violations per screen and theme',
  'contract in the Chromium of the system',
  'probes of the page in the Chromium of the system',
]

/** What the tests of one proof recorded. */
const recorded = (): Figure[] => {
  if (!existsSync(FILE)) return []
  const lines = readFileSync(FILE, 'utf8').trim().split('\n')
  rmSync(FILE)
  return lines.map((line) => JSON.parse(line) as Figure)
}

const prove = async ({ what, command, read }: Proof): Promise<{ failed: boolean; figures: Figure[] }> => {
  process.stdout.write(`${what} ...\n`)
  const ended = await run(process.execPath, command, { cwd: projectRoot, env: { ...process.env, ...LONG } })
  const figures = recorded()
  if (ended.code === 0) return { failed: false, figures: [...(read?.(ended.stdout) ?? []), ...figures] }
  process.stdout.write(`FAILED\n${lastLines(ended, 40)}\n`)
  // A test may record its figure although another of the same proof failed: that figure proves nothing.
  return { failed: true, figures: figures.map((one) => ({ ...one, measured: `${one.measured} (ITS PROOF FAILED)` })) }
}

mkdirSync(path.dirname(FILE), { recursive: true })
rmSync(FILE, { force: true })
const figures: Figure[] =
  obstacle === null ? [] : [{ name: 'sandbox of the renderer', measured: `NOT RUN, counted neither way: ${obstacle}` }]
let failures = 0
for (const proof of PROOFS) {
  const result = await prove(proof)
  figures.push(...result.figures)
  failures += result.failed ? 1 : 0
}
process.stdout.write('npm audit ...\n')
const audit = readAudit((await run('npm', ['audit', '--json'], { cwd: projectRoot, timeoutMs: 120_000 })).stdout)
figures.push({ name: 'npm audit', measured: audit.measured })
if (audit.outcome === 'vulnerable') failures += 1
// An endpoint that does not answer proves nothing, and is no failure of the project either.
const proofs = PROOFS.length + (audit.outcome === 'unanswered' ? 0 : 1)
process.stdout.write('\n')
for (const { name, measured } of figures) process.stdout.write(`${name.padEnd(50)} ${measured}\n`)
const missing = WANTED.filter((name) => !figures.some((figure) => figure.name === name))
for (const name of missing) process.stdout.write(`${name.padEnd(50)} NOT MEASURED\n`)
process.stdout.write(`\n${proofs - failures} of ${proofs} proofs hold, ${missing.length} figures missing\n`)
process.exitCode = failures + missing.length === 0 ? 0 : 1
