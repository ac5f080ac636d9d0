import { AppError } from '#shared/domain/errors.ts'
import { identify } from '#shared/identifiers/identify.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import type { MainHandlers } from '#shared/ipc/contract.ts'
import { withVerdicts } from '../cases/people.ts'
import type { Desk } from '../workspaces/desk.ts'

/** `region`: country of phone numbers that are written without country code. */
export const attendeeHandlers = (desk: Desk, region: string | undefined): MainHandlers['attendees'] => {
  const readingsOf = (text: string): Candidate[] =>
    text.trim() === '' ? [] : identify(text, region === undefined ? {} : { region }).candidates
  return {
    list: (query) => desk.current().cache.listAttendees(query, readingsOf(query.text)),
    count: (query) => desk.current().cache.countAttendees(query, readingsOf(query.text)),
    letters: (query) => desk.current().cache.lettersOf(query),
    passport: async ({ id }) => {
      const workspace = desk.current()
      const passport = await workspace.cache.passport(id)
      if (passport !== null) return withVerdicts(workspace, passport)
      throw new AppError('not-found', 'This attendee is no longer in the cache.', {
        advice: 'postpress stopped reporting the attendee, or the account was connected anew.',
      })
    },
  }
}
