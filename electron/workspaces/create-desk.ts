import { randomUUID } from 'node:crypto'
import { AppError } from '#shared/domain/errors.ts'
import type { UnopenedWorkspace, Workspace, WorkspaceState } from '#shared/domain/workspaces.ts'
import { Unopened } from '../vault/unopened.ts'
import { checkConnection, parseApiKey } from './connection.ts'
import type { Desk, DeskParts } from './desk.ts'
import type { OpenWorkspace, WorkspaceKeys } from './open-workspace.ts'
import type { SavedWorkspace } from './registry.ts'
import { DEMO_ID, demoWorkspace, environmentWorkspace } from './special-workspaces.ts'

/** Creates the desk. Nothing is opened yet: see `restore`. */
export const createDesk = (parts: DeskParts): Desk => {
  const { registry, vault, keyring, opener } = parts
  const environment = parts.environment === undefined ? null : environmentWorkspace(parts.environment)
  let opened: OpenWorkspace | null = null
  let environmentKey = parts.environment?.key ?? null
  let locked: { reopen: string | null } | null = null
  let notice: string | null = parts.damage
  let unopened: UnopenedWorkspace | null = null
  let queue: Promise<unknown> = Promise.resolve()

  const describe = (saved: SavedWorkspace): Workspace => ({
    id: saved.id,
    name: saved.name,
    kind: saved.kind,
    url: saved.url,
    keyState: saved.kind === 'demo' ? 'builtin' : vault.state(saved.id),
    keyLast4: saved.keyLast4,
    keySince: vault.since(saved.id),
    createdAt: saved.createdAt,
  })
  const state = async (): Promise<WorkspaceState> => ({
    workspaces: [...(environment === null ? [] : [environment]), ...registry.all().map(describe)],
    current: opened?.id ?? null,
    unopened,
    keyring: await keyring.state(),
    locked: locked !== null,
    notice,
  })
  const lockedError = (): AppError => new AppError('locked', 'The app is locked.', { advice: 'Unlock it first.' })
  const keyAgain = (): AppError =>
    new AppError('no-key', 'The API key of this workspace came with the start of the app and was dropped.', {
      advice: 'Enter it again.',
    })
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
  const closeCurrent = async (keep = false): Promise<void> => {
    const closing = opened
    opened = null
    await closing?.close(keep)
  }
  /** Which one is opened at the next start is a convenience: a full disk costs it, not the workspace. */
  const rememberCurrent = (id: string | null): void => {
    try {
      registry.setCurrent(id)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { message, advice } = error.failure
      notice = [notice, message, advice, 'At the next start, choose the workspace yourself.'].filter(Boolean).join(' ')
    }
  }
  const openNow = async (
    workspace: Pick<Workspace, 'id' | 'name' | 'kind' | 'url'>,
    keys: WorkspaceKeys,
  ): Promise<void> => {
    if (opened?.id === workspace.id && opened.hasKey === (keys.apiKey !== null)) return
    await closeCurrent()
    const opening = await opener(workspace, keys)
    opened = opening
    notice = opening.told
    void opening.toldLater.then(async (text) => {
      if (text === null || opened !== opening) return
      notice = [notice, text].filter(Boolean).join(' ')
      parts.changed(await state())
    })
    if (workspace.kind !== 'environment') rememberCurrent(workspace.id)
  }
  const keysOf = async ({ id, kind }: Pick<Workspace, 'id' | 'kind'>): Promise<WorkspaceKeys> => {
    if (kind === 'demo') return { apiKey: null, data: vault.openDataKey(id) }
    if (kind === 'environment') {
      if (environmentKey === null) throw keyAgain()
      return { apiKey: environmentKey, data: vault.givenDataKey(id, environmentKey) }
    }
    const data = await vault.dataKey(id)
    return { apiKey: await vault.get(id), data }
  }
  /** Keeps why a workspace stays closed, for the window; whatever was open is closed. */
  const leaveUnopened = async (id: string, error: unknown): Promise<void> => {
    if (!(error instanceof AppError)) throw error
    const reason = error instanceof Unopened ? error.reason : 'storage'
    if (reason === 'storage' && error.failure.kind !== 'storage') throw error
    await closeCurrent()
    const { message, advice = null } = error.failure
    unopened = { id, reason, message, advice }
    if (registry.find(id) !== null) rememberCurrent(id)
  }
  const openById = async (id: string): Promise<void> => {
    const workspace = environment?.id === id ? environment : registry.find(id)
    if (workspace === null) throw new AppError('not-found', 'This workspace no longer exists.')
    unopened = null
    try {
      await openNow(workspace, await keysOf(workspace))
    } catch (error) {
      await leaveUnopened(id, error)
    }
  }
  const openDemo = async (): Promise<void> => {
    if (registry.find(DEMO_ID) === null) registry.save(demoWorkspace())
    await openById(DEMO_ID)
  }
  const savedOf = (id: string): SavedWorkspace & { url: string } => {
    const saved = registry.find(id)
    if (saved === null || saved.url === null) throw new AppError('not-found', 'This workspace no longer exists.')
    return { ...saved, url: saved.url }
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
    state: () => queue.then(state),
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
        await openById(saved.id)
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
        if (unopened?.id === id) unopened = null
        await opener.erase(id)
        registry.remove(id)
      }),
    enterPassphrase: (id, passphrase) =>
      change(async () => {
        await vault.enterPassphrase(id, passphrase)
        await openById(id)
      }),
    setPassphrase: (id, passphrase) =>
      change(async () => {
        savedOf(id)
        const reopen = opened?.id === id && !opened.lasting
        await vault.setPassphrase(id, passphrase)
        // What was for this session only lasts from now on.
        if (!reopen) return
        await closeCurrent(true)
        await openById(id)
      }),
    testKey: async (id) => {
      if (locked !== null) throw lockedError()
      const { url } = savedOf(id)
      const key = await vault.get(id)
      if (key === null)
        throw new AppError('no-key', 'The API key of this workspace is not on this computer.', {
          advice: 'Enter the key first.',
        })
      await checkConnection({ url, key }, opener.transport)
    },
    removeKey: (id) =>
      change(async () => {
        registry.save({ ...savedOf(id), keyLast4: null })
        vault.removeKey(id)
        if (opened?.id !== id) return
        await closeCurrent()
        await openById(id)
      }),
    startOver: (id) =>
      change(async () => {
        // The key first: without it nothing that is left of a file can be read.
        registry.save({ ...savedOf(id), keyLast4: null })
        vault.forget(id)
        if (opened?.id === id) await closeCurrent()
        await opener.erase(id)
        await openById(id)
      }),
    recover: (id) =>
      change(async () => {
        if (opened?.id !== id) return
        await closeCurrent()
        await openById(id)
      }),
    close: () =>
      change(async () => {
        await closeCurrent()
        unopened = null
        rememberCurrent(null)
      }),
    lock: async () => {
      if (locked !== null) return
      // At once: whatever is asked from now on is refused, also while a change still waits.
      locked = { reopen: opened?.id ?? unopened?.id ?? null }
      unopened = null
      // A change that was under way may still open something.
      const done = queue
        .then(() => closeCurrent())
        // Also when a file could not be closed well: a lock that keeps the keys is none.
        .finally(() => {
          vault.lock()
          environmentKey = null
        })
      queue = done.catch(() => undefined)
      await done
      parts.changed(await state())
    },
    isOpen: () => opened !== null,
    reopen: async (rawKey) => {
      const id = locked?.reopen ?? null
      await queue
      if (environment?.url != null && id === environment.id && environmentKey === null) {
        if (rawKey === null) throw keyAgain()
        environmentKey = (await checkConnection({ url: environment.url, key: rawKey }, opener.transport)).key
      }
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
        unopened = null
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
