import type { AttendeeRecord } from '#shared/domain/records.ts'

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
