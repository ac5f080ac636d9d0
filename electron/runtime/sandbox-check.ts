import { spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chosenRuntime } from './chosen-runtime.ts'
import { openVirtualDisplay } from './display.ts'
import { projectRoot } from './project.ts'
import { runOrThrow } from './run.ts'
import { NOBODY, sandboxObstacle } from './sandbox-possible.ts'

/**
 * `npm run test:sandbox` (Linux, as root): starts the built app as the user nobody, with Chromium's real sandbox, and
 * looks at every renderer in /proc: it must run under seccomp, and nobody may have asked for --no-sandbox. As root the
 * app itself could not do that.
 */
const PATIENCE_MS = 30_000

interface Process {
  pid: number
  args: string[]
  seccomp: string
}

const processesOf = (executable: string): Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        // A renderer writes its arguments anew, with blanks between them.
        const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/).filter(Boolean)
        if (!args[0]?.startsWith(path.dirname(executable))) return []
        const status = readFileSync(`/proc/${pid}/status`, 'utf8')
        return [{ pid: Number(pid), args, seccomp: /^Seccomp:\s*(\d)/m.exec(status)?.[1] ?? '?' }]
      } catch {
        // It ended while it was looked at.
        return []
      }
    })

const isRenderer = ({ args }: Process): boolean => args.includes('--type=renderer')

const obstacle = sandboxObstacle()
if (obstacle !== null) throw new Error(`The sandbox cannot be checked here: ${obstacle}.`)

const work = mkdtempSync(path.join(tmpdir(), 'inspector-sandbox-'))
chmodSync(work, 0o755)
const runtime = await chosenRuntime()
const dist = path.join(work, 'runtime')
cpSync(path.dirname(runtime.executablePath), dist, { recursive: true })
const executable = path.join(dist, path.basename(runtime.executablePath))
chownSync(path.join(dist, 'chrome-sandbox'), 0, 0)
chmodSync(path.join(dist, 'chrome-sandbox'), 0o4755)
const app = path.join(work, 'app')
for (const name of ['out', 'package.json'])
  cpSync(path.join(projectRoot, name), path.join(app, name), { recursive: true })
await runOrThrow('Could not copy the modules', 'cp', [
  '-r',
  path.join(projectRoot, 'node_modules/better-sqlite3'),
  work,
])
cpSync(path.join(work, 'better-sqlite3'), path.join(app, 'node_modules/better-sqlite3'), { recursive: true })
await runOrThrow('Could not open the copy', 'chmod', ['-R', 'a+rX', dist, app])
const home = path.join(work, 'home')
await runOrThrow('Could not make a home', 'install', ['-d', '-o', `${NOBODY}`, '-m', '700', home])

const args = runtime.args.filter((argument) => argument !== '--no-sandbox')
const display = await openVirtualDisplay()
const child = spawn(executable, [...args, app], {
  uid: NOBODY,
  gid: NOBODY,
  detached: true,
  stdio: 'ignore',
  env: {
    ...display.env,
    PATH: process.env['PATH'],
    HOME: home,
    XDG_CONFIG_HOME: home,
    INSPECTOR_DATA_DIR: path.join(home, 'data'),
  },
})
try {
  const end = Date.now() + PATIENCE_MS
  let all: Process[] = []
  while (!all.some(isRenderer) && Date.now() < end) {
    await pause(200)
    all = processesOf(executable)
  }
  const renderers = all.filter(isRenderer)
  const open = all.filter((one) => one.args.includes('--no-sandbox'))
  process.stdout.write(
    `${renderers.length} renderer(s), Seccomp ${renderers.map(({ seccomp }) => seccomp).join(', ') || 'none'}; ` +
      `--no-sandbox in ${open.length} of ${all.length} processes\n`,
  )
  const holds = renderers.length > 0 && renderers.every(({ seccomp }) => seccomp === '2') && open.length === 0
  process.exitCode = holds ? 0 : 1
} finally {
  if (child.pid !== undefined)
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It had ended by itself.
    }
  for (const { pid } of processesOf(executable))
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone with its parent.
    }
  await display.stop()
  rmSync(work, { recursive: true, force: true, maxRetries: 5 })
}
