import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { ensureBuilt } from '../../electron/runtime/build-app.ts'
import { chosenRuntime } from '../../electron/runtime/chosen-runtime.ts'
import { openDisplay } from '../../electron/runtime/display.ts'
import { percentile, rounded } from './figures.ts'
import { measureScroll, measureTyping, measureViews } from './in-page.ts'
import { benchQueries } from './queries.ts'

const ROOT = join(import.meta.dirname, '../..')

export interface UiFigures {
  keystroke_to_paint_p95_ms: number
  p99_ms: number
  /** Tab, sort, jump to the middle of the list. */
  view_change_p95_ms: number
  scroll_fps_p5: number
  /** Frames of the scrolling in which a visible row was empty. */
  blank_frames: number
  long_tasks: number
}

interface Opened {
  app: ElectronApplication
  page: Page
  /** Process start to the first painted row. */
  firstRowsMs: number
}

const open = async (dataDir: string, env: Record<string, string>): Promise<Opened> => {
  const runtime = await chosenRuntime()
  const started = Date.now()
  const app = await _electron.launch({
    executablePath: runtime.executablePath,
    args: [...runtime.args, ROOT],
    env: { ...(process.env as Record<string, string>), ...runtime.env, ...env, INSPECTOR_DATA_DIR: dataDir },
  })
  const page = await app.firstWindow()
  const row = await page.waitForFunction(
    () =>
      document.querySelector('[role="row"][data-index="0"] [role="gridcell"]') === null
        ? null
        : performance.timeOrigin + performance.now(),
    undefined,
    { polling: 'raf' },
  )
  return { app, page, firstRowsMs: Number(await row.jsonValue()) - started }
}

const memoryOf = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ app: main }) =>
    Math.round(main.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1_024),
  )

const STARTS = 3

/** Texts that are typed, letter by letter. */
const TYPED = ['family name', 'public id', 'phone', 'two words', 'middle of a name']

export interface WindowFigures {
  startup: { first_rows_ms: number }
  ui: UiFigures
  memory_mb: number
}

/** Starts the built app on the data folder and measures what a person would see. */
export const benchWindow = async (dataDir: string, rows: number): Promise<WindowFigures> => {
  await ensureBuilt()
  const display = await openDisplay()
  try {
    const starts: number[] = []
    for (let start = 1; start < STARTS; start++) {
      const { app, firstRowsMs } = await open(dataDir, display.env)
      starts.push(firstRowsMs)
      await app.close()
    }
    const { app, page, firstRowsMs } = await open(dataDir, display.env)
    starts.push(firstRowsMs)
    const texts = benchQueries(rows)
      .filter(({ kind }, index) => TYPED.includes(kind) && index % 4 === 0)
      .map(({ text }) => text.slice(0, 14))
    const typing = await page.evaluate(measureTyping, texts)
    const views = await page.evaluate(measureViews)
    const scroll = await page.evaluate(measureScroll)
    const memory_mb = await memoryOf(app)
    await app.close()
    return {
      startup: { first_rows_ms: Math.round(Math.min(...starts)) },
      ui: {
        keystroke_to_paint_p95_ms: rounded(percentile(typing.ms, 0.95), 1),
        p99_ms: rounded(percentile(typing.ms, 0.99), 1),
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
