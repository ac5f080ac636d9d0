import { create } from 'zustand'
import type { SyncReport, SyncStatus } from '#shared/domain/sync.ts'
import { ask, listen } from './api.ts'
import { tellFailure } from './toast-store.ts'

interface SyncState {
  /** null until the first answer. */
  status: SyncStatus | null
  /** null until asked for. */
  report: SyncReport | null
}

/** Where the sync of the open workspace stands. */
export const useSyncStore = create<SyncState>()(() => ({ status: null, report: null }))

/** Reads the state once; afterwards `followSync` keeps it fresh. */
export const loadSync = async (): Promise<void> => {
  const outcome = await ask((api) => api.sync.status(null))
  if (outcome.ok) useSyncStore.setState({ status: outcome.value })
  else tellFailure('Reading the sync state failed.', outcome.error)
}

/** Follows progress. */
export const followSync = (): void => {
  listen('sync.progressed', (status) => useSyncStore.setState({ status }))
}

/** Reads the sync log, the data problems and who is no longer reported. */
export const loadReport = async (): Promise<void> => {
  const outcome = await ask((api) => api.sync.report(null))
  if (outcome.ok) useSyncStore.setState({ report: outcome.value })
  else tellFailure('Reading the sync log failed.', outcome.error)
}

/** Syncs one account, or all with null. `rest`: only what was not read to its end. */
export const startSync = async (accountId: string | null, depth: 'full' | 'rest' = 'full'): Promise<void> => {
  const outcome = await ask((api) => api.sync.start({ accountId, depth }))
  if (outcome.ok) useSyncStore.setState({ status: outcome.value })
  else tellFailure('Sync did not start.', outcome.error)
}

export const cancelSync = async (): Promise<void> => {
  const outcome = await ask((api) => api.sync.cancel(null))
  if (outcome.ok) useSyncStore.setState({ status: outcome.value })
  else tellFailure('Sync could not be cancelled.', outcome.error)
}

/** Holds the run after the pages that are under way. */
export const pauseSync = async (): Promise<void> => {
  const outcome = await ask((api) => api.sync.pause(null))
  if (outcome.ok) useSyncStore.setState({ status: outcome.value })
  else tellFailure('Sync could not be paused.', outcome.error)
}

export const resumeSync = async (): Promise<void> => {
  const outcome = await ask((api) => api.sync.resume(null))
  if (outcome.ok) useSyncStore.setState({ status: outcome.value })
  else tellFailure('Sync could not be resumed.', outcome.error)
}

/** Forgets the state of the workspace that was left. */
export const resetSync = (): void => useSyncStore.setState({ status: null, report: null })
