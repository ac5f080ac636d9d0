import { AppError } from '#shared/domain/errors.ts'
import type { Resolver } from './resolver.ts'

/** The same resolver; `reached` hears whether live look-ups find their way to the API. */
export const watchConnection =
  (resolve: Resolver, reached: (isConnected: boolean) => void): Resolver =>
  async (request) => {
    try {
      const answer = await resolve(request)
      if (answer.steps.some(({ step, outcome }) => step === 'live' && outcome === 'found')) reached(true)
      return answer
    } catch (error) {
      if (error instanceof AppError && error.failure.kind === 'offline') reached(false)
      throw error
    }
  }
