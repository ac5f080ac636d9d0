import { identify } from '#shared/identifiers/identify.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import type { MainHandlers } from '#shared/ipc/contract.ts'
import { withVerdicts } from '../cases/people.ts'
import type { Desk } from '../workspaces/desk.ts'

/** `region`: country of phone numbers that are written without country code. */
export const peopleHandlers = (desk: Desk, region: string | undefined): MainHandlers['people'] => {
  const isCached = async (candidate: Candidate): Promise<boolean> =>
    (await desk.current().cache.findAttendees(candidate, null)).length > 0

  return {
    identify: async ({ text, provider }) => {
      const read = identify(text, {
        ...(region === undefined ? {} : { region }),
        ...(provider === null ? {} : { provider }),
      })
      return { ...read, cached: await Promise.all(read.candidates.map(isCached)) }
    },
    resolve: async (request) => {
      const workspace = desk.current()
      const answer = await workspace.resolve(request)
      const { result } = answer
      if (result.state !== 'attendee' && result.state !== 'unknown-user') return answer
      return { ...answer, result: { ...result, passport: await withVerdicts(workspace, result.passport) } }
    },
    convert: (request) => desk.current().convert(request),
  }
}
