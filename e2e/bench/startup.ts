import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chosenRuntime } from '../../electron/runtime/chosen-runtime.ts'

const APP = join(import.meta.dirname, '../..')
const BARE_WINDOW = join(import.meta.dirname, 'bare-window')
const PATIENCE_MS = 30_000

/** Host and port of the app's debugger, from its first words. */
const debuggerOf = async (app: ChildProcess): Promise<string> => {
  if (app.stderr === null) throw new Error('the app has no stderr')
  for await (const line of createInterface(app.stderr)) {
    const host = /DevTools listening on ws:\/\/([^/]+)/.exec(line)?.[1]
    if (host !== undefined) return host
  }
  throw new Error('the app ended before it could be measured')
}

/** The page's own debugging address; null while it is not loaded. */
const windowAt = async (host: string): Promise<string | null> => {
  const targets = (await (await fetch(`http://${host}/json`)).json()) as {
    url: string
    webSocketDebuggerUrl: string
  }[]
  return targets.find(({ url }) => /^(app|file):/.test(url))?.webSocketDebuggerUrl ?? null
}

/** Waits in the page, without looking again and again, for the mark of the first painted rows. */
const FIRST_ROWS = `new Promise((resolve) => new PerformanceObserver((list, observer) => {
  const [mark] = list.getEntriesByName('first-rows')
  if (mark === undefined) return
  observer.disconnect()
  resolve(performance.timeOrigin + mark.startTime)
}).observe({ type: 'mark', buffered: true }))`

const evaluate = async (address: string, expression: string): Promise<unknown> => {
  const socket = new WebSocket(address)
  await once(socket, 'open')
  try {
    socket.send(
      JSON.stringify({
        id: 1,
        method: 'Runtime.evaluate',
        params: { expression, awaitPromise: true, returnByValue: true },
      }),
    )
    const [{ data }] = (await once(socket, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) })) as [MessageEvent]
    return (JSON.parse(String(data)) as { result?: { result?: { value?: unknown } } }).result?.result?.value
  } finally {
    socket.close()
  }
}

const startOf = async (folder: string, dataDir: string, env: Record<string, string>): Promise<number> => {
  const runtime = await chosenRuntime()
  const started = Date.now()
  const app = spawn(runtime.executablePath, [...runtime.args, '--no-sandbox', '--remote-debugging-port=0', folder], {
    env: { ...process.env, ...runtime.env, ...env, INSPECTOR_DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(app, 'exit')
  try {
    const host = await debuggerOf(app)
    const end = Date.now() + PATIENCE_MS
    while (Date.now() < end) {
      const address = await windowAt(host)
      // A page that is still being loaded has no context to ask in.
      const at = address === null ? undefined : await evaluate(address, FIRST_ROWS)
      if (typeof at === 'number') return at - started
    }
    throw new Error('the page did not say when its rows were painted')
  } finally {
    app.kill('SIGTERM')
    await ended
  }
}

/**
 * Starts the built app as a person does, with no test driver between (that one holds the app back until it has attached
 * itself), and asks the page afterwards. Answers ms from the start of the process to its first painted rows.
 */
export const measureStart = (dataDir: string, env: Record<string, string>): Promise<number> =>
  startOf(APP, dataDir, env)

/** The same for a window with one line of text and no code: what Electron itself takes on this machine. */
export const measureBareStart = (dataDir: string, env: Record<string, string>): Promise<number> =>
  startOf(BARE_WINDOW, dataDir, env)
