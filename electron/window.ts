import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import { createCrashGuard } from './crash-guard.ts'
import { log } from './log.ts'
import { keepPlace, reachable, readPlace } from './window-place.ts'

const PRELOAD = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url))

/** Painted before the page is: the same colours as the page's own background, so that the start does not flash. */
const background = (): string => (nativeTheme.shouldUseDarkColors ? '#111316' : '#f4f5f6')

/** Never a blank window: the page is loaded again, but not in an endless circle. */
const recoverFromCrashes = (window: BrowserWindow, url: string): void => {
  const guard = createCrashGuard()
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const recovery = guard.crashed()
    log('error', 'window', `renderer gone (${reason}): ${recovery}`)
    if (recovery === 'reload') void window.loadURL(url)
    else if (recovery === 'explain') void window.loadURL(new URL('/crashed.html', url).href)
    else {
      dialog.showErrorBox('The window cannot be shown', 'It keeps crashing. Restart the app, then the computer.')
      app.quit()
    }
  })
}

/**
 * Opens the app's only window on `url`, where it stood last (`placeFile`); it shows itself once there is something to
 * see.
 */
export const openWindow = (url: string, devTools: boolean, placeFile: string): BrowserWindow => {
  const kept = readPlace(placeFile)
  const place =
    kept &&
    reachable(
      kept,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    )
  const window = new BrowserWindow({
    ...(place?.bounds ?? { width: 1360, height: 860 }),
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
  window.once('ready-to-show', () => {
    if (place?.maximized) window.maximize()
    window.show()
  })
  window.on('close', () => keepPlace(placeFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }))
  window.on('page-title-updated', (event) => event.preventDefault())
  recoverFromCrashes(window, url)
  void window.loadURL(url)
  return window
}
