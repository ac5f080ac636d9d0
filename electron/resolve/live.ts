import { AppError } from '#shared/domain/errors.ts'
import { localDay } from '#shared/domain/lookup-budget.ts'
import type { Product } from '#shared/domain/providers.ts'
import type { IdentifierFact, ProfileRecord } from '#shared/domain/records.ts'
import type { LookupAccount } from '#shared/domain/resolve.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import type { Cache } from '../cache/cache.ts'
import type { PostpressClient } from '../postpress/client.ts'
import { isSamePerson } from '../postpress/same-person.ts'
import type { Asked } from './asked.ts'

/** Failures that never reached postpress, so no look-up was spent. */
const UNSENT = new Set(['offline', 'tls', 'redirected', 'no-key', 'cancelled'])

export interface LiveParts {
  cache: Cache
  client: () => PostpressClient
  now: () => number
}

export interface LiveRequest {
  asked: Asked
  account: LookupAccount
  product: Product | null
  overBudget: boolean
}

/**
 * Spends one live look-up (GET /users/{identifier}), counts it, and saves the answer. Equal look-ups in flight are one.
 * Throws `budget-exceeded` before anything is sent, `wrong-person` when the reply is about someone else (nothing is
 * saved), `not-found` for no such user, and whatever the client throws.
 */
export type LookUp = (request: LiveRequest) => Promise<ProfileRecord>

const refuseOverBudget = (account: LookupAccount): void => {
  if (account.usedToday < account.dailyLimit) return
  const message = `${account.name} has used ${account.usedToday} of ${account.dailyLimit} recommended look-ups today.`
  throw new AppError('budget-exceeded', message, {
    advice: 'Wait until tomorrow, choose another account, or confirm that you want to go over.',
  })
}

/**
 * The provider found its user under the public id that was asked, even when its answer does not repeat it: that is how a
 * WhatsApp lid and its phone number become a pair.
 */
const withAsked = (profile: ProfileRecord, { kind, value, phone }: Candidate): ProfileRecord => {
  if (kind !== 'public' && kind !== 'username') return profile
  if (profile.identifiers.some((fact) => fact.kind === kind)) return profile
  const facts: IdentifierFact[] = [{ kind, value, source: 'profile' }]
  if (phone !== undefined && profile.provider === 'whatsapp')
    facts.push({ kind: 'phone', value: phone, source: 'profile' })
  return { ...profile, identifiers: [...profile.identifiers, ...facts] }
}

const spend = async (parts: LiveParts, { asked, account, product }: LiveRequest): Promise<ProfileRecord> => {
  const client = parts.client()
  const day = localDay(parts.now())
  let profile: ProfileRecord
  try {
    profile = await client.user(asked.identifier, account.id, account.provider, product)
  } catch (error) {
    const sent = !(error instanceof AppError && UNSENT.has(error.failure.kind))
    if (sent) await parts.cache.countLookup(account.id, day)
    throw error
  }
  await parts.cache.countLookup(account.id, day)
  if (!isSamePerson(profile, asked.candidate))
    throw new AppError('wrong-person', 'The provider answered with a different person, so the reply was refused.', {
      advice: 'Nothing was saved. Try again later, or look the person up by another identifier.',
      retryable: true,
    })
  const answer = withAsked(profile, asked.candidate)
  await parts.cache.saveProfile(answer)
  return answer
}

/** Creates the one place through which look-ups are spent. */
export const createLookUp = (parts: LiveParts): LookUp => {
  const inFlight = new Map<string, Promise<ProfileRecord>>()
  return async (request) => {
    const key = JSON.stringify([request.account.id, request.product, request.asked.identifier])
    const running = inFlight.get(key)
    if (running !== undefined) return running
    if (!request.overBudget) refuseOverBudget(request.account)
    const started = spend(parts, request).finally(() => inFlight.delete(key))
    inFlight.set(key, started)
    return started
  }
}
