import { app, type Session, session, type WebContents } from 'electron'
import { log } from './log.ts'

const denyPermissions = (target: Session): void => {
  target.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
}

/** Cancels every request of the page that does not stay inside the app (and, in development, its server). */
export const confineRequests = (target: Session, allowed: readonly string[]): void => {
  target.webRequest.onBeforeRequest((details, decide) => {
    const inside = allowed.some((prefix) => details.url.startsWith(prefix))
    if (!inside) log('warn', 'isolation', `cancelled a ${details.resourceType} request`)
    decide({ cancel: !inside })
  })
}

const confineNavigation = (contents: WebContents, origin: string): void => {
  const stay = (event: { preventDefault: () => void; url: string }): void => {
    if (event.url === origin || event.url.startsWith(`${origin}/`)) return
    event.preventDefault()
    log('warn', 'isolation', 'stopped a navigation out of the app')
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Applies to every session and every page that will ever exist in this process. */
export const isolateEverything = (origin: string): void => {
  denyPermissions(session.defaultSession)
  app.on('session-created', denyPermissions)
  app.on('web-contents-created', (_event, contents) => confineNavigation(contents, origin))
}
