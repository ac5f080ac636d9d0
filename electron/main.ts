import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { app, type BrowserWindow, dialog, powerMonitor, session } from 'electron'
import * as z from 'zod'
import type { MainHandlers } from '#shared/ipc/contract.ts'
import { LINK_SCHEME } from '#shared/links/location-link.ts'
import { createApiTransport } from './api-transport.ts'
import { APP_ORIGIN, registerAppScheme, serveApp } from './app-protocol.ts'
import { createDeepLinks } from './deep-links.ts'
import { readEnvironment } from './environment.ts'
import { accountHandlers } from './handlers/accounts.ts'
import { attendeeHandlers } from './handlers/attendees.ts'
import { caseHandlers } from './handlers/cases.ts'
import { linkHandlers } from './handlers/links.ts'
import { peopleHandlers } from './handlers/people.ts'
import { privacyHandlers } from './handlers/privacy.ts'
import { rawHandlers } from './handlers/raw.ts'
import { syncHandlers } from './handlers/sync.ts'
import { systemHandlers } from './handlers/system.ts'
import { workspaceHandlers } from './handlers/workspaces.ts'
import { createPublish } from './ipc/publish.ts'
import { serve } from './ipc/serve.ts'
import { confineRequests, isolateEverything } from './isolation.ts'
import { describeError, log, openLog } from './log.ts'
import { loginName } from './login-name.ts'
import { setMenu } from './menu.ts'
import { type Privacy, startPrivacy } from './privacy/privacy.ts'
import { openPrivacyChoices, type PrivacyChoices } from './privacy/settings-file.ts'
import { saveText } from './save-text.ts'
import { saveScreenshotWhenSynced } from './screenshot.ts'
import { fittingArguments } from './start-arguments.ts'
import { storageError } from './storage/write-whole.ts'
import { spareThread } from './threads/spare-thread.ts'
import { createKeyring } from './vault/keyring.ts'
import { createVault } from './vault/vault.ts'
import { openVaultFile } from './vault/vault-file.ts'
import { openWindow } from './window.ts'
import { createDesk } from './workspaces/create-desk.ts'
import { type DemoServer, startDemoServer } from './workspaces/demo.ts'
import type { Desk } from './workspaces/desk.ts'
import { createOpener } from './workspaces/open-workspace.ts'
import { openRegistry } from './workspaces/registry.ts'
import { sweepFleeting } from './workspaces/workspace-files.ts'

// The page's policy forbids eval; zod must not try it in main either.
z.config({ jitless: true })

const beside = (file: string): URL => new URL(file, import.meta.url)
const CACHE_WORKER = beside('cache-worker.js')
const RENDERER = fileURLToPath(beside('../renderer'))

const environment = readEnvironment()
if (environment.dataDir !== undefined) app.setPath('userData', environment.dataDir)
// Root on Linux (containers, CI) must start with --no-sandbox, and Chromium dies when both are asked for.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerAppScheme()

let window: BrowserWindow | null = null
let desk: Desk | null = null
let demo: Promise<DemoServer> | null = null
let privacy: Privacy | null = null
let spareCacheThread: () => Worker | null = () => null
const publish = createPublish(() => window?.webContents ?? null)

const links = createDeepLinks(() => publish('location.asked', null))

/** The country of this computer's settings: phone numbers written the national way are read as its own. */
const regionHere = (): string | undefined => app.getLocaleCountryCode() || undefined

const startDesk = (choices: PrivacyChoices): Desk => {
  const dataDir = app.getPath('userData')
  const registry = openRegistry(join(dataDir, 'workspaces.json'))
  const keyring = createKeyring()
  const keyFile = openVaultFile(join(dataDir, 'vault.json'))
  const vault = createVault({
    keyring,
    file: keyFile,
    earlier: {
      read: (id) => registry.find(id)?.keyBlob ?? null,
      clear: (id) => {
        const saved = registry.find(id)
        if (saved !== null) registry.save({ ...saved, keyBlob: null })
      },
    },
  })
  sweepFleeting(dataDir)
  const opener = createOpener({
    dataDir,
    cacheWorker: CACHE_WORKER,
    spareCacheThread,
    notebookWorker: beside('notebook-worker.js'),
    actor: loginName(),
    sqliteBinding: environment.sqliteBinding,
    region: regionHere(),
    transport: createApiTransport(`postpress-inspector/${app.getVersion()}`),
    startDemo: () => {
      demo ??= startDemoServer(beside('simulator-worker.js'))
      return demo
    },
    retentionMs: (id) => choices.of(id).retentionDays * 86_400_000,
    damaged: (id) => desk?.recover(id).catch((error: unknown) => log('error', 'recovery', describeError(error))),
    progressed: (status) => publish('sync.progressed', status),
    changed: (accountIds) => publish('cache.changed', { accountIds }),
  })
  return createDesk({
    registry,
    vault,
    damage: [registry.damage, keyFile.damage].filter((text) => text !== null).join(' ') || null,
    keyring,
    opener,
    environment: environment.api,
    changed: (state) => publish('workspaces.changed', state),
  })
}

const handlersOf = (open: Desk, choices: PrivacyChoices, privacy: Privacy): MainHandlers => ({
  workspaces: workspaceHandlers(open),
  accounts: accountHandlers(open),
  attendees: attendeeHandlers(open, regionHere()),
  people: peopleHandlers(open, regionHere()),
  raw: rawHandlers(open),
  cases: caseHandlers(open, {
    save: (fileName, text) => saveText(window, fileName, text),
    copy: privacy.clipboard.copy,
  }),
  links: linkHandlers(open),
  sync: syncHandlers(open),
  privacy: privacyHandlers({
    desk: open,
    choices,
    region: regionHere(),
    ...privacy,
    changed: (accountIds) => publish('cache.changed', { accountIds }),
  }),
  system: systemHandlers(links, privacy.clipboard),
})

const showWindow = (url: string): void => {
  window = openWindow(url, !app.isPackaged, join(app.getPath('userData'), 'window.json'))
  window.on('closed', () => {
    window = null
  })
}

const start = async (): Promise<void> => {
  openLog(join(app.getPath('userData'), 'inspector.log'))
  const origin = environment.rendererUrl === undefined ? APP_ORIGIN : new URL(environment.rendererUrl).origin
  const allowed = environment.rendererUrl === undefined ? [`${APP_ORIGIN}/`] : [origin, origin.replace('http', 'ws')]
  isolateEverything(origin)
  setMenu((command) => publish('menu.chosen', { command }), !app.isPackaged)
  confineRequests(session.defaultSession, [...allowed, ...(app.isPackaged ? [] : ['devtools://'])])
  serveApp(session.defaultSession, RENDERER)
  const choices = openPrivacyChoices(join(app.getPath('userData'), 'privacy.json'))
  desk = startDesk(choices)
  const guarding = startPrivacy({ desk, choices, window: () => window })
  privacy = guarding
  serve(handlersOf(desk, choices, guarding), { origin, windowId: () => window?.webContents.id ?? null })
  // The window starts while the cache opens; its first question waits for the answer (see `Desk.state`).
  const restored = desk.restore(environment.startWithDemo)
  app.on('browser-window-created', () => setImmediate(guarding.apply))
  showWindow(environment.rendererUrl ?? `${APP_ORIGIN}/`)
  await restored
  if (environment.screenshotFile !== undefined && window !== null)
    await saveScreenshotWhenSynced(
      window,
      environment.screenshotFile,
      () => desk?.current().sync.status().running ?? false,
    )
  powerMonitor.on('suspend', () => desk?.suspend())
  powerMonitor.on('resume', () => desk?.resume())
  app.on('activate', () => {
    if (window === null) showWindow(environment.rendererUrl ?? `${APP_ORIGIN}/`)
  })
}

const quitCleanly = async (): Promise<void> => {
  await privacy?.clipboard.clear()
  await desk?.shutdown()
  await (await demo?.catch(() => null))?.stop()
}

const fitting = fittingArguments(process.argv.slice(1))
if (fitting !== null) {
  // Before the lock is asked for: asking is handing over.
  app.relaunch({ args: fitting })
  app.exit(0)
} else if (app.requestSingleInstanceLock()) {
  // While Chromium starts there is time for it.
  spareCacheThread = spareThread(new Worker(CACHE_WORKER))
  // Linux learns the scheme from the installed package.
  if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient(LINK_SCHEME)
  links.offerArguments(process.argv)
  app.on('open-url', (event, url) => {
    event.preventDefault()
    links.offer(url)
  })
  app.on('second-instance', (_event, argv) => {
    links.offerArguments(argv)
    if (window?.isMinimized()) window.restore()
    window?.show()
    window?.focus()
  })
  // How the window is arranged is the page's own: written out before the process goes.
  app.on('before-quit', () => session.defaultSession.flushStorageData())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  let clean = false
  app.on('will-quit', (event) => {
    if (clean) return
    event.preventDefault()
    clean = true
    quitCleanly()
      .catch((error: unknown) => log('error', 'quit', describeError(error)))
      // A turn later: while this event is still being answered, Electron ignores another quit.
      .finally(() => setImmediate(() => app.quit()))
  })
  process.on('unhandledRejection', (error) => log('error', 'main', describeError(error)))
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      log('error', 'start', describeError(error))
      const { message, advice } = storageError('data folder', error).failure
      dialog.showErrorBox('postpress Inspector cannot start', [message, advice].filter(Boolean).join(' '))
      app.exit(1)
    })
} else {
  app.quit()
}
