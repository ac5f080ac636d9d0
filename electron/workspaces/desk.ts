import { createHash, randomUUID } from 'node:crypto'
import { AppError } from '#shared/domain/errors.ts'
import type { ConnectRequest, Workspace, WorkspaceState } from '#shared/domain/workspaces.ts'
import type { Keyring } from '../vault/keyring.ts'
import type { Vault } from '../vault/vault.ts'
import { checkConnection, parseApiKey } from './connection.ts'
import type { OpenWorkspace, WorkspaceOpener } from './open-workspace.ts'
import type { Registry, SavedWorkspace } from './registry.ts'

export const DEMO_ID = 'demo'

export interface DeskParts {
  registry: Registry
  vault: Vault
  keyring: Keyring
  opener: WorkspaceOpener
  /** A workspace given by the environment for this run: listed, never saved. */
  environment: { url: string; key: string } | undefined
  changed: (state: WorkspaceState) => void
}

/** The workspaces and the one that is open. Every change waits for the one before: two clicks never open two caches. */
export interface Desk {
  state(): Promise<WorkspaceState>
  openDemo(): Promise<WorkspaceState>
  connect(request: ConnectRequest): Promise<WorkspaceState>
  open(id: string): Promise<WorkspaceState>
  unlock(id: string, key: string, remember: boolean): Promise<WorkspaceState>
  remove(id: string): Promise<WorkspaceState>
  close(): Promise<WorkspaceState>
  /** Closes what is open and drops every key from memory. Until `reopen` everything else is refused as `locked`. */
  lock(): Promise<void>
  /** Whether a workspace is open. */
  isOpen(): boolean
  /** Unlocks, and opens again what was open. */
  reopen(): Promise<WorkspaceState>
  /** Deletes every key, then every workspace with all its files. */
  eraseAll(): Promise<WorkspaceState>
  /** The open workspace. Throws `no-workspace` and `locked`. */
  current(): OpenWorkspace
  /** Opens what was open last (or what the environment names). Never throws: a failure becomes the state's notice. */
  restore(startWithDemo: boolean): Promise<void>
  /** The computer goes to sleep, and wakes again. */
  suspend(): void
  resume(): void
  /** Closes the cache and the sync; for quitting. */
  shutdown(): Promise<void>
}

const demoWorkspace = (): SavedWorkspace => ({
  id: DEMO_ID,
  name: 'Demo workspace',
  kind: 'demo',
  url: null,
  keyLast4: null,
  keyBlob: null,
  createdAt: Date.now(),
})

const environmentWorkspace = (api: { url: string; key: string }): Workspace => ({
  // Stable per API, so that the same server finds its cache again.
  id: `environment-${createHash('sha256').update(api.url).digest('hex').slice(0, 16)}`,
  name: 'From the environment',
  kind: 'environment',
  url: api.url,
  keyState: 'session',
  keyLast4: api.key.slice(-4),
  createdAt: Date.now(),
})

/** Creates the desk. Nothing is opened yet: see `restore`. */
export const createDesk = (parts: DeskParts): Desk => {
  const { registry, vault, keyring, opener } = parts
  const environment = parts.environment === undefined ? null : environmentWorkspace(parts.environment)
  let opened: OpenWorkspace | null = null
  let environmentKey = parts.environment?.key ?? null
  let locked: { reopen: string | null } | null = null
  let notice: string | null = registry.damage
  let queue: Promise<unknown> = Promise.resolve()

  const describe = (saved: SavedWorkspace): Workspace => ({
    id: saved.id,
    name: saved.name,
    kind: saved.kind,
    url: saved.url,
    keyState: saved.kind === 'demo' ? 'builtin' : vault.state(saved.id),
    keyLast4: saved.keyLast4,
    createdAt: saved.createdAt,
  })
  const state = async (): Promise<WorkspaceState> => ({
    workspaces: [...(environment === null ? [] : [environment]), ...registry.all().map(describe)],
    current: opened?.id ?? null,
    keyring: await keyring.state(),
    locked: locked !== null,
    notice,
  })
  const lockedError = (): AppError => new AppError('locked', 'The app is locked.', { advice: 'Unlock it first.' })
  const change = (action: () => Promise<void>): Promise<WorkspaceState> => {
    const done = queue.then(async () => {
      if (locked !== null) throw lockedError()
      await action()
      const next = await state()
      parts.changed(next)
      return next
    })
    queue = done.catch(() => undefined)
    return done
  }
  const closeCurrent = async (): Promise<void> => {
    const closing = opened
    opened = null
    await closing?.close()
  }
  const openNow = async (
    workspace: Pick<Workspace, 'id' | 'name' | 'kind' | 'url'>,
    key: string | null,
  ): Promise<void> => {
    if (opened?.id === workspace.id && opened.hasKey === (key !== null)) return
    await closeCurrent()
    opened = await opener(workspace, key)
    notice = opened.told
    if (workspace.kind !== 'environment') registry.setCurrent(workspace.id)
  }
  const keyOf = async (id: string): Promise<string | null> => {
    try {
      return await vault.get(id)
    } catch (error) {
      // Opens without a key: everything cached still browses, and the window asks for the key.
      if (error instanceof AppError) notice = `${error.failure.message} ${error.failure.advice ?? ''}`.trim()
      else throw error
      return null
    }
  }
  const openById = async (id: string): Promise<void> => {
    if (environment !== null && environment.id === id) return openNow(environment, environmentKey)
    const saved = registry.find(id)
    if (saved === null) throw new AppError('not-found', 'This workspace no longer exists.')
    notice = null
    const key = saved.kind === 'demo' ? null : await keyOf(id)
    const keyNotice = notice
    await openNow(saved, key)
    notice = [...new Set([keyNotice, notice])].filter(Boolean).join(' ') || null
  }
  const openDemo = async (): Promise<void> => {
    if (registry.find(DEMO_ID) === null) registry.save(demoWorkspace())
    await openById(DEMO_ID)
  }
  const keep = async (saved: SavedWorkspace, key: string, remember: boolean): Promise<void> => {
    const before = registry.find(saved.id)
    registry.save(saved)
    try {
      await vault.put(saved.id, key, remember)
    } catch (error) {
      if (before === null) registry.remove(saved.id)
      else registry.save(before)
      throw error
    }
  }

  return {
    state,
    openDemo: () => change(openDemo),
    connect: (request) =>
      change(async () => {
        const { url, key } = await checkConnection(request, opener.transport)
        const same = registry.all().find((workspace) => workspace.url === url)
        const name = request.name.trim() || new URL(url).host
        const saved: SavedWorkspace = {
          id: same?.id ?? randomUUID(),
          name,
          kind: 'connected',
          url,
          keyLast4: key.slice(-4),
          keyBlob: same?.keyBlob ?? null,
          createdAt: same?.createdAt ?? Date.now(),
        }
        await keep(saved, key, request.remember)
        if (opened?.id === saved.id) await closeCurrent()
        await openNow(saved, key)
      }),
    open: (id) => change(() => openById(id)),
    unlock: (id, rawKey, remember) =>
      change(async () => {
        const saved = registry.find(id)
        if (saved?.url == null) throw new AppError('not-found', 'This workspace no longer exists.')
        const key = parseApiKey(rawKey)
        await checkConnection({ url: saved.url, key }, opener.transport)
        await keep({ ...saved, keyLast4: key.slice(-4) }, key, remember)
        if (opened?.id === id) await closeCurrent()
        await openById(id)
      }),
    remove: (id) =>
      change(async () => {
        if (registry.find(id) === null) throw new AppError('not-found', 'This workspace no longer exists.')
        vault.forget(id)
        if (opened?.id === id) await closeCurrent()
        await opener.erase(id)
        registry.remove(id)
      }),
    close: () =>
      change(async () => {
        await closeCurrent()
        registry.setCurrent(null)
      }),
    lock: async () => {
      if (locked !== null) return
      // At once: whatever is asked from now on is refused, also while a change still waits.
      locked = { reopen: opened?.id ?? null }
      // A change that was under way may still open something.
      const done = queue.then(closeCurrent).then(() => {
        vault.lock()
        environmentKey = null
      })
      queue = done.catch(() => undefined)
      await done
      parts.changed(await state())
    },
    isOpen: () => opened !== null,
    reopen: async () => {
      const id = locked?.reopen ?? null
      await queue
      locked = null
      return change(async () => {
        if (id !== null) await openById(id)
      })
    },
    eraseAll: () =>
      change(async () => {
        // Without its key nothing that is left of a file can be read.
        for (const { id } of registry.all()) vault.forget(id)
        vault.lock()
        environmentKey = null
        const ids = [...registry.all().map(({ id }) => id), ...(environment === null ? [] : [environment.id])]
        await closeCurrent()
        for (const id of ids) {
          await opener.erase(id)
          registry.remove(id)
        }
        notice = null
      }),
    current: () => {
      if (locked !== null) throw lockedError()
      if (opened !== null) return opened
      throw new AppError('no-workspace', 'No workspace is open.', { advice: 'Open or connect a workspace first.' })
    },
    suspend: () => opened?.suspend(),
    resume: () => opened?.resume(),
    restore: async (startWithDemo) => {
      const id = environment?.id ?? registry.current()
      try {
        if (id !== null) await change(() => openById(id))
        else if (startWithDemo) await change(openDemo)
      } catch (error) {
        notice = error instanceof AppError ? error.failure.message : 'The last workspace could not be opened.'
        parts.changed(await state())
      }
    },
    shutdown: async () => {
      await queue
      await closeCurrent()
    },
  }
}
