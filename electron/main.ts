import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { app, type BrowserWindow, dialog, session } from 'electron'
import type { RunningApp } from './app.ts'
import { APP_ORIGIN, registerAppScheme, serveApp } from './app-protocol.ts'
import { readEnvironment } from './environment.ts'
import { lacksGraphicsCard } from './graphics.ts'
import { registerCalls } from './ipc/register.ts'
import { confineRequests, isolateEverything } from './isolation.ts'
import { lightenRequests } from './light-requests.ts'
import { describeError, log, openLog } from './log.ts'
import { fittingArguments } from './start-arguments.ts'
import { storageError } from './storage/write-whole.ts'
import { spareThread } from './threads/spare-thread.ts'
import { openWindow } from './window.ts'

// As little as can be runs before the page has its scripts. The rest, behind `startApp`, is loaded while the page reads them;
// calls that come earlier wait.

const beside = (file: string): URL => new URL(file, import.meta.url)
const RENDERER = fileURLToPath(beside('../renderer'))
const workers = {
  cache: beside('cache-worker.js'),
  notebook: beside('notebook-worker.js'),
  simulator: beside('simulator-worker.js'),
}

const environment = readEnvironment()
if (environment.dataDir !== undefined) app.setPath('userData', environment.dataDir)
// Root on Linux (containers, CI) must start with --no-sandbox, and Chromium dies when both are asked for.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
if (lacksGraphicsCard()) app.disableHardwareAcceleration()
registerAppScheme()

/** A page that asks for no script does not hold the app back longer than this. */
const MOST_PATIENCE_MS = 500

const pageUrl = environment.rendererUrl ?? `${APP_ORIGIN}/`
const origin = environment.rendererUrl === undefined ? APP_ORIGIN : new URL(environment.rendererUrl).origin
const { promise: running, resolve: run, reject: failToRun } = Promise.withResolvers<RunningApp>()

let window: BrowserWindow | null = null
let begun = false
let behind: RunningApp | null = null

/** Now, or as soon as the app is there. One that cannot start says so itself. */
const withApp = (use: (app: RunningApp) => void): void => {
  if (behind === null) void running.then(use, () => undefined)
  else use(behind)
}

const showWindow = (): void => {
  window = openWindow(pageUrl, !app.isPackaged, join(app.getPath('userData'), 'window.json'))
  window.on('closed', () => {
    window = null
  })
}

const startBehindWindow = async (spareCacheThread: () => Worker | null): Promise<RunningApp> => {
  const { startApp } = await import('./app.ts')
  return startApp({ environment, origin, window: () => window, spareCacheThread, workers })
}

const start = async (): Promise<void> => {
  openLog(join(app.getPath('userData'), 'inspector.log'))
  isolateEverything(origin)
  const allowed = environment.rendererUrl === undefined ? [`${APP_ORIGIN}/`] : [origin, origin.replace('http', 'ws')]
  confineRequests(session.defaultSession, [...allowed, ...(app.isPackaged ? [] : ['devtools://'])])
  const restoreRequests = lightenRequests()
  const { promise: scripted, resolve: hasScript } = Promise.withResolvers<void>()
  serveApp(session.defaultSession, RENDERER, (file) => {
    if (file.endsWith('.js')) hasScript()
  })
  registerCalls(running)
  showWindow()
  begun = true
  const spareCacheThread = spareThread(new Worker(workers.cache))
  // Until the page has its scripts it waits for this thread again and again; then not before its first answer.
  if (environment.rendererUrl === undefined) await Promise.race([scripted, setTimeout(MOST_PATIENCE_MS)])
  restoreRequests()
  startBehindWindow(spareCacheThread).then(run, failToRun)
  behind = await running
  app.on('activate', () => {
    if (window === null) showWindow()
  })
  await behind.restored
}

const fitting = fittingArguments(process.argv.slice(1))
if (fitting !== null) {
  // Before the lock is asked for: asking is handing over.
  app.relaunch({ args: fitting })
  app.exit(0)
} else if (app.requestSingleInstanceLock()) {
  withApp(({ links }) => links.offerArguments(process.argv))
  app.on('open-url', (event, url) => {
    event.preventDefault()
    withApp(({ links }) => links.offer(url))
  })
  app.on('second-instance', (_event, argv) => {
    withApp(({ links }) => links.offerArguments(argv))
    if (window?.isMinimized()) window.restore()
    window?.show()
    window?.focus()
  })
  // How the window is arranged is the page's own: written out before the process goes.
  app.on('before-quit', () => session.defaultSession.flushStorageData())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  let clean = false
  app.on('will-quit', (event) => {
    if (clean) return
    event.preventDefault()
    clean = true
    const ending = begun ? running.then(({ shutdown }) => shutdown()) : Promise.resolve()
    ending
      .catch((error: unknown) => log('error', 'quit', describeError(error)))
      // A turn later: while this event is still being answered, Electron ignores another quit.
      .finally(() => setImmediate(() => app.quit()))
  })
  process.on('unhandledRejection', (error) => log('error', 'main', describeError(error)))
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      log('error', 'start', describeError(error))
      const { message, advice } = storageError('data folder', error).failure
      dialog.showErrorBox('postpress Inspector cannot start', [message, advice].filter(Boolean).join(' '))
      app.exit(1)
    })
} else {
  app.quit()
}
