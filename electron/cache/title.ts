import type { AttendeeRecord } from '#shared/domain/records.ts'
import { shown } from '#shared/text/fold.ts'

const NO_NAMES = new Set(['', 'null', 'undefined', 'unknown', 'linkedin member'])

/** What to call an attendee whose provider gave no usable name: public id, user name, phone, else the internal id. */
export const titleOf = (attendee: AttendeeRecord): { title: string; nameless: boolean } => {
  const name = shown(attendee.name)
  const isIdentifier = attendee.identifiers.some(({ value }) => value === name) || name === attendee.providerId
  if (!NO_NAMES.has(name.toLowerCase()) && !isIdentifier) return { title: name, nameless: false }
  for (const kind of ['phone', 'public', 'username'] as const) {
    const fact = attendee.identifiers.find((identifier) => identifier.kind === kind)
    if (fact !== undefined) return { title: shown(fact.display ?? fact.value), nameless: true }
  }
  return { title: shown(attendee.providerId) || attendee.id, nameless: true }
}
