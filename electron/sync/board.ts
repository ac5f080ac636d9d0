import { AppError, type Failure } from '#shared/domain/errors.ts'
import type { Provider } from '#shared/domain/providers.ts'
import type { Resource } from '#shared/domain/records.ts'
import type { ResourceSync, SyncStatus } from '#shared/domain/sync.ts'
import type { Checkpoint } from '../cache/cache.ts'

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
}

const toShow = ({ accountId, resource, checkpoint, queued }: Slot): ResourceSync => {
  const waiting = queued ? { state: 'queued' as const } : {}
  if (checkpoint === null) return { accountId, resource, ...NEVER, ...waiting }
  const { state, pages, items, problems, startedAt, completedAt, unavailable, failure } = checkpoint
  const own = {
    state,
    pages,
    items,
    problems,
    startedAt,
    completedAt,
    unavailable: unavailable === true,
    failure: shown(failure),
  }
  return { accountId, resource, ...own, ...waiting }
}

/** `changed` is called after every change. */
export const createBoard = (changed: () => void): Board => {
  const slots = new Map<string, Slot>()
  const keyOf = (accountId: string, resource: Resource): string => `${resource} ${accountId}`
  let workspace: Workspace = {
    running: false,
    connection: 'unknown',
    lastContactAt: null,
    lastCompleteAt: null,
    failure: null,
  }
  return {
    status: () => ({ ...workspace, failure: shown(workspace.failure), resources: [...slots.values()].map(toShow) }),
    list: (accountId, provider) => {
      for (const resource of resourcesOf(provider)) {
        const key = keyOf(accountId, resource)
        if (!slots.has(key)) slots.set(key, { accountId, resource, checkpoint: null, queued: false })
      }
      changed()
    },
    get: (accountId, resource) => slots.get(keyOf(accountId, resource))?.checkpoint ?? null,
    put: (checkpoint) => {
      const { accountId, resource } = checkpoint
      slots.set(keyOf(accountId, resource), { accountId, resource, checkpoint, queued: false })
      changed()
    },
    queue: (accountId, provider) => {
      for (const resource of resourcesOf(provider)) {
        const checkpoint = slots.get(keyOf(accountId, resource))?.checkpoint ?? null
        slots.set(keyOf(accountId, resource), { accountId, resource, checkpoint, queued: true })
      }
      changed()
    },
    clearQueue: () => {
      for (const [key, slot] of slots) slots.set(key, { ...slot, queued: false })
      changed()
    },
    patch: (fields) => {
      workspace = { ...workspace, ...fields }
      changed()
    },
  }
}
