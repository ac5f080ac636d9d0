import type { Passport } from '../domain/attendees.ts'
import type { PersonRef } from '../domain/cases.ts'

/** How notes and links remember a person: the postpress ID, or where a user who has none was seen. */
export const keyOfPerson = (ref: PersonRef): string =>
  ref.kind === 'attendee' ? ref.id : `${ref.provider}:${ref.internalId}@${ref.accountId}`

type Shown = Pick<Passport, 'attendeeId' | 'provider' | 'account' | 'identifiers'>

/** Who a passport is about; null for a user without any internal ID. */
export const refOfPassport = ({ attendeeId, provider, account, identifiers }: Shown): PersonRef | null => {
  if (attendeeId !== null) return { kind: 'attendee', id: attendeeId }
  const internal = identifiers.find(({ kind }) => kind === 'internal')
  return internal === undefined ? null : { kind: 'user', provider, internalId: internal.value, accountId: account.id }
}

/** Every key under which the person of a passport may be remembered: earlier postpress IDs, the time before they had one. */
export const keysOfPassport = (passport: Shown): string[] => {
  const { provider, account, identifiers } = passport
  const keys = identifiers.flatMap(({ kind, value }) => {
    if (kind === 'postpress-id') return [value]
    return kind === 'internal'
      ? [keyOfPerson({ kind: 'user', provider, internalId: value, accountId: account.id })]
      : []
  })
  return [...new Set(passport.attendeeId === null ? keys : [passport.attendeeId, ...keys])]
}
