import { refOfPassport } from '#shared/cases/person-key.ts'
import type { LinkVerdict, Elsewhere as Other, Passport } from '#shared/domain/attendees.ts'
import { ask } from '../../state/api.ts'
import { tellFailure } from '../../state/toast-store.ts'
import { refreshPassport } from './passport-store.ts'

/** Remembers whether two people are the same; null takes it back. False: it failed, and the person was told. */
export const decideLink = async (passport: Passport, other: Other, verdict: LinkVerdict | null): Promise<boolean> => {
  const person = refOfPassport(passport)
  if (person === null) return false
  const outcome = await ask((api) => api.links.decide({ person, otherId: other.row.id, verdict }))
  if (!outcome.ok) {
    tellFailure('The decision was not remembered.', outcome.error)
    return false
  }
  refreshPassport()
  return true
}
