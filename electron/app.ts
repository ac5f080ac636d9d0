import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { app, type BrowserWindow, powerMonitor } from 'electron'
import type { MainHandlers } from '#shared/ipc/contract.ts'
import { LINK_SCHEME } from '#shared/links/location-link.ts'
import { createApiTransport } from './api-transport.ts'
import { createDeepLinks, type DeepLinks } from './deep-links.ts'
import type { Environment } from './environment.ts'
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
import { createPublish, type Publish } from './ipc/publish.ts'
import type { AnswerCall } from './ipc/register.ts'
import { serve } from './ipc/serve.ts'
import { describeError, log } from './log.ts'
import { loginName } from './login-name.ts'
import { setMenu } from './menu.ts'
import { type Privacy, startPrivacy } from './privacy/privacy.ts'
import { openPrivacyChoices, type PrivacyChoices } from './privacy/settings-file.ts'
import { saveText } from './save-text.ts'
import { saveScreenshotWhenSynced } from './screenshot.ts'
import { createKeyring } from './vault/keyring.ts'
import { createVault } from './vault/vault.ts'
import { openVaultFile } from './vault/vault-file.ts'
import { createDesk } from './workspaces/create-desk.ts'
import { type DemoServer, startDemoServer } from './workspaces/demo.ts'
import type { Desk } from './workspaces/desk.ts'
import { createOpener } from './workspaces/open-workspace.ts'
import { openRegistry } from './workspaces/registry.ts'
import { sweepFleeting } from './workspaces/workspace-files.ts'

/** What the app finds when it starts: the window is there already, and its calls wait. */
export interface AppParts {
  environment: Environment
  /** Where the page comes from. */
  origin: string
  window: () => BrowserWindow | null
  spareCacheThread: () => Worker | null
  /** The scripts of threads that start later. */
  workers: { cache: URL; notebook: URL; simulator: URL }
}

/** The app behind the window. */
export interface RunningApp {
  /** Answers the window's calls. */
  answer: AnswerCall
  links: Pick<DeepLinks, 'offer' | 'offerArguments'>
  /** Resolves when what was open last is open again, or the state says why it is not. */
  restored: Promise<void>
  /** Closes everything. */
  shutdown(): Promise<void>
}

/** The country of this computer's settings: phone numbers written the national way are read as its own. */
const regionHere = (): string | undefined => app.getLocaleCountryCode() || undefined

/** The demo's server, from its first use on. */
interface Demo {
  start(): Promise<DemoServer>
  stop(): Promise<void>
}

const createDemo = (worker: URL): Demo => {
  let server: Promise<DemoServer> | null = null
  return {
    start: () => {
      server ??= startDemoServer(worker)
      return server
    },
    stop: async () => (await server?.catch(() => null))?.stop(),
  }
}

const createAppDesk = (
  { environment, spareCacheThread, workers }: AppParts,
  choices: PrivacyChoices,
  demo: Demo,
  publish: Publish,
): Desk => {
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
    cacheWorker: workers.cache,
    spareCacheThread,
    notebookWorker: workers.notebook,
    actor: loginName(),
    sqliteBinding: environment.sqliteBinding,
    region: regionHere(),
    transport: createApiTransport(`postpress-inspector/${app.getVersion()}`),
    startDemo: demo.start,
    retentionMs: (id) => choices.of(id).retentionDays * 86_400_000,
    damaged: (id) => desk.recover(id).catch((error: unknown) => log('error', 'recovery', describeError(error))),
    progressed: (status) => publish('sync.progressed', status),
    changed: (accountIds) => publish('cache.changed', { accountIds }),
  })
  const desk = createDesk({
    registry,
    vault,
    damage: [registry.damage, keyFile.damage].filter((text) => text !== null).join(' ') || null,
    keyring,
    opener,
    environment: environment.api,
    changed: (state) => publish('workspaces.changed', state),
  })
  return desk
}

interface HandlerParts {
  desk: Desk
  choices: PrivacyChoices
  privacy: Privacy
  links: DeepLinks
  window: () => BrowserWindow | null
  publish: Publish
}

const handlersOf = ({ desk, choices, privacy, links, window, publish }: HandlerParts): MainHandlers => ({
  workspaces: workspaceHandlers(desk),
  accounts: accountHandlers(desk),
  attendees: attendeeHandlers(desk, regionHere()),
  people: peopleHandlers(desk, regionHere()),
  raw: rawHandlers(desk),
  cases: caseHandlers(desk, {
    save: (fileName, text) => saveText(window(), fileName, text),
    copy: privacy.clipboard.copy,
  }),
  links: linkHandlers(desk),
  sync: syncHandlers(desk),
  privacy: privacyHandlers({
    desk,
    choices,
    region: regionHere(),
    ...privacy,
    changed: (accountIds) => publish('cache.changed', { accountIds }),
  }),
  system: systemHandlers(links, privacy.clipboard),
})

/**
 * Starts everything that the window asks for: workspaces, cache, sync, privacy. When this returns, every call of the
 * contract is answered. Throws when the data folder refuses.
 */
export const startApp = (parts: AppParts): RunningApp => {
  const { environment, origin, window, workers } = parts
  const publish = createPublish(() => window()?.webContents ?? null)
  const links = createDeepLinks(() => publish('location.asked', null))
  const choices = openPrivacyChoices(join(app.getPath('userData'), 'privacy.json'))
  const demo = createDemo(workers.simulator)
  const desk = createAppDesk(parts, choices, demo, publish)
  // The window's first question waits for the answer (see `Desk.state`).
  const opened = desk.restore(environment.startWithDemo)
  const privacy = startPrivacy({ desk, choices, window })
  const answer = serve(handlersOf({ desk, choices, privacy, links, window, publish }), {
    origin,
    windowId: () => window()?.webContents.id ?? null,
  })
  // Linux learns the scheme from the installed package.
  if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient(LINK_SCHEME)
  setMenu((command) => publish('menu.chosen', { command }), !app.isPackaged)
  privacy.apply()
  app.on('browser-window-created', () => setImmediate(privacy.apply))
  powerMonitor.on('suspend', () => desk.suspend())
  powerMonitor.on('resume', () => desk.resume())
  const restored = opened.then(async () => {
    const shown = window()
    if (environment.screenshotFile === undefined || shown === null) return
    await saveScreenshotWhenSynced(shown, environment.screenshotFile, () => desk.current().sync.status().running)
  })
  return {
    answer,
    links,
    restored,
    shutdown: async () => {
      await privacy.clipboard.clear()
      await desk.shutdown()
      await demo.stop()
    },
  }
}
