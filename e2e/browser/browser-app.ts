import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext, ElectronApplication, Frame, Page } from 'playwright/test'
import type { Outcome } from '../../shared/ipc/outcome.ts'
import { type AsksBrowser, type AsksMain, connect } from './peer.ts'
import { BRIDGE, EVENTS, preloadScript } from './preload-script.ts'
import type { Witness } from './witness.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const MAIN = resolve(ROOT, 'out/main/main.js')
const STAND_IN = new URL('stand-in/register.ts', import.meta.url).href
const APP_ORIGIN = 'app://inspector'

const START_LIMIT_MS = 60_000

/** As large as the app's window at its first start. */
const FIRST_SIZE = { width: 1360, height: 860 }

/** What the runs of one test share: what the page keeps outlives a restart of the app. */
export interface Shared {
  context: BrowserContext
  /** Where the page is served; the same in every run, because what the page keeps belongs to it. */
  origin: string | null
}

export interface StartOptions {
  shared: Shared
  dataDir: string
  env: Record<string, string>
  witness: Witness
}

/** What one test keeps over the starts of its app. */
export const shareContext = async (browser: Browser): Promise<Shared> => ({
  context: await browser.newContext({ viewport: FIRST_SIZE, locale: 'en-US', serviceWorkers: 'block' }),
  origin: null,
})

/** Only what tests ask of Electron. Anything else says so instead of being undefined. */
const asElectronApplication = (part: Pick<ElectronApplication, 'process' | 'close'> & { evaluate: Evaluate }) =>
  new Proxy(part, {
    get: (target, name, receiver) => {
      if (name in target || typeof name === 'symbol' || name === 'then') return Reflect.get(target, name, receiver)
      throw new Error(`${name} needs a real Electron: this test runs in a browser.`)
    },
  }) as unknown as ElectronApplication

type Evaluate = (run: (...given: never[]) => unknown, argument?: unknown) => Promise<unknown>

const frameOf = (frame: Frame, origin: string): AsksMain['invoke']['frame'] => ({
  // Main knows its page under the address of the app's scheme.
  url: frame.url().startsWith(`${origin}/`) ? frame.url().replace(origin, APP_ORIGIN) : frame.url(),
  parent: frame.parentFrame() !== null,
})

const startMain = ({ dataDir, env, shared }: StartOptions): ChildProcess =>
  fork(MAIN, {
    cwd: ROOT,
    execArgv: ['--import', STAND_IN],
    // Structured clones, as between Electron's processes.
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      INSPECTOR_DATA_DIR: dataDir,
      STAND_IN_PORT: shared.origin === null ? '0' : new URL(shared.origin).port,
      ...env,
    },
  })

type Listeners = Record<string, (channel: unknown, payload: unknown) => void>

/** Runs in the page: hands an event of main to the preload. */
const pushEvent = ([name, channel, payload]: unknown[]): void =>
  (window as unknown as Listeners)[String(name)]?.(channel, payload)

/** Whoever is loaded anew or closed hears nothing more, as in Electron. */
const unlessGone = (error: unknown): void => {
  if (!/Execution context was destroyed|has been closed/.test(String(error))) throw error
}

/** Main keeps its errors to its log. */
const failStart = (dataDir: string): never => {
  const log = join(dataDir, 'inspector.log')
  throw new Error(`Main showed no window.\n${existsSync(log) ? readFileSync(log, 'utf8') : ''}`)
}

/** Starts the built main on the stand-in for Electron, and shows its window as a page of the browser. */
export const startInBrowser = async (
  options: StartOptions,
): Promise<{ app: ElectronApplication; page: Page; quit: () => Promise<void> }> => {
  const { shared, witness } = options
  const page = await shared.context.newPage()
  await witness.watch(page, () => shared.origin ?? APP_ORIGIN)
  await page.exposeBinding(BRIDGE, async ({ frame }, { channel, input }: { channel: string; input: unknown }) => {
    const answered = await main.ask('invoke', { channel, input, frame: frameOf(frame, shared.origin ?? '') })
    witness.called(channel, input, answered as Outcome<unknown>)
    return answered
  })
  await page.addInitScript(preloadScript())
  // Last: a fast main loads its page before a slow browser has its preload, and that page would wait for ever.
  const child = startMain(options)
  const exited = once(child, 'exit')
  let loaded: () => void = () => undefined
  const shown = new Promise<void>((resolve) => {
    loaded = resolve
  })
  const main = connect<AsksBrowser, AsksMain>(
    {
      send: (message) => void (child.connected && child.send(message as object)),
      listen: (heard) => void child.on('message', heard),
    },
    {
      load: async ({ origin, path }) => {
        shared.origin = origin
        await page.goto(`${origin}${path}`)
        loaded()
      },
      reload: async () => void (await page.reload()),
      send: async ({ channel, payload }) => {
        if (page.isClosed()) return
        witness.pushed(channel, payload)
        await page.evaluate(pushEvent, [EVENTS, channel, payload]).catch(unlessGone)
      },
      resize: ({ width, height, zoom }) =>
        page.setViewportSize({ width: Math.round(width / zoom), height: Math.round(height / zoom) }),
      capture: async () => (await page.screenshot()).toString('base64'),
      clearStorage: () => page.evaluate(() => localStorage.clear()),
    },
  )
  void exited.then(() => main.hangUp('The app has ended.'))
  await Promise.race([
    shown,
    exited.then(() => failStart(options.dataDir)),
    pause(START_LIMIT_MS, null, { ref: false }).then(() => failStart(options.dataDir)),
  ])
  const quit = async (): Promise<void> => {
    // The page goes first, as in Electron, and is told so: what it does at its end is still answered.
    if (!page.isClosed()) await page.goto('about:blank')
    await page.close()
    if (child.exitCode === null && child.signalCode === null) {
      // Main ends before it could answer.
      await Promise.race([main.ask('quit', null).catch(() => exited), exited])
      await exited
    }
  }
  const app = asElectronApplication({
    evaluate: (run, argument) => main.ask('evaluate', { source: String(run), argument }),
    process: () => child,
    close: quit,
  })
  return { app, page, quit }
}
