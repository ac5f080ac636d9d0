import * as z from 'zod'
import { Passport } from './attendees.ts'
import { Candidate } from './identified.ts'
import { PRODUCTS, PROVIDERS } from './providers.ts'

export const ResolveRequest = z.object({
  /** Any pasted text. */
  text: z.string().max(20_000),
  /** Which reading, when the text has several. */
  candidate: Candidate.nullable(),
  /** Which account to ask; null lets the app choose. */
  accountId: z.string().max(200).nullable(),
  /** LinkedIn only: the product whose id is wanted. */
  product: z.enum(PRODUCTS).nullable(),
  /**
   * cached: never leaves the machine. live: may spend one look-up when the cache has no answer.
   * refresh: always asks the provider.
   */
  mode: z.enum(['cached', 'live', 'refresh']),
  /** The person confirmed to go over the recommended daily look-ups. */
  overBudget: z.boolean(),
})
export type ResolveRequest = z.infer<typeof ResolveRequest>

/** One step of the policy, shown to the person: what was tried and what came of it. */
export const ResolveStep = z.object({
  step: z.enum(['identify', 'cache', 'relations', 'live']),
  outcome: z.enum(['found', 'not-found', 'skipped', 'failed']),
  text: z.string(),
})
export type ResolveStep = z.infer<typeof ResolveStep>

/** An account that could answer a live look-up, best first. */
export const LookupAccount = z.object({
  id: z.string(),
  name: z.string(),
  provider: z.enum(PROVIDERS),
  usable: z.boolean(),
  /** Why it is (not) the one to ask. */
  why: z.string(),
  usedToday: z.number().int(),
  dailyLimit: z.number().int(),
})
export type LookupAccount = z.infer<typeof LookupAccount>

export const ResolveResult = z.discriminatedUnion('state', [
  /** A synced attendee. */
  z.object({ state: z.literal('attendee'), passport: Passport }),
  /** A real user whom postpress does not know (through this account): profile plus the failing rules. */
  z.object({ state: z.literal('unknown-user'), passport: Passport }),
  /** The provider says that there is no such user. */
  z.object({ state: z.literal('no-such-user'), message: z.string(), advice: z.string() }),
  /** Nothing cached; a live look-up can answer (`accounts` says through whom and at what cost). */
  z.object({ state: z.literal('needs-lookup'), message: z.string(), accounts: z.array(LookupAccount) }),
  /** The text cannot be resolved to a user: name, group, company, rejected, provider without look-up. */
  z.object({ state: z.literal('not-resolvable'), message: z.string(), advice: z.string() }),
])
export type ResolveResult = z.infer<typeof ResolveResult>

export const ResolveAnswer = z.object({
  candidate: Candidate.nullable(),
  /** Other readings of the same text. */
  others: z.array(Candidate),
  steps: z.array(ResolveStep),
  result: ResolveResult,
})
export type ResolveAnswer = z.infer<typeof ResolveAnswer>
