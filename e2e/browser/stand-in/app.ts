import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { App } from 'electron'
import { answerFor } from './main-line.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }

const paths = new Map<string, string>()

/** An event that can be prevented, as Electron's are. */
export const preventable = (): { preventDefault: () => void; defaultPrevented: boolean } => {
  const event = {
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

/** How windows are closed when the app quits; set by the window's own module, which needs the app itself. */
export const closing = { closeWindows: (): void => undefined }

const quit = (): void => {
  app.emit('before-quit', preventable())
  closing.closeWindows()
  const event = preventable()
  app.emit('will-quit', event)
  // Main goes on with `quit` once its files are closed.
  if (!event.defaultPrevented) process.exit(0)
}

const methods = {
  isPackaged: false,
  name: 'postpress Inspector',
  getVersion: () => version,
  getAppPath: () => ROOT,
  getLocaleCountryCode: () => '',
  getPath: (name) => {
    const folder = paths.get(name) ?? join(paths.get('userData') ?? tmpdir(), name)
    mkdirSync(folder, { recursive: true })
    return folder
  },
  setPath: (name, path) => void paths.set(name, path),
  requestSingleInstanceLock: () => true,
  setAsDefaultProtocolClient: () => true,
  enableSandbox: () => undefined,
  disableHardwareAcceleration: () => undefined,
  whenReady: () => Promise.resolve(),
  quit,
} satisfies Partial<App>

/** Electron's `app`, as far as main uses it. */
export const app = Object.assign(new EventEmitter(), methods, {
  // The browser has its own sandbox; there is no process of main's to put into one.
  commandLine: { hasSwitch: (name: string) => name === 'no-sandbox', getSwitchValue: () => '' },
})

answerFor('quit', quit)
