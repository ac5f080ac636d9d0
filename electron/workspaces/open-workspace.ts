import type { Worker } from 'node:worker_threads'
import { AppError } from '#shared/domain/errors.ts'
import type { RawKeeping } from '#shared/domain/raw.ts'
import type { SyncStatus } from '#shared/domain/sync.ts'
import type { Workspace } from '#shared/domain/workspaces.ts'
import type { Cache } from '../cache/cache.ts'
import { openCache } from '../cache/thread.ts'
import { type Converter, createConverter } from '../convert/converter.ts'
import { describeError, log } from '../log.ts'
import type { Notebook } from '../notebook/notebook.ts'
import { createClient, type PostpressClient } from '../postpress/client.ts'
import { systemClock } from '../postpress/clock.ts'
import type { Transport } from '../postpress/transport.ts'
import { createResolver, type Resolver } from '../resolve/resolver.ts'
import { watchConnection } from '../resolve/watch-connection.ts'
import { markSuspect } from '../storage/marks.ts'
import { createSync, type Sync } from '../sync/engine.ts'
import { createSchedule } from '../sync/schedule.ts'
import type { DataKey } from '../vault/vault.ts'
import type { DemoServer } from './demo.ts'
import { startRetention } from './retention.ts'
import { openServerClock } from './server-clock.ts'
import { eraseCache, eraseFiles, eraseFleeting, erasePlainCache, filesOf, keepFleeting } from './workspace-files.ts'
import { type NotebookParts, workspaceNotebook } from './workspace-notebook.ts'

/** One open workspace: its cache, its client, its sync. */
export interface OpenWorkspace {
  id: string
  hasKey: boolean
  cache: Cache
  /** What people made in this workspace. Rejects with `storage` when its file cannot be opened; all else works then. */
  notebook(): Promise<Notebook>
  /** False: cache and notebook are gone when the workspace is closed, because nothing protects them on this computer. */
  lasting: boolean
  /** What people must be told about the opening of the cache. */
  told: string | null
  /** The same about the notebook, once it was opened. Never rejects. */
  toldLater: Promise<string | null>
  sync: Sync
  resolve: Resolver
  convert: Converter
  /** Deletes what was not seen for as long as this workspace keeps people; answers how many people went. */
  applyRetention(): Promise<number>
  /** Switches keeping answers as received on or off; off deletes what was kept. */
  keepRaw(on: boolean): Promise<RawKeeping>
  /** When the next update is due, epoch ms; null without a key. */
  nextSyncAt(): number | null
  /** The computer goes to sleep, and wakes: no update is due in between. */
  suspend(): void
  resume(): void
  /** `keep`: its key is kept from now on, so its files are too. */
  close(keep?: boolean): Promise<void>
}

export interface OpenerParts extends NotebookParts {
  dataDir: string
  cacheWorker: URL
  /** Hands out a thread of `cacheWorker` that started already, if there is one. */
  spareCacheThread?: () => Worker | null
  transport: Transport
  /** Country of phone numbers that are written without country code. */
  region: string | undefined
  startDemo: () => Promise<DemoServer>
  /** How long a workspace keeps people who are not seen any more, ms. */
  retentionMs: (workspaceId: string) => number
  /** The cache of the open workspace turned out to be damaged: opened again, it is set aside and begun anew. */
  damaged: (workspaceId: string) => void
  progressed: (status: SyncStatus) => void
  changed: (accountIds: string[]) => void
}

/** What a workspace is opened with. */
export interface WorkspaceKeys {
  /** Null: everything cached browses, and nothing is asked of the API. */
  apiKey: string | null
  /** The key of its files. */
  data: DataKey
}

/** Opens a workspace's cache and, when there is a key, its client. Throws `storage` when the cache cannot open. */
export type WorkspaceOpener = ((
  workspace: Pick<Workspace, 'id' | 'kind' | 'url'>,
  keys: WorkspaceKeys,
) => Promise<OpenWorkspace>) & {
  transport: Transport
  /** Deletes everything cached for a workspace (database, WAL and shared memory). What people made stays. */
  eraseCache(id: string): Promise<void>
  /** Deletes everything of a workspace: cache, notebook and its copies. */
  erase(id: string): Promise<void>
}

const lockedClient = (): PostpressClient => {
  throw new AppError('no-key', 'The API key of this workspace is not on this computer.', {
    advice: 'Enter the key to sync and to look people up; everything cached still browses.',
  })
}

/** A workspace that was never synced to the end, or whose last run was cut off, continues by itself. */
const needsSync = async (cache: Cache, sync: Sync): Promise<boolean> =>
  sync.status().lastCompleteAt === null ||
  (await cache.checkpoints()).some(({ state }) => state === 'running' || state === 'interrupted')

const LATELY_MS = 24 * 60 * 60 * 1_000

/** Whether whoever is still reported was seen within a day. */
const wasSyncedLately = (sync: Sync): boolean => {
  const { lastCompleteAt } = sync.status()
  return lastCompleteAt !== null && Math.abs(Date.now() - lastCompleteAt) < LATELY_MS
}

/** Creates the opener. The demo server starts with the first opening of the demo workspace and lives until the app quits. */
export const createOpener = (parts: OpenerParts): WorkspaceOpener => {
  const endpointOf = async (
    workspace: Pick<Workspace, 'kind' | 'url'>,
    key: string | null,
  ): Promise<{ url: string; key: string } | null> => {
    if (workspace.kind === 'demo') return parts.startDemo()
    return workspace.url === null || key === null ? null : { url: workspace.url, key }
  }

  const open = async (
    workspace: Pick<Workspace, 'id' | 'kind' | 'url'>,
    { apiKey: key, data }: WorkspaceKeys,
  ): Promise<OpenWorkspace> => {
    const endpoint = await endpointOf(workspace, key)
    const files = filesOf(parts.dataDir, workspace.id, data.lasting)
    if (!data.lasting) erasePlainCache(parts.dataDir, workspace.id)
    const cache = await openCache({
      workerUrl: parts.cacheWorker,
      spareThread: parts.spareCacheThread,
      file: files.cache,
      key: data.bytes,
      keyProven: data.proven,
      onDamaged: () => {
        try {
          markSuspect(files.cache)
        } catch (error) {
          // Without the mark it would open as it is, again and again: the next start finds the damage anew.
          return log('error', 'recovery', describeError(error))
        }
        parts.damaged(workspace.id)
      },
      ...(parts.sqliteBinding === undefined ? {} : { nativeBinding: parts.sqliteBinding }),
    })
    void cache.reading.then((failure) => failure && log('error', 'cache reader', describeError(failure)))
    const notebook = workspaceNotebook(parts, files.notebook, data, cache)
    const retentionFailed = (error: unknown): void => log('error', 'retention', describeError(error))
    let client: PostpressClient | null = null
    const getClient = (): PostpressClient => client ?? lockedClient()
    // What the cache is asked before anything is shown, at once: the window waits for it.
    const [keeping, serverClock, sync] = await Promise.all([
      cache.rawKeeping(),
      openServerClock(cache, systemClock, retentionFailed),
      createSync({
        cache,
        client: getClient,
        now: Date.now,
        onProgress: parts.progressed,
        onChanged: parts.changed,
      }),
    ])
    let keepsRaw = keeping.on
    if (endpoint !== null)
      client = createClient({
        ...endpoint,
        transport: serverClock.watch(parts.transport),
        onRetry: sync.retrying,
        keepsRaw: () => keepsRaw,
      })
    // A cache with people in it knows who was forgotten; one that is read anew must learn it before the first answer.
    const due = client !== null && (await needsSync(cache, sync))
    if (due) await notebook.tried()
    else notebook.soon()
    const retention = startRetention(cache, {
      clock: systemClock,
      now: serverClock.earlier,
      keepMs: () => parts.retentionMs(workspace.id),
      syncFirst: () => client !== null && !wasSyncedLately(sync),
      changed: parts.changed,
      failed: retentionFailed,
    })
    if (due) sync.start({ accountId: null, depth: 'rest', cause: 'opened' })
    const schedule = createSchedule(systemClock, Math.random, () => {
      if (client !== null) sync.start({ accountId: null, depth: 'update', cause: 'scheduled' })
    })
    return {
      id: workspace.id,
      hasKey: key !== null,
      cache,
      notebook: notebook.get,
      lasting: data.lasting,
      told: cache.told,
      toldLater: notebook.told,
      sync,
      convert: createConverter({ cache, now: Date.now, region: parts.region }),
      applyRetention: retention.apply,
      resolve: watchConnection(
        createResolver({ cache, client: getClient, now: Date.now, region: parts.region }),
        sync.reached,
      ),
      keepRaw: async (on) => {
        // Answers under way may still bring what was received: the cache decides once more when it saves them.
        const keeping = await cache.keepRaw(on)
        keepsRaw = keeping.on
        return keeping
      },
      nextSyncAt: () => (client === null ? null : schedule.nextAt()),
      suspend: schedule.suspend,
      resume: schedule.resume,
      close: async (keep = false) => {
        schedule.stop()
        retention.stop()
        await sync.stop()
        await notebook.close()
        await cache.close()
        if (keep) keepFleeting(parts.dataDir, workspace.id)
        if (!data.lasting) eraseFleeting(parts.dataDir, workspace.id)
      },
    }
  }

  return Object.assign(open, {
    transport: parts.transport,
    eraseCache: async (id: string) => eraseCache(parts.dataDir, id),
    erase: async (id: string) => eraseFiles(parts.dataDir, id),
  })
}
