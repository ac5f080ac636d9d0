import { app, powerMonitor, type WebContents } from 'electron'

/** Wayland tells no program how long nobody used the computer: there, only this app's own window counts. */
const SYSTEM_TELLS = process.platform !== 'linux' || process.env['XDG_SESSION_TYPE'] !== 'wayland'

/**
 * How long nobody has used the computer, ms. Starting this app, and input to its window, count whatever the system says:
 * it does not see input from a remote desktop or an assistive device.
 */
export const watchPresence = (): (() => number) => {
  // Never set back with the computer's clock.
  let usedAt = performance.now()
  const used = (): void => {
    usedAt = performance.now()
  }
  const watch = (contents: WebContents): void => void contents.on('input-event', used)
  app.on('web-contents-created', (_event, contents) => watch(contents))
  app.on('browser-window-focus', used)
  return () => {
    const unused = performance.now() - usedAt
    return SYSTEM_TELLS ? Math.min(unused, powerMonitor.getSystemIdleTime() * 1_000) : unused
  }
}
