import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { ensureBuilt } from './build-app.ts'
import { chosenRuntime } from './chosen-runtime.ts'
import { asCommand } from './command.ts'
import { openDisplay } from './display.ts'
import { appEnvironment, type OpenApp, openApp } from './open-app.ts'
import { announce, projectRoot } from './project.ts'
import { writtenPng } from './written-png.ts'

/**
 * `npm start`: builds the app and opens it on the demo workspace (on the first-run screen with `-- --first-run`, on
 * the workspace in INSPECTOR_API_URL when that is set). On a machine without a display it opens on a virtual one and
 * writes a picture of the window; there it ends with the picture, unless a person at a terminal can end it.
 */
const SCREENSHOT = path.join(projectRoot, 'test-results', 'npm-start.png')

/** Covers a first sync of the demo workspace on a slow machine. */
const SCREENSHOT_LIMIT_MS = 120_000

const photographed = async (app: OpenApp): Promise<number> => {
  const written = await writtenPng(SCREENSHOT, SCREENSHOT_LIMIT_MS, app.ended)
  if (written) process.stdout.write(`Screenshot of the window: ${SCREENSHOT}\n`)
  else announce('The window did not appear: there is no screenshot.')
  if (written && process.stdin.isTTY) {
    announce('The app goes on running. Ctrl-C ends it.')
    return app.ended
  }
  await app.close()
  return written ? 0 : 1
}

const start = async (): Promise<number> => {
  const firstRun = process.argv.includes('--first-run')
  const args = process.argv.slice(2).filter((argument) => argument !== '--first-run')
  const runtime = await chosenRuntime()
  await ensureBuilt()
  const display = await openDisplay()
  const extra: Record<string, string> = firstRun || process.env['INSPECTOR_API_URL'] ? {} : { INSPECTOR_START: 'demo' }
  if (display.virtual) {
    await mkdir(path.dirname(SCREENSHOT), { recursive: true })
    await rm(SCREENSHOT, { force: true })
    extra['INSPECTOR_SCREENSHOT'] = SCREENSHOT
    announce(`There is no display here: the window opens on a virtual one (${display.env['DISPLAY']}).`)
  }
  const app = openApp(runtime, projectRoot, args, appEnvironment(runtime, display, extra))
  const code = await (display.virtual ? photographed(app) : app.ended)
  await display.stop()
  return code
}

await asCommand(start)
