import * as z from 'zod'

/** A postpress API (URL + key) with its own cache. */
export const Workspace = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['demo', 'connected', 'environment']),
  /** Origin and path of the API, without key; null for the demo workspace. */
  url: z.string().nullable(),
  /**
   * keyring, passphrase: protected on disk by it. session: in memory until the app quits. none: must be entered again.
   * builtin: demo.
   */
  keyState: z.enum(['keyring', 'passphrase', 'session', 'none', 'builtin']),
  /** Last four characters of the key, to tell keys apart. */
  keyLast4: z.string().nullable(),
  /** When the API key was entered, ms. */
  keySince: z.number().int().nullable(),
  createdAt: z.number().int(),
})
export type Workspace = z.infer<typeof Workspace>

/**
 * Why a workspace stays closed. passphrase: it must be entered. keyring-gone, keyring-changed: its keyring is not there,
 * or does not open what was stored. storage: its files cannot be used.
 */
const UNOPENED_REASONS = ['passphrase', 'keyring-gone', 'keyring-changed', 'storage'] as const
export type UnopenedReason = (typeof UNOPENED_REASONS)[number]

/** A workspace that was asked for and stays closed until a person does something. Nothing of it was changed. */
export const UnopenedWorkspace = z.object({
  id: z.string(),
  reason: z.enum(UNOPENED_REASONS),
  message: z.string(),
  advice: z.string().nullable(),
})
export type UnopenedWorkspace = z.infer<typeof UnopenedWorkspace>

export const WorkspaceState = z.object({
  workspaces: z.array(Workspace),
  /** The open workspace's id; null at first start. */
  current: z.string().nullable(),
  unopened: UnopenedWorkspace.nullable(),
  /** Whether this machine has a keyring that protects a stored key. */
  keyring: z.object({ available: z.boolean(), explanation: z.string() }),
  /** Nobody used the app for a while: nothing is open, no key is in memory, until it is unlocked. */
  locked: z.boolean(),
  /** Something went wrong while the app opened the last workspace. */
  notice: z.string().nullable(),
})
export type WorkspaceState = z.infer<typeof WorkspaceState>

export const ConnectRequest = z.object({
  name: z.string().max(200),
  url: z.string().max(2_048),
  key: z.string().max(4_096),
  /** Keep the key in the OS keyring (when there is one). */
  remember: z.boolean(),
})
export type ConnectRequest = z.infer<typeof ConnectRequest>
