import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { ensureBuilt } from '../../electron/runtime/build-app.ts'
import { chosenRuntime } from '../../electron/runtime/chosen-runtime.ts'
import { openDisplay } from '../../electron/runtime/display.ts'
import type {} from '../../renderer/state/api.ts'
import { rounded } from './figures.ts'

const ROOT = join(import.meta.dirname, '../..')
const MOST_ATTENDEES = 100_000
const MOST_RELATIONS = 30_000
const POLL_MS = 500
const IDLE_MS = 3_000

/** One run of the sync in the built app. Delays are of main's event loop: how late a timer of 1 ms fires. */
export interface SyncRunFigures {
  rows: number
  seconds: number
  rows_per_s: number
  parts_done: string
  loop_p50_ms: number
  loop_p99_ms: number
  loop_max_ms: number
}

export interface SyncFigures {
  attendees: number
  relations: number
  /** The same app with nothing to do: what the machine itself adds. */
  idle_loop_p99_ms: number
  first: SyncRunFigures
  unchanged: SyncRunFigures
}

interface Delays {
  p50: number
  p99: number
  max: number
}

/** Starts measuring in main; the answer reads what was measured since. */
const measureLoop = async (app: ElectronApplication): Promise<() => Promise<Delays>> => {
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    Object.assign(globalThis, { loopDelay: delay })
  })
  return () =>
    app.evaluate(() => {
      const { loopDelay } = globalThis as unknown as {
        loopDelay: { disable(): void; percentile(share: number): number; max: number }
      }
      loopDelay.disable()
      const ms = (nanoseconds: number): number => nanoseconds / 1e6
      return { p50: ms(loopDelay.percentile(50)), p99: ms(loopDelay.percentile(99)), max: ms(loopDelay.max) }
    })
}

/** The status once nothing is under way. */
const syncEnd = async (page: Page) => {
  for (;;) {
    const outcome = await page.evaluate(async () => window.api?.sync.status(null))
    if (outcome?.ok === true && !outcome.value.running && outcome.value.resources.length > 0) return outcome.value
    await wait(POLL_MS)
  }
}

/** Measures from now to the end of the run that is under way. */
const measureRun = async (app: ElectronApplication, page: Page, started: number): Promise<SyncRunFigures> => {
  const read = await measureLoop(app)
  const { resources } = await syncEnd(page)
  const { p50, p99, max } = await read()
  const seconds = (Date.now() - started) / 1_000
  const rows = resources.reduce((sum, { items }) => sum + items, 0)
  return {
    rows,
    seconds: rounded(seconds, 1),
    rows_per_s: Math.round(rows / seconds),
    parts_done: `${resources.filter(({ state }) => state === 'done').length}/${resources.length}`,
    loop_p50_ms: rounded(p50, 1),
    loop_p99_ms: rounded(p99, 1),
    loop_max_ms: rounded(max, 1),
  }
}

/** The simulator in a process of its own, as a real API would be. */
const startApi = async (
  attendees: number,
  relations: number,
): Promise<{ api: { url: string; key: string }; process: ChildProcess }> => {
  const cli = join(ROOT, 'electron/postpress/simulator/cli.ts')
  const args = [cli, '--port', '0', '--attendees', String(attendees), '--relations', String(relations)]
  const process_ = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: process_.stdout }))
    return { api: JSON.parse(line) as { url: string; key: string }, process: process_ }
  throw new Error('the simulator did not start')
}

/**
 * Syncs a simulated workspace of `rows` attendees (at most 100,000) with the built app: everything new, then the same
 * once more.
 */
export const benchSync = async (dataDir: string, rows: number): Promise<SyncFigures> => {
  const attendees = Math.min(rows, MOST_ATTENDEES)
  const relations = Math.min(Math.floor(rows * 0.6), MOST_RELATIONS)
  await ensureBuilt()
  const runtime = await chosenRuntime()
  const display = await openDisplay()
  const { api, process: simulator } = await startApi(attendees, relations)
  try {
    const started = Date.now()
    const app = await _electron.launch({
      executablePath: runtime.executablePath,
      args: [...runtime.args, ROOT],
      env: {
        ...(process.env as Record<string, string>),
        ...runtime.env,
        ...display.env,
        INSPECTOR_DATA_DIR: dataDir,
        INSPECTOR_API_URL: api.url,
        INSPECTOR_API_KEY: api.key,
      },
    })
    const page = await app.firstWindow()
    const first = await measureRun(app, page, started)
    const idle = await measureLoop(app)
    await wait(IDLE_MS)
    const { p99 } = await idle()
    const again = Date.now()
    await page.evaluate(async () => window.api?.sync.start({ accountId: null, depth: 'full' }))
    const unchanged = await measureRun(app, page, again)
    await app.close()
    return { attendees, relations, idle_loop_p99_ms: rounded(p99, 1), first, unchanged }
  } finally {
    simulator.kill()
    await display.stop()
  }
}
