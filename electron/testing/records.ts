import type { AttendeeRecord, Resource } from '#shared/domain/records.ts'
import type { Checkpoint } from '../cache/cache.ts'

/** An attendee of whom nothing is known but who it is: the rest of a record in tests. */
export const NOTHING_ELSE = {
  isSelf: false,
  hidden: false,
  headline: null,
  location: null,
  profileUrl: null,
  networkDistance: null,
  contact: null,
  phoneHidden: false,
} satisfies Partial<AttendeeRecord>

/** Where a first run stands that is under way. */
export const runningCheckpoint = (
  accountId: string,
  resource: Resource,
  changes: Partial<Checkpoint> = {},
): Checkpoint => ({
  accountId,
  resource,
  generation: 1,
  state: 'running',
  cursor: null,
  pages: 1,
  items: 1,
  problems: 0,
  startedAt: 1,
  completedAt: null,
  failure: null,
  ...changes,
})
