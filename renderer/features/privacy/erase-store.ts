import { create } from 'zustand'
import type { Failure } from '#shared/domain/errors.ts'
import { ask } from '../../state/api.ts'
import { useWorkspaceStore } from '../../state/workspace-store.ts'

interface EraseState {
  asking: boolean
  busy: boolean
  failure: Failure | null
}

const CLOSED: EraseState = { asking: false, busy: false, failure: null }

/** Erasing everything: asked first. */
export const useEraseStore = create<EraseState>()(() => CLOSED)

export const askToErase = (): void => useEraseStore.setState({ ...CLOSED, asking: true })
export const closeErase = (): void => useEraseStore.setState(CLOSED)

export const eraseEverything = async (): Promise<void> => {
  if (useEraseStore.getState().busy) return
  useEraseStore.setState({ busy: true, failure: null })
  const outcome = await ask((api) => api.privacy.eraseAll({ confirmed: 'erase everything' }))
  if (!outcome.ok) return useEraseStore.setState({ busy: false, failure: outcome.error })
  useEraseStore.setState(CLOSED)
  useWorkspaceStore.setState({ workspaces: outcome.value, failure: null })
}
