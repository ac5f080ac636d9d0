import { app, powerMonitor, type WebContents } from 'electron'

/** Wayland tells no program how long nobody used the computer: there, only this app's own window counts. */
const SYSTEM_TELLS = process.platform !== 'linux' || process.env['XDG_SESSION_TYPE'] !== 'wayland'

/** How long nobody has used the computer (or, where the system does not tell, this app), ms. */
export const watchPresence = (): (() => number) => {
  if (SYSTEM_TELLS) return () => powerMonitor.getSystemIdleTime() * 1_000
  let usedAt = Date.now()
  const used = (): void => {
    usedAt = Date.now()
  }
  const watch = (contents: WebContents): void => void contents.on('input-event', used)
  app.on('web-contents-created', (_event, contents) => watch(contents))
  app.on('browser-window-focus', used)
  return () => Date.now() - usedAt
}
