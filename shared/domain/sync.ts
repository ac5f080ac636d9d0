import * as z from 'zod'
import { ERROR_KINDS } from './errors.ts'
import { PROVIDERS } from './providers.ts'
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
  /** The provider has no such list or profile: nothing was read, and nothing is missing. */
  unavailable: z.boolean(),
  /** Items per second of this reading; null before anything was read. */
  itemsPerSecond: z.number().int().nullable(),
  /** Tries that failed, of this reading. */
  errors: z.number().int(),
  /** When the next try starts; null while none has to wait. */
  nextTryAt: z.number().int().nullable(),
  failure: SyncFailure.nullable(),
})
export type ResourceSync = z.infer<typeof ResourceSync>

export const SyncStatus = z.object({
  running: z.boolean(),
  /** The run waits until it is resumed: nothing is asked. */
  paused: z.boolean(),
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

/** An item that could not be read and was set aside. It carries no personal data. */
export const SyncProblem = z.object({
  accountId: z.string(),
  resource: z.enum([...RESOURCES, 'accounts']),
  /** Null when the item had none. */
  itemId: z.string().nullable(),
  reason: z.string(),
  /** How often it was met. */
  times: z.number().int(),
  firstAt: z.number().int(),
  lastAt: z.number().int(),
})
export type SyncProblem = z.infer<typeof SyncProblem>

/** An attendee that a complete run did not meet any more. */
export const DepartedAttendee = z.object({
  id: z.string(),
  accountId: z.string(),
  provider: z.enum(PROVIDERS),
  title: z.string(),
  at: z.number().int(),
  /** The first complete run after this time deletes it. */
  deletedAfter: z.number().int(),
})
export type DepartedAttendee = z.infer<typeof DepartedAttendee>

/** Why a run began: a person asked, the workspace was opened with something left to read, or it was time. */
export const RUN_CAUSES = ['asked', 'opened', 'scheduled'] as const

/** One run of the sync log. */
export const SyncRun = z.object({
  id: z.string(),
  cause: z.enum(RUN_CAUSES),
  /** Null: all accounts. */
  accountId: z.string().nullable(),
  startedAt: z.number().int(),
  /** Null: under way, or cut off by the end of the app. */
  endedAt: z.number().int().nullable(),
  outcome: z.enum(['running', 'done', 'failed', 'cancelled', 'interrupted']),
  pages: z.number().int(),
  items: z.number().int(),
  problems: z.number().int(),
  failure: SyncFailure.nullable(),
})
export type SyncRun = z.infer<typeof SyncRun>

/** What the sync left to be looked at. */
export const SyncReport = z.object({
  runs: z.array(SyncRun),
  problems: z.array(SyncProblem),
  departed: z.array(DepartedAttendee),
})
export type SyncReport = z.infer<typeof SyncReport>

/** `replaced`: the provider or postpress gave the same person another postpress ID. */
export const CHANGE_KINDS = ['name', 'internal-id', 'public-id', 'replaced', 'departed', 'returned'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** Something about a person that became something else. */
export const PersonChange = z.object({
  at: z.number().int(),
  kind: z.enum(CHANGE_KINDS),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type PersonChange = z.infer<typeof PersonChange>
