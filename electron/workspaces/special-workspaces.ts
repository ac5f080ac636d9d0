import { createHash } from 'node:crypto'
import type { Workspace } from '#shared/domain/workspaces.ts'
import type { SavedWorkspace } from './registry.ts'

export const DEMO_ID = 'demo'

/** The workspace of the built-in server. */
export const demoWorkspace = (): SavedWorkspace => ({
  id: DEMO_ID,
  name: 'Demo workspace',
  kind: 'demo',
  url: null,
  keyLast4: null,
  keyBlob: null,
  createdAt: Date.now(),
})

/** The workspace that the environment names: listed for this run, never saved. */
export const environmentWorkspace = (api: { url: string; key: string }): Workspace => ({
  // Stable per API, so that the same server finds its cache again.
  id: `environment-${createHash('sha256').update(api.url).digest('hex').slice(0, 16)}`,
  name: 'From the environment',
  kind: 'environment',
  url: api.url,
  keyState: 'session',
  keyLast4: api.key.slice(-4),
  keySince: Date.now(),
  createdAt: Date.now(),
})
