import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MainHandlers } from '#shared/ipc/contract.ts'
import { createDeepLinks, type DeepLinks } from '../../deep-links.ts'
import { openLog } from '../../log.ts'
import { type RunningSimulator, startSimulator } from '../../postpress/simulator/server.ts'
import { fetchTransport } from '../../postpress/transport.ts'
import { openPrivacyChoices } from '../../privacy/settings-file.ts'
import { createVault } from '../../vault/vault.ts'
import { openVaultFile } from '../../vault/vault-file.ts'
import { createDesk } from '../../workspaces/create-desk.ts'
import type { Desk } from '../../workspaces/desk.ts'
import { createOpener, type WorkspaceOpener } from '../../workspaces/open-workspace.ts'
import { openRegistry } from '../../workspaces/registry.ts'
import { accountHandlers } from '../accounts.ts'
import { attendeeHandlers } from '../attendees.ts'
import { caseHandlers } from '../cases.ts'
import { linkHandlers } from '../links.ts'
import { peopleHandlers } from '../people.ts'
import { privacyHandlers } from '../privacy.ts'
import { rawHandlers } from '../raw.ts'
import { syncHandlers } from '../sync.ts'
import { systemHandlers } from '../system.ts'
import { workspaceHandlers } from '../workspaces.ts'

/** Every handler of the app on real files, real threads and a real server: all but Electron itself. */
export interface RealApp {
  /** Where all its files are. */
  folder: string
  logFile: string
  simulator: RunningSimulator
  desk: Desk
  links: DeepLinks
  handlers: MainHandlers
  stop(): Promise<void>
}

const openerIn = (folder: string, simulator: RunningSimulator): WorkspaceOpener => {
  const real = fetchTransport(fetch)
  return createOpener({
    dataDir: folder,
    cacheWorker: new URL('../../cache/worker.ts', import.meta.url),
    notebookWorker: new URL('../../notebook/worker.ts', import.meta.url),
    actor: 'tester',
    sqliteBinding: undefined,
    region: 'FR',
    // Nothing leaves this computer.
    transport: (request) =>
      request.url.startsWith(simulator.url) ? real(request) : Promise.reject(new TypeError('fetch failed')),
    startDemo: async () => ({ url: simulator.url, key: simulator.key, stop: async () => undefined }),
    retentionMs: () => 1e12,
    damaged: () => undefined,
    progressed: () => undefined,
    changed: () => undefined,
  })
}

const handlersOf = (folder: string, desk: Desk, links: DeepLinks): MainHandlers => ({
  workspaces: workspaceHandlers(desk),
  accounts: accountHandlers(desk),
  attendees: attendeeHandlers(desk, 'FR'),
  people: peopleHandlers(desk, 'FR'),
  raw: rawHandlers(desk),
  cases: caseHandlers(desk, { save: async () => null, copy: async () => undefined }),
  links: linkHandlers(desk),
  sync: syncHandlers(desk),
  privacy: privacyHandlers({
    desk,
    choices: openPrivacyChoices(join(folder, 'privacy.json')),
    region: 'FR',
    save: { ask: async () => null, folder },
    lock: desk.lock,
    eraseAll: async () => void (await desk.eraseAll()),
    apply: () => undefined,
    changed: () => undefined,
  }),
  system: systemHandlers(links, { copy: async () => undefined, clear: async () => undefined }),
})

/** Starts it in a new folder, with no workspace open. Electron's own modules must be mocked by the caller. */
export const startRealApp = async (): Promise<RealApp> => {
  const folder = mkdtempSync(join(tmpdir(), 'inspector-real-app-'))
  const logFile = join(folder, 'inspector.log')
  openLog(logFile)
  const simulator = await startSimulator({ attendees: 200, newerServer: true })
  const keyring = {
    state: async () => ({ available: true, explanation: '', backend: 'test' }),
    protect: async (plain: string) => Buffer.from(`v11${plain}`),
    reveal: async (blob: Buffer) => blob.toString().slice(3),
  }
  const desk = createDesk({
    registry: openRegistry(join(folder, 'workspaces.json')),
    vault: createVault({ keyring, file: openVaultFile(join(folder, 'vault.json')) }),
    keyring,
    opener: openerIn(folder, simulator),
    damage: null,
    environment: undefined,
    changed: () => undefined,
  })
  const links = createDeepLinks(() => undefined)
  const stop = async (): Promise<void> => {
    await desk.shutdown()
    await simulator.stop()
    rmSync(folder, { recursive: true })
  }
  return { folder, logFile, simulator, desk, links, handlers: handlersOf(folder, desk, links), stop }
}
