import type { Keyring } from './keyring.ts'

/** Where encrypted keys are kept between runs: workspace id -> base64 blob. */
export interface BlobStore {
  read(workspaceId: string): string | null
  write(workspaceId: string, blob: string | null): void
}

/** API keys by workspace: the only place that holds them in plain text, in this process, while the app runs. */
export interface Vault {
  /** Keeps a key for this run, and in the keyring when `remember` is set and a keyring protects it. */
  put(workspaceId: string, key: string, remember: boolean): Promise<'keyring' | 'session'>
  /** The key; null when it must be entered again. Throws `no-key` when the keyring refuses a stored one. */
  get(workspaceId: string): Promise<string | null>
  state(workspaceId: string): 'keyring' | 'session' | 'none'
  forget(workspaceId: string): void
  /** Drops every key from memory. Keys of this session only must be entered again; the keyring gives the others back. */
  lock(): void
}

/** Creates the vault over a keyring and a store of encrypted blobs. */
export const createVault = (keyring: Keyring, blobs: BlobStore): Vault => {
  const plain = new Map<string, string>()
  return {
    put: async (workspaceId, key, remember) => {
      const stored = remember && (await keyring.state()).available
      // Encrypted before anything changes: a refusal leaves the vault as it was.
      const blob = stored ? (await keyring.protect(key)).toString('base64') : null
      blobs.write(workspaceId, blob)
      plain.set(workspaceId, key)
      return stored ? 'keyring' : 'session'
    },
    get: async (workspaceId) => {
      const known = plain.get(workspaceId)
      if (known !== undefined) return known
      const blob = blobs.read(workspaceId)
      if (blob === null) return null
      const key = await keyring.reveal(Buffer.from(blob, 'base64'))
      plain.set(workspaceId, key)
      return key
    },
    state: (workspaceId) => {
      if (blobs.read(workspaceId) !== null) return 'keyring'
      return plain.has(workspaceId) ? 'session' : 'none'
    },
    lock: () => plain.clear(),
    forget: (workspaceId) => {
      plain.delete(workspaceId)
      blobs.write(workspaceId, null)
    },
  }
}
