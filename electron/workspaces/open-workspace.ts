import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#shared/domain/errors.ts'
import type { RawKeeping } from '#shared/domain/raw.ts'
import type { SyncStatus } from '#shared/domain/sync.ts'
import type { Workspace } from '#shared/domain/workspaces.ts'
import type { Cache } from '../cache/cache.ts'
import { openCache } from '../cache/thread.ts'
import { type Converter, createConverter } from '../convert/converter.ts'
import { createClient, type PostpressClient } from '../postpress/client.ts'
import { systemClock } from '../postpress/clock.ts'
import type { Transport } from '../postpress/transport.ts'
import { createResolver, type Resolver } from '../resolve/resolver.ts'
import { watchConnection } from '../resolve/watch-connection.ts'
import { createSync, type Sync } from '../sync/engine.ts'
import { createSchedule } from '../sync/schedule.ts'
import type { DemoServer } from './demo.ts'

/** One open workspace: its cache, its client, its sync. */
export interface OpenWorkspace {
  id: string
  hasKey: boolean
  cache: Cache
  sync: Sync
  resolve: Resolver
  convert: Converter
  /** Switches keeping answers as received on or off; off deletes what was kept. */
  keepRaw(on: boolean): Promise<RawKeeping>
  /** When the next update is due, epoch ms; null without a key. */
  nextSyncAt(): number | null
  /** The computer goes to sleep, and wakes: no update is due in between. */
  suspend(): void
  resume(): void
  close(): Promise<void>
}

export interface OpenerParts {
  dataDir: string
  cacheWorker: URL
  sqliteBinding: string | undefined
  transport: Transport
  /** Country of phone numbers that are written without country code. */
  region: string | undefined
  startDemo: () => Promise<DemoServer>
  progressed: (status: SyncStatus) => void
  changed: (accountIds: string[]) => void
}

/** Opens a workspace's cache and, when there is a key, its client. Throws `storage` when the cache cannot open. */
export type WorkspaceOpener = ((
  workspace: Pick<Workspace, 'id' | 'kind' | 'url'>,
  key: string | null,
) => Promise<OpenWorkspace>) & {
  transport: Transport
  /** Deletes everything cached for a workspace (database, WAL and shared memory). */
  erase(id: string): Promise<void>
}

const fileOf = (dataDir: string, id: string): string => join(dataDir, 'caches', `${id}.sqlite`)

const lockedClient = (): PostpressClient => {
  throw new AppError('no-key', 'The API key of this workspace is not on this computer.', {
    advice: 'Enter the key to sync and to look people up; everything cached still browses.',
  })
}

/** A workspace that was never synced to the end, or whose last run was cut off, continues by itself. */
const needsSync = async (cache: Cache, sync: Sync): Promise<boolean> =>
  sync.status().lastCompleteAt === null ||
  (await cache.checkpoints()).some(({ state }) => state === 'running' || state === 'interrupted')

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
    key: string | null,
  ): Promise<OpenWorkspace> => {
    const endpoint = await endpointOf(workspace, key)
    const cache = await openCache({
      workerUrl: parts.cacheWorker,
      file: fileOf(parts.dataDir, workspace.id),
      ...(parts.sqliteBinding === undefined ? {} : { nativeBinding: parts.sqliteBinding }),
    })
    let keepsRaw = (await cache.rawKeeping()).on
    const client =
      endpoint === null
        ? null
        : createClient({
            ...endpoint,
            transport: parts.transport,
            onRetry: (id, at) => sync.retrying(id, at),
            keepsRaw: () => keepsRaw,
          })
    const getClient = client === null ? lockedClient : () => client
    const sync: Sync = await createSync({
      cache,
      client: getClient,
      now: Date.now,
      onProgress: parts.progressed,
      onChanged: parts.changed,
    })
    if (client !== null && (await needsSync(cache, sync)))
      sync.start({ accountId: null, depth: 'rest', cause: 'opened' })
    const schedule = createSchedule(systemClock, Math.random, () => {
      if (client !== null) sync.start({ accountId: null, depth: 'update', cause: 'scheduled' })
    })
    return {
      id: workspace.id,
      hasKey: key !== null,
      cache,
      sync,
      convert: createConverter({ cache, now: Date.now, region: parts.region }),
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
      close: async () => {
        schedule.stop()
        await sync.stop()
        await cache.close()
      },
    }
  }

  return Object.assign(open, {
    transport: parts.transport,
    erase: async (id: string) => {
      const file = fileOf(parts.dataDir, id)
      for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
    },
  })
}
