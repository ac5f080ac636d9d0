import { create } from 'zustand'
import type { Failure } from '#shared/domain/errors.ts'
import type { ConnectRequest, Workspace, WorkspaceState } from '#shared/domain/workspaces.ts'
import type { Api } from '#shared/ipc/contract.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { ask, listen } from './api.ts'

interface State {
  /** null until the first answer. */
  workspaces: WorkspaceState | null
  /** The first answer never came. */
  failure: Failure | null
}

/** The workspaces of this computer and which one is open. */
export const useWorkspaceStore = create<State>()(() => ({ workspaces: null, failure: null }))

/** The open workspace, or null. */
export const currentWorkspace = (state: State): Workspace | null =>
  state.workspaces?.workspaces.find((workspace) => workspace.id === state.workspaces?.current) ?? null

const change = async (run: (api: Api) => Promise<Outcome<WorkspaceState>>): Promise<Failure | null> => {
  const outcome = await ask(run)
  if (!outcome.ok) return outcome.error
  useWorkspaceStore.setState({ workspaces: outcome.value, failure: null })
  return null
}

/** Reads the first state; its failure is kept, because nothing can be shown without it. */
export const loadWorkspaces = async (): Promise<void> => {
  const failure = await change((api) => api.workspaces.state(null))
  useWorkspaceStore.setState({ failure })
}

export const followWorkspaces = (): void => {
  listen('workspaces.changed', (workspaces) => useWorkspaceStore.setState({ workspaces, failure: null }))
}

/** Each answers with the failure to show, or null when the workspace is open. */
export const openDemo = (): Promise<Failure | null> => change((api) => api.workspaces.openDemo(null))
export const openWorkspace = (id: string): Promise<Failure | null> => change((api) => api.workspaces.open({ id }))
export const removeWorkspace = (id: string): Promise<Failure | null> => change((api) => api.workspaces.remove({ id }))
export const connectWorkspace = (request: ConnectRequest): Promise<Failure | null> =>
  change((api) => api.workspaces.connect(request))
export const unlockWorkspace = (id: string, key: string, remember: boolean): Promise<Failure | null> =>
  change((api) => api.workspaces.unlock({ id, key, remember }))
export const enterPassphrase = (id: string, passphrase: string): Promise<Failure | null> =>
  change((api) => api.workspaces.enterPassphrase({ id, passphrase }))
export const setPassphrase = (id: string, passphrase: string): Promise<Failure | null> =>
  change((api) => api.workspaces.setPassphrase({ id, passphrase }))
export const removeKey = (id: string): Promise<Failure | null> => change((api) => api.workspaces.removeKey({ id }))
export const startOver = (id: string): Promise<Failure | null> => change((api) => api.workspaces.startOver({ id }))
export const closeWorkspace = (): Promise<Failure | null> => change((api) => api.workspaces.close(null))

/** Answers with the failure, or null when postpress takes the stored key. */
export const testKey = async (id: string): Promise<Failure | null> => {
  const outcome = await ask((api) => api.workspaces.testKey({ id }))
  return outcome.ok ? null : outcome.error
}
