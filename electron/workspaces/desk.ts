import type { ConnectRequest, WorkspaceState } from '#shared/domain/workspaces.ts'
import type { Keyring } from '../vault/keyring.ts'
import type { Vault } from '../vault/vault.ts'
import type { OpenWorkspace, WorkspaceOpener } from './open-workspace.ts'
import type { Registry } from './registry.ts'

/** The workspaces and the one that is open. Every change waits for the one before: two clicks never open two caches. */
export interface Desk {
  /** Answers when what is under way is done: a window that starts never sees a workspace half open. */
  state(): Promise<WorkspaceState>
  openDemo(): Promise<WorkspaceState>
  connect(request: ConnectRequest): Promise<WorkspaceState>
  open(id: string): Promise<WorkspaceState>
  unlock(id: string, key: string, remember: boolean): Promise<WorkspaceState>
  remove(id: string): Promise<WorkspaceState>
  /** Opens the workspace anew when it is the open one: its cache turned out to be damaged, and is begun again. */
  recover(id: string): Promise<WorkspaceState>
  enterPassphrase(id: string, passphrase: string): Promise<WorkspaceState>
  setPassphrase(id: string, passphrase: string): Promise<WorkspaceState>
  /** Resolves when postpress takes the stored key; throws what it answered. */
  testKey(id: string): Promise<void>
  /** Drops the API key alone. */
  removeKey(id: string): Promise<WorkspaceState>
  /** Drops the keys of a workspace that stays closed, and all its files: nobody could read them any more. */
  startOver(id: string): Promise<WorkspaceState>
  close(): Promise<WorkspaceState>
  /** Closes what is open and drops every key from memory. Until `reopen` everything else is refused as `locked`. */
  lock(): Promise<void>
  /** Whether a workspace is open. */
  isOpen(): boolean
  /**
   * Unlocks, and opens again what was open. A key that came with the start of the app must be given again: throws
   * `no-key`, and stays locked, without it.
   */
  reopen(key: string | null): Promise<WorkspaceState>
  /** Deletes every key, then every workspace with all its files. */
  eraseAll(): Promise<WorkspaceState>
  /** The open workspace. Throws `no-workspace` and `locked`. */
  current(): OpenWorkspace
  /** Opens what was open last (or what the environment names). Never throws: a failure becomes the state's notice. */
  restore(startWithDemo: boolean): Promise<void>
  /** The computer goes to sleep, and wakes again. */
  suspend(): void
  resume(): void
  /** Closes the cache and the sync; for quitting. */
  shutdown(): Promise<void>
}

/** What the desk works with. */
export interface DeskParts {
  registry: Registry
  vault: Vault
  keyring: Keyring
  opener: WorkspaceOpener
  /** What could not be read when the app started, for people. */
  damage: string | null
  /** A workspace given by the environment for this run: listed, never saved. */
  environment: { url: string; key: string } | undefined
  changed: (state: WorkspaceState) => void
}
