import { create } from 'zustand'
import type { SyncStatus } from '#shared/domain/sync.ts'
import { ask, listen } from './api.ts'
import { tellFailure } from './toast-store.ts'

interface SyncState {
  /** null until the first answer. */
  status: SyncStatus | null
}

/** Where the sync of the open workspace stands. */
export const useSyncStore = create<SyncState>()(() => ({ status: null }))

/** Reads the state once; afterwards `followSync` keeps it fresh. */
export const loadSync = async (): Promise<void> => {
  const outcome = await ask((api) => api.sync.status(null))
  if (outcome.ok) useSyncStore.setState({ status: outcome.value })
  else tellFailure('Reading the sync state failed.', outcome.error)
}

/** Follows progress; returns the unsubscribe function. */
export const followSync = (): (() => void) => listen('sync.progressed', (status) => useSyncStore.setState({ status }))

/** Syncs one account, or all with null. */
export const startSync = async (accountId: string | null): Promise<void> => {
  const outcome = await ask((api) => api.sync.start({ accountId }))
  if (outcome.ok) useSyncStore.setState({ status: outcome.value })
  else tellFailure('Sync did not start.', outcome.error)
}

export const cancelSync = async (): Promise<void> => {
  const outcome = await ask((api) => api.sync.cancel(null))
  if (outcome.ok) useSyncStore.setState({ status: outcome.value })
  else tellFailure('Sync could not be cancelled.', outcome.error)
}

/** Forgets the state of the workspace that was left. */
export const resetSync = (): void => useSyncStore.setState({ status: null })
