import { AppError } from '#shared/domain/errors.ts'
import { identify } from '#shared/identifiers/identify.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import type { MainHandlers } from '#shared/ipc/contract.ts'
import { withVerdicts } from '../cases/people.ts'
import { describeError, log } from '../log.ts'
import type { Desk } from '../workspaces/desk.ts'

/** `region`: country of phone numbers that are written without country code. */
export const attendeeHandlers = (desk: Desk, region: string | undefined): MainHandlers['attendees'] => {
  const readingsOf = (text: string): Candidate[] =>
    text.trim() === '' ? [] : identify(text, region === undefined ? {} : { region }).candidates
  let lastOpened: string | null = null
  /** Once for each time that somebody is opened: the window reads them again whenever something changes. */
  const recordOpened = async (id: string): Promise<void> => {
    if (id === lastOpened) return
    lastOpened = id
    try {
      await (await desk.current().notebook()).audit('person.opened', id, Date.now())
    } catch (error) {
      // Without its notebook a workspace still browses; that the notebook is missing is told where it is opened.
      log('error', 'audit', describeError(error))
    }
  }
  return {
    list: (query) => desk.current().cache.listAttendees(query, readingsOf(query.text)),
    count: (query) => desk.current().cache.countAttendees(query, readingsOf(query.text)),
    letters: (query) => desk.current().cache.lettersOf(query),
    passport: async ({ id }) => {
      const workspace = desk.current()
      const passport = await workspace.cache.passport(id)
      if (passport !== null) {
        await recordOpened(id)
        return withVerdicts(workspace, passport)
      }
      throw new AppError('not-found', 'This attendee is no longer in the cache.', {
        advice: 'postpress stopped reporting the attendee, or the account was connected anew.',
      })
    },
  }
}
