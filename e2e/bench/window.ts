import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { ensureBuilt } from '../../electron/runtime/build-app.ts'
import { chosenRuntime } from '../../electron/runtime/chosen-runtime.ts'
import { openDisplay } from '../../electron/runtime/display.ts'
import { percentile, rounded } from './figures.ts'
import { measureScroll, measureTyping, measureViews } from './in-page.ts'
import { benchQueries } from './queries.ts'
import { measureBareStart, measureStart } from './startup.ts'

const ROOT = join(import.meta.dirname, '../..')

export interface UiFigures {
  /** To the frame that paints the rows: 16.7 is the next one. */
  keystroke_to_paint_p95_ms: number
  p99_ms: number
  /** The same with the layout and painting of that frame. */
  painted_p95_ms: number
  /** Tab, sort, jump to the middle of the list. */
  view_change_p95_ms: number
  scroll_fps_p5: number
  /** Frames of the scrolling in which a visible row was empty. */
  blank_frames: number
  long_tasks: number
}

const open = async (
  dataDir: string,
  env: Record<string, string>,
): Promise<{ app: ElectronApplication; page: Page }> => {
  const runtime = await chosenRuntime()
  const app = await _electron.launch({
    executablePath: runtime.executablePath,
    args: [...runtime.args, ROOT],
    env: { ...(process.env as Record<string, string>), ...runtime.env, ...env, INSPECTOR_DATA_DIR: dataDir },
  })
  const page = await app.firstWindow()
  await page.waitForSelector('[role="row"][data-index="0"] [role="gridcell"]')
  return { app, page }
}

/**
 * Memory of all processes of the app, MB. On Linux a page that several of them share counts once (the proportional set
 * size); elsewhere it is the sum of the working sets.
 */
const memoryOf = async (app: ElectronApplication): Promise<number> => {
  const processes = await app.evaluate(({ app: main }) =>
    main.getAppMetrics().map(({ pid, memory }) => ({ pid, workingSetKb: memory.workingSetSize })),
  )
  const kilobytes = processes.map(({ pid, workingSetKb }) => {
    const file = `/proc/${pid}/smaps_rollup`
    const proportional = existsSync(file) ? /^Pss:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined
    return proportional === undefined ? workingSetKb : Number(proportional)
  })
  return Math.round(kilobytes.reduce((sum, kb) => sum + kb, 0) / 1_024)
}

const STARTS = 10

/** Texts that are typed, letter by letter. */
const TYPED = ['family name', 'public id', 'phone', 'two words', 'middle of a name']

export interface WindowFigures {
  /** Times of the fastest start. `bare_window_ms`: a window with nothing in it, in the same run. */
  startup: { first_rows_ms: number; bare_window_ms: number; ratio: number }
  ui: UiFigures
  memory_mb: number
}

/** Starts the built app on the data folder and measures what a person would see. */
export const benchWindow = async (dataDir: string, rows: number): Promise<WindowFigures> => {
  await ensureBuilt()
  const display = await openDisplay()
  try {
    const [starts, bareStarts]: [number[], number[]] = [[], []]
    for (let start = 0; start < STARTS; start++) {
      starts.push(await measureStart(dataDir, display.env))
      bareStarts.push(await measureBareStart(join(dataDir, 'bare-window'), display.env))
    }
    const [first_rows_ms, bare_window_ms] = [Math.round(Math.min(...starts)), Math.round(Math.min(...bareStarts))]
    const { app, page } = await open(dataDir, display.env)
    const texts = benchQueries(rows)
      .filter(({ kind }, index) => TYPED.includes(kind) && index % 4 === 0)
      .map(({ text }) => text.slice(0, 14))
    const typing = await page.evaluate(measureTyping, texts)
    const views = await page.evaluate(measureViews)
    const scroll = await page.evaluate(measureScroll)
    const memory_mb = await memoryOf(app)
    await app.close()
    return {
      startup: { first_rows_ms, bare_window_ms, ratio: rounded(first_rows_ms / bare_window_ms, 2) },
      ui: {
        keystroke_to_paint_p95_ms: rounded(percentile(typing.frames, 0.95), 1),
        p99_ms: rounded(percentile(typing.frames, 0.99), 1),
        painted_p95_ms: rounded(percentile(typing.painted, 0.95), 1),
        view_change_p95_ms: rounded(percentile(views, 0.95), 1),
        scroll_fps_p5: rounded(1_000 / percentile(scroll.frames, 0.95), 1),
        blank_frames: scroll.blank,
        long_tasks: typing.longTasks + scroll.longTasks,
      },
      memory_mb,
    }
  } finally {
    await display.stop()
  }
}
