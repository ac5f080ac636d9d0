import { AppError, type Failure } from '#shared/domain/errors.ts'
import type { Provider } from '#shared/domain/providers.ts'
import type { Resource } from '#shared/domain/records.ts'
import type { ResourceSync, SyncStatus } from '#shared/domain/sync.ts'
import type { Checkpoint } from '../cache/cache.ts'
import { createPaceMeter, type PaceMeter } from './pace.ts'

const EVERY: Resource[] = ['attendees', 'chats', 'members']

/**
 * The resources of an account, in the order of reading: relations on LinkedIn, follow lists and the account's own profile
 * where the API has them. What costs provider quota comes last.
 */
const RESOURCES_OF: Record<Provider, Resource[]> = {
  linkedin: [...EVERY, 'relations', 'owner', 'followers'],
  whatsapp: EVERY,
  instagram: [...EVERY, 'followers', 'following'],
  telegram: [...EVERY, 'owner'],
  x: [...EVERY, 'owner'],
  messenger: EVERY,
}

export const resourcesOf = (provider: Provider): Resource[] => RESOURCES_OF[provider]

/** The failure to show for anything thrown: a bug becomes `internal`, without its text. */
export const failureOf = (error: unknown): Failure =>
  error instanceof AppError
    ? error.failure
    : { kind: 'internal', message: 'The app failed unexpectedly during the sync.', retryable: true }

const shown = (failure: Failure | null): ResourceSync['failure'] =>
  failure && { kind: failure.kind, message: failure.message, advice: failure.advice ?? null }

type Workspace = Omit<SyncStatus, 'resources' | 'failure'> & { failure: Failure | null }

/** Where the sync of the workspace stands, in memory: the one source of `SyncStatus`. */
export interface Board {
  status(): SyncStatus
  /** Adds the account's resources that are not on the board yet, as `never`. */
  list(accountId: string, provider: Provider): void
  get(accountId: string, resource: Resource): Checkpoint | null
  /** Shows the account's resources as waiting, until their checkpoint is put or the queue is cleared. */
  queue(accountId: string, provider: Provider): void
  clearQueue(): void
  put(checkpoint: Checkpoint): void
  /** A try for what is being read of the account failed; the next one starts at `nextTryAt`, epoch ms. */
  retrying(accountId: string, nextTryAt: number): void
  patch(fields: Partial<Workspace>): void
}

const NEVER = {
  state: 'never',
  pages: 0,
  items: 0,
  problems: 0,
  startedAt: null,
  completedAt: null,
  unavailable: false,
  failure: null,
} as const

interface Slot {
  accountId: string
  resource: Resource
  checkpoint: Checkpoint | null
  queued: boolean
  meter: PaceMeter
}

const toShow = ({ accountId, resource, checkpoint, queued, meter }: Slot): ResourceSync => {
  const waiting = queued ? { state: 'queued' as const } : {}
  if (checkpoint === null) return { accountId, resource, ...NEVER, ...meter.pace(), ...waiting }
  const { state, pages, items, problems, startedAt, completedAt, unavailable, failure } = checkpoint
  const own = { state, pages, items, problems, startedAt, completedAt }
  const also = { unavailable: unavailable === true, failure: shown(failure), ...meter.pace() }
  return { accountId, resource, ...own, ...also, ...waiting }
}

/** `changed` is called after every change. `now` gives epoch ms. */
export const createBoard = (changed: () => void, now: () => number): Board => {
  const slots = new Map<string, Slot>()
  const keyOf = (accountId: string, resource: Resource): string => `${resource} ${accountId}`
  const slotOf = (accountId: string, resource: Resource): Slot => {
    const key = keyOf(accountId, resource)
    const slot = slots.get(key) ?? { accountId, resource, checkpoint: null, queued: false, meter: createPaceMeter() }
    slots.set(key, slot)
    return slot
  }
  let workspace: Workspace = {
    running: false,
    paused: false,
    connection: 'unknown',
    lastContactAt: null,
    lastCompleteAt: null,
    failure: null,
  }
  return {
    status: () => ({ ...workspace, failure: shown(workspace.failure), resources: [...slots.values()].map(toShow) }),
    list: (accountId, provider) => {
      for (const resource of resourcesOf(provider)) slotOf(accountId, resource)
      changed()
    },
    get: (accountId, resource) => slots.get(keyOf(accountId, resource))?.checkpoint ?? null,
    put: (checkpoint) => {
      const slot = slotOf(checkpoint.accountId, checkpoint.resource)
      Object.assign(slot, { checkpoint, queued: false })
      slot.meter.reached(checkpoint, now())
      changed()
    },
    queue: (accountId, provider) => {
      for (const resource of resourcesOf(provider)) slotOf(accountId, resource).queued = true
      changed()
    },
    clearQueue: () => {
      for (const slot of slots.values()) slot.queued = false
      changed()
    },
    retrying: (accountId, nextTryAt) => {
      for (const slot of slots.values()) if (slot.accountId === accountId) slot.meter.failed(Math.round(nextTryAt))
      changed()
    },
    patch: (fields) => {
      workspace = { ...workspace, ...fields }
      changed()
    },
  }
}
