import { AppError } from '#shared/domain/errors.ts'
import { causeOf } from '../postpress/api-cause.ts'
import { sleep } from '../postpress/clock.ts'
import type { RunContext } from './run-context.ts'

/** After the client's own tries: a run of thousands of pages outlasts short outages. The second wait outlasts the breaker. */
const WAITS_MS = [2_000, 40_000]

/** Whether another round can help and costs nothing that the person did not ask for. */
const deservesRound = (error: unknown, spends: boolean): boolean => {
  if (!(error instanceof AppError) || !error.failure.retryable || error.failure.kind === 'cancelled') return false
  const cause = causeOf(error)
  // No route, no name, connection refused: really offline, so the run stops at once and says so.
  if (error.failure.kind === 'offline' && cause?.retry === 'never') return false
  // A refusal can be the provider's limit: asking again would make it worse.
  return !spends || cause?.status == null
}

/** What a page is of. */
interface PageSubject {
  /** Null: of the workspace. */
  accountId: string | null
  /** The call costs provider quota. */
  spends: boolean
}

/** Fetches one page, with further rounds for passing failures. Throws AppError. */
export const fetchPage = async <T>(
  context: RunContext,
  fetch: () => Promise<T>,
  { accountId, spends }: PageSubject,
): Promise<T> => {
  for (let round = 0; ; round += 1) {
    await context.pause.pass(context.signal)
    try {
      const page = await fetch()
      context.board.patch({ connection: 'connected', lastContactAt: context.clock.now() })
      return page
    } catch (error) {
      // A refusal is an answer too.
      if (causeOf(error)?.status != null)
        context.board.patch({ connection: 'connected', lastContactAt: context.clock.now() })
      const wait = WAITS_MS[round]
      if (wait === undefined || !deservesRound(error, spends)) throw error
      const pause = wait * (0.5 + context.random() / 2)
      if (accountId !== null) context.board.retrying(accountId, context.clock.now() + pause)
      await sleep(context.clock, pause, context.signal)
    }
  }
}
