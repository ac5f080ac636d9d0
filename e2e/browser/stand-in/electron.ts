import { EventEmitter } from 'node:events'
import type { Clipboard, Dialog, MenuItemConstructorOptions, PowerMonitor, SafeStorage, Screen, Shell } from 'electron'
import { app } from './app.ts'
import { answerFor, settled } from './main-line.ts'
import { protocol, session } from './session.ts'
import { BrowserWindow } from './window.ts'

/**
 * A stand-in for Electron's main-process interface: the app's own main runs on it in plain Node, unchanged, and a
 * browser shows its page. Only what main uses is here, checked against Electron's types; an API that is missing fails
 * with its name when main is loaded or calls it.
 */
export { app, BrowserWindow, protocol, session }

type Handler = (event: unknown, input: unknown) => unknown
type Sender = { sender: { id: number }; senderFrame: { url: string; parent: object | null } }

const handlers = new Map<string, Handler>()

export const ipcMain = {
  handle: (channel: string, handler: Handler): void => void handlers.set(channel, handler),
  /** Under Electron's own name: tests put slower handlers in the place of the app's. */
  _invokeHandlers: handlers,
}

answerFor('invoke', ({ channel, input, frame }) => {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  const id = BrowserWindow.getAllWindows()[0]?.webContents.id ?? 0
  const event: Sender = { sender: { id }, senderFrame: { url: frame.url, parent: frame.parent ? {} : null } }
  return handler(event, input)
})

let held = ''
export const clipboard = {
  readText: async () => held,
  writeText: async (text) => {
    held = text
  },
  clear: async () => {
    held = ''
  },
} satisfies Partial<Clipboard>

/** Nobody is there to choose a file: tests put their own choice here. */
export const dialog = {
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showErrorBox: (title, content) => void process.stderr.write(`${title}: ${content}\n`),
} satisfies Partial<Dialog>

export const powerMonitor = Object.assign(new EventEmitter(), {
  getSystemIdleTime: () => 0,
} satisfies Partial<PowerMonitor>)

/** A computer without a keyring. */
export const safeStorage = {
  isEncryptionAvailable: () => false,
  getSelectedStorageBackend: () => 'basic_text',
} satisfies Partial<SafeStorage>

export const screen = {
  getAllDisplays: () =>
    [{ workArea: { x: 0, y: 0, width: 1_600, height: 1_000 } }] as ReturnType<Screen['getAllDisplays']>,
} satisfies Partial<Screen>

export const nativeTheme = { shouldUseDarkColors: false }

/** Nothing is opened outside the app. */
export const shell = { openExternal: async () => undefined } satisfies Partial<Shell>

interface Item {
  label: string | undefined
  click: () => void
  submenu: { items: Item[] } | undefined
}
const itemOf = ({ label, click, submenu }: MenuItemConstructorOptions): Item => ({
  label,
  click: () => (click as (() => void) | undefined)?.(),
  submenu: Array.isArray(submenu) ? { items: submenu.map(itemOf) } : undefined,
})
let applicationMenu: { items: Item[] } | null = null
export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => ({ items: template.map(itemOf) }),
  setApplicationMenu: (menu: { items: Item[] } | null): void => {
    applicationMenu = menu
  },
  getApplicationMenu: () => applicationMenu,
}

const electron = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
}

answerFor('evaluate', async ({ source, argument }) => {
  // The test's own function, as Playwright hands one to a real Electron.
  const run = new Function(`return (${source})`)() as (given: typeof electron, argument: unknown) => unknown
  const answer = await run(electron, argument)
  await settled()
  return answer
})
