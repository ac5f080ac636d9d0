import type { Failure } from '#shared/domain/errors.ts'
import { ask } from '../../state/api.ts'
import { tellFailure } from '../../state/toast-store.ts'
import { useWorkspaceStore } from '../../state/workspace-store.ts'

/** Locks at once; the window starts over with the lock screen. */
export const lockNow = async (): Promise<void> => {
  const outcome = await ask((api) => api.privacy.lock(null))
  if (!outcome.ok) tellFailure('The app was not locked.', outcome.error)
}

/** Unlocks and opens again what was open. Answers why it could not. */
export const unlockApp = async (key: string | null): Promise<Failure | null> => {
  const outcome = await ask((api) => api.privacy.unlock({ key }))
  if (!outcome.ok) return outcome.error
  useWorkspaceStore.setState({ workspaces: outcome.value, failure: null })
  return null
}
