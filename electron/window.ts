import { fileURLToPath } from 'node:url'
import { BrowserWindow, nativeTheme } from 'electron'
import { log } from './log.ts'

const PRELOAD = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url))

/** Painted before the page is: the same colours as the page's own background, so that the start does not flash. */
const background = (): string => (nativeTheme.shouldUseDarkColors ? '#111316' : '#f4f5f6')

/** Opens the app's only window on `url`; it shows itself once there is something to see. */
export const openWindow = (url: string, devTools: boolean): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1360,
    height: 860,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'postpress Inspector',
    backgroundColor: background(),
    webPreferences: {
      preload: PRELOAD,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools,
    },
  })
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.webContents.on('render-process-gone', (_event, details) => {
    log('error', 'window', `renderer gone: ${details.reason}`)
    if (details.reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload()
  })
  void window.loadURL(url)
  return window
}
