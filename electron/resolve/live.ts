import { AppError } from '#shared/domain/errors.ts'
import type { Product } from '#shared/domain/providers.ts'
import type { ProfileRecord } from '#shared/domain/records.ts'
import type { LookupAccount } from '#shared/domain/resolve.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import type { Cache } from '../cache/cache.ts'
import type { PostpressClient } from '../postpress/client.ts'
import { isSamePerson } from '../postpress/same-person.ts'
import { localDay } from './lookup-accounts.ts'

/** Failures that never reached postpress, so no look-up was spent. */
const UNSENT = new Set(['offline', 'tls', 'redirected', 'no-key', 'cancelled'])

export interface LiveParts {
  cache: Cache
  client: () => PostpressClient
  now: () => number
}

export interface LiveRequest {
  /** Id or public id to ask for, and the reading that the answer must match. */
  identifier: string
  candidate: Candidate
  account: LookupAccount
  product: Product | null
  overBudget: boolean
}

const refuseOverBudget = (account: LookupAccount): void => {
  if (account.usedToday < account.dailyLimit) return
  const message = `${account.name} has used ${account.usedToday} of ${account.dailyLimit} recommended look-ups today.`
  throw new AppError('budget-exceeded', message, {
    advice: 'Wait until tomorrow, choose another account, or confirm that you want to go over.',
  })
}

/**
 * Spends one live look-up (GET /users/{identifier}), counts it, and saves the answer.
 * Throws `budget-exceeded` before anything is sent, `wrong-person` when the reply is about someone else (nothing is
 * saved), `not-found` for no such user, and whatever the client throws.
 */
export const lookUp = async (parts: LiveParts, request: LiveRequest): Promise<ProfileRecord> => {
  if (!request.overBudget) refuseOverBudget(request.account)
  const client = parts.client()
  const day = localDay(parts.now())
  let profile: ProfileRecord
  try {
    profile = await client.user(request.identifier, request.account.id, request.account.provider, request.product)
  } catch (error) {
    const sent = !(error instanceof AppError && UNSENT.has(error.failure.kind))
    if (sent) await parts.cache.countLookup(request.account.id, day)
    throw error
  }
  await parts.cache.countLookup(request.account.id, day)
  if (!isSamePerson(profile, request.candidate))
    throw new AppError('wrong-person', 'The provider answered with a different person, so the reply was refused.', {
      advice: 'Try again later, or look the person up by another identifier.',
      retryable: true,
    })
  await parts.cache.saveProfile(profile)
  return profile
}
