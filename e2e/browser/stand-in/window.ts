import { EventEmitter } from 'node:events'
import type { BrowserWindow as ElectronWindow, Rectangle, WebContents } from 'electron'
import { app, closing } from './app.ts'
import { askBrowser } from './main-line.ts'
import { servePage } from './page-server.ts'
import { handlerOf } from './session.ts'

let ids = 0
let origin: Promise<string> | null = null

/** Where the page of the app's scheme is served; started with the first window. */
const serve = (address: URL): Promise<string> => {
  origin ??= (async () => {
    const handler = handlerOf(address.protocol.slice(0, -1))
    if (handler === null) throw new Error(`Nobody answers ${address.protocol}`)
    return servePage(handler, `${address.protocol}//${address.host}`, Number(process.env['STAND_IN_PORT'] ?? 0))
  })()
  return origin
}

const report = (error: unknown): void => void process.stderr.write(`${String(error)}\n`)

const createContents = (size: { width: number; height: number }) => {
  ids += 1
  let zoom = 1
  let loading = false
  let shown = ''
  const resize = (): void => void askBrowser('resize', { ...size, zoom }).catch(report)
  const methods = {
    id: ids,
    isDestroyed: () => false,
    isLoading: () => loading,
    getURL: () => shown,
    send: (channel, payload) => void askBrowser('send', { channel, payload }).catch(report),
    reload: () => void askBrowser('reload', null).catch(report),
    // The test watches for second windows itself.
    setWindowOpenHandler: () => undefined,
    setZoomFactor: (factor) => {
      zoom = factor
      resize()
    },
    loadURL: async (url) => {
      const address = new URL(url)
      loading = true
      shown = url
      await askBrowser('load', { origin: await serve(address), path: address.pathname })
      loading = false
      contents.emit('did-finish-load')
    },
  } satisfies Partial<WebContents>
  const capturePage = async (): Promise<{ toPNG: () => Buffer }> => {
    const png = String(await askBrowser('capture', null))
    return { toPNG: () => Buffer.from(png, 'base64') }
  }
  const contents = Object.assign(new EventEmitter(), methods, { resize, capturePage })
  return contents
}

const windows = new Set<BrowserWindow>()

/** A window whose page is shown by the browser of the test. */
export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): BrowserWindow[] => [...windows]
  readonly id: number
  readonly webContents
  #bounds: Rectangle
  #visible = false

  constructor({ width = 800, height = 600, x = 0, y = 0 }: Partial<Rectangle>) {
    super()
    this.#bounds = { x, y, width, height }
    this.webContents = createContents(this.#bounds)
    this.id = this.webContents.id
    windows.add(this)
    this.webContents.resize()
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this)
  }

  readonly #methods = {
    getBounds: () => ({ ...this.#bounds }),
    getNormalBounds: () => ({ ...this.#bounds }),
    setBounds: (bounds) => this.#resize(bounds),
    setContentSize: (width, height) => this.#resize({ width, height }),
    isVisible: () => this.#visible,
  } satisfies Partial<ElectronWindow>

  getBounds = this.#methods.getBounds
  getNormalBounds = this.#methods.getNormalBounds
  setBounds = this.#methods.setBounds
  setContentSize = this.#methods.setContentSize
  isVisible = this.#methods.isVisible
  isDestroyed = (): boolean => !windows.has(this)
  isMaximized = (): boolean => false
  isMinimized = (): boolean => false
  restore = (): void => undefined
  maximize = (): void => undefined
  focus = (): void => undefined
  setContentProtection = (): void => undefined
  show = (): void => {
    this.#visible = true
  }
  hide = (): void => {
    this.#visible = false
  }
  loadURL = async (url: string): Promise<void> => {
    await this.webContents.loadURL(url)
    this.emit('ready-to-show')
  }

  close(): void {
    this.emit('close', {})
    windows.delete(this)
    this.emit('closed')
  }

  #resize(bounds: Partial<Rectangle>): void {
    Object.assign(this.#bounds, bounds)
    this.webContents.resize()
  }
}

closing.closeWindows = () => {
  for (const window of windows) window.close()
}
