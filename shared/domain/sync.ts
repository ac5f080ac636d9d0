import * as z from 'zod'
import { ERROR_KINDS } from './errors.ts'
import { RESOURCES } from './records.ts'

export const SyncFailure = z.object({ kind: z.enum(ERROR_KINDS), message: z.string(), advice: z.string().nullable() })

/** One resource of one account. */
export const ResourceSync = z.object({
  accountId: z.string(),
  resource: z.enum(RESOURCES),
  state: z.enum(['never', 'queued', 'running', 'done', 'interrupted', 'cancelled', 'failed']),
  pages: z.number().int(),
  items: z.number().int(),
  /** Items that did not parse and were set aside. */
  problems: z.number().int(),
  startedAt: z.number().int().nullable(),
  /** End of the last complete run. */
  completedAt: z.number().int().nullable(),
  failure: SyncFailure.nullable(),
})
export type ResourceSync = z.infer<typeof ResourceSync>

export const SyncStatus = z.object({
  running: z.boolean(),
  /** connected: last call answered. offline: last call could not reach the API. unknown: nothing tried yet. */
  connection: z.enum(['connected', 'offline', 'unknown']),
  /** Last time the API answered. */
  lastContactAt: z.number().int().nullable(),
  /** End of the last run that completed every resource of every account. */
  lastCompleteAt: z.number().int().nullable(),
  /** A failure of the workspace as a whole (wrong key, offline...). */
  failure: SyncFailure.nullable(),
  resources: z.array(ResourceSync),
})
export type SyncStatus = z.infer<typeof SyncStatus>
