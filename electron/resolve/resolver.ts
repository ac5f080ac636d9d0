import type { Account } from '#shared/domain/accounts.ts'
import type { AttendeeRow, Passport } from '#shared/domain/attendees.ts'
import { AppError } from '#shared/domain/errors.ts'
import { localDay } from '#shared/domain/lookup-budget.ts'
import { PRODUCT_NAMES, PROVIDER_NAMES, type Product } from '#shared/domain/providers.ts'
import type { ProfileRecord } from '#shared/domain/records.ts'
import type {
  LookupAccount,
  ResolveAnswer,
  ResolveRequest,
  ResolveResult,
  ResolveStep,
} from '#shared/domain/resolve.ts'
import { identify } from '#shared/identifiers/identify.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import { type Asked, askedOf, internalCandidate, internalIdOf } from './asked.ts'
import { createLookUp, type LiveParts } from './live.ts'
import { neededProduct, noAccountMessage, rankLookupAccounts } from './lookup-accounts.ts'
import { nameOf, noLiveLookup, notAUser } from './readings.ts'
import { profileOfRelation } from './relation-profile.ts'

export type Resolver = (request: ResolveRequest) => Promise<ResolveAnswer>

export interface ResolverParts extends LiveParts {
  /** Country of phone numbers that are written without country code; undefined: they need one. */
  region: string | undefined
}

/** What the cache holds of the person before anyone is asked. */
interface Held {
  candidate: Candidate
  rows: AttendeeRow[]
  passport: Passport | null
  /** A relation or an earlier look-up of somebody who is no attendee. */
  acquaintance: ProfileRecord | null
}

const pickRow = (rows: AttendeeRow[], accountId: string | null): AttendeeRow | undefined =>
  rows.find((row) => row.accountId === accountId) ?? rows.find((row) => !row.isSelf) ?? rows[0]

const limitTo = (accounts: Account[], accountId: string | null): Account[] =>
  accountId === null ? accounts : accounts.filter(({ id }) => id === accountId)

/**
 * The one policy that turns a text into a person: identify, cache, relations, live look-up, unknown. Every step taken
 * is in the answer. A look-up is spent only in mode `live` or `refresh`.
 */
export const createResolver = (parts: ResolverParts): Resolver => {
  const { cache } = parts
  const lookUp = createLookUp(parts)

  /** The first reading with a cached attendee, else with a relation or an earlier look-up, else the likeliest one. */
  const findHeld = async (candidates: Candidate[], accountId: string | null): Promise<Held | null> => {
    for (const candidate of candidates) {
      // `accountId` says whom to ask: whoever is cached through another account is cached all the same.
      const rows = await cache.findAttendees(candidate, null)
      const row = pickRow(rows, accountId)
      const passport = row === undefined ? null : await cache.passport(row.id)
      if (passport !== null) return { candidate, rows, passport, acquaintance: null }
    }
    for (const candidate of candidates) {
      const { relation, profile } = await cache.findAcquaintance(candidate, null)
      const acquaintance = profile ?? (relation === null ? null : profileOfRelation(relation, parts.now()))
      if (acquaintance !== null) return { candidate, rows: [], passport: null, acquaintance }
    }
    const [candidate] = candidates
    return candidate === undefined ? null : { candidate, rows: [], passport: null, acquaintance: null }
  }

  const fromCache = async (
    held: Held,
    product: Product | null,
    steps: ResolveStep[],
  ): Promise<ResolveResult | null> => {
    steps.push(cacheStep(held.passport, product))
    if (held.passport !== null)
      return product === null || internalIdOf(held.passport, product) !== null
        ? { state: 'attendee', passport: held.passport }
        : null
    steps.push(relationsStep(held.acquaintance))
    if (held.acquaintance === null) return null
    const passport = await cache.unknownPassport(held.acquaintance)
    return product === null || internalIdOf(passport, product) !== null ? { state: 'unknown-user', passport } : null
  }

  const accountsFor = async (asked: Asked, request: ResolveRequest, held: Held): Promise<LookupAccount[]> => {
    const [accounts, used] = await Promise.all([cache.accounts(), cache.lookupsOn(localDay(parts.now()))])
    const product = neededProduct(request.product ?? asked.candidate.product ?? null)
    const knownTo = new Set(held.rows.map((row) => row.accountId))
    return rankLookupAccounts(
      limitTo(accounts, request.accountId),
      { provider: asked.provider, product, knownTo },
      used,
    )
  }

  const afterLookup = async (profile: ProfileRecord): Promise<ResolveResult> => {
    const rows = await cache.findAttendees(internalCandidate(profile.provider, profile.internalId), null)
    const row = pickRow(rows, profile.accountId)
    const passport = row === undefined ? null : await cache.passport(row.id)
    if (passport !== null) return { state: 'attendee', passport }
    return { state: 'unknown-user', passport: await cache.unknownPassport(profile) }
  }

  const ask = async (
    request: ResolveRequest,
    held: Held,
    asked: Asked,
    steps: ResolveStep[],
  ): Promise<ResolveResult> => {
    const product = request.product ?? asked.candidate.product ?? null
    const accounts = await accountsFor(asked, request, held)
    const account = accounts.find(({ usable }) => usable)
    const skip = (message: string, text: string): ResolveResult => {
      steps.push({ step: 'live', outcome: 'skipped', text })
      return { state: 'needs-lookup', message, accounts }
    }
    if (account === undefined) {
      const message = noAccountMessage(asked.provider, neededProduct(product), accounts)
      return skip(message, message)
    }
    if (request.mode === 'cached')
      return skip(
        costMessage(held, product, account),
        'Not asked yet: a live look-up counts against the account’s day.',
      )
    const provider = PROVIDER_NAMES[asked.provider]
    try {
      const profile = await lookUp({ asked, account, product, overBudget: request.overBudget })
      steps.push({ step: 'live', outcome: 'found', text: `${provider} answered through ${account.name}.` })
      return await afterLookup(profile)
    } catch (error) {
      if (!(error instanceof AppError) || error.failure.kind !== 'not-found') throw error
      steps.push({ step: 'live', outcome: 'not-found', text: `${provider} knows no such user.` })
      return noSuchUser(held.candidate, error)
    }
  }

  const resolveHeld = async (request: ResolveRequest, held: Held, steps: ResolveStep[]): Promise<ResolveResult> => {
    const cached = await fromCache(held, request.product, steps)
    if (cached !== null && request.mode !== 'refresh') return cached
    const asked = askedOf(held.candidate, held.passport ?? held.acquaintance)
    if (asked === null || asked.provider === 'messenger') {
      if (cached === null) return noLiveLookup(held.candidate)
      steps.push({ step: 'live', outcome: 'skipped', text: 'The API has no profile look-up for Messenger.' })
      return cached
    }
    return ask(request, held, asked, steps)
  }

  return async (request) => {
    const steps: ResolveStep[] = []
    const read = request.candidate === null ? identify(request.text, optional(parts.region)) : null
    const candidates = request.candidate === null ? (read?.candidates ?? []) : [request.candidate]
    const held = await findHeld(candidates, request.accountId)
    if (held === null) {
      const message = read?.message ?? 'This is not an identifier.'
      steps.push({ step: 'identify', outcome: 'not-found', text: message })
      const advice = 'Paste a profile link, a phone number, a user name or an id; search finds people by name.'
      return { candidate: null, others: [], steps, result: { state: 'not-resolvable', message, advice } }
    }
    steps.push({ step: 'identify', outcome: 'found', text: held.candidate.why })
    const result = notAUser(held.candidate) ?? (await resolveHeld(request, held, steps))
    const others = candidates.filter((other) => other !== held.candidate)
    return { candidate: held.candidate, others, steps, result }
  }
}

const optional = (region: string | undefined): { region?: string } => (region === undefined ? {} : { region })

const costMessage = (held: Held, product: Product | null, account: LookupAccount): string => {
  const wanted = product === null || product === 'classic' ? 'profile' : `${PRODUCT_NAMES[product]} id`
  const what =
    held.passport === null ? `${nameOf(held.candidate)} is not cached: its` : `${held.passport.title} is cached: the`
  return `${what} ${wanted} needs one live look-up through ${account.name}.`
}

const cacheStep = (passport: Passport | null, product: Product | null): ResolveStep => {
  if (passport === null) return { step: 'cache', outcome: 'not-found', text: 'No synced attendee has this identifier.' }
  if (product !== null && internalIdOf(passport, product) === null)
    return {
      step: 'cache',
      outcome: 'not-found',
      text: `The attendee is cached, the ${PRODUCT_NAMES[product]} id is not.`,
    }
  return { step: 'cache', outcome: 'found', text: `Found among the attendees of ${passport.account.name}.` }
}

const relationsStep = (acquaintance: ProfileRecord | null): ResolveStep => {
  if (acquaintance === null)
    return {
      step: 'relations',
      outcome: 'not-found',
      text: 'No synced relation or earlier look-up has this identifier.',
    }
  const isRelation = acquaintance.identifiers.some(({ source }) => source === 'relation')
  const text = isRelation ? 'Found among the synced relations.' : 'Found in an earlier look-up.'
  return { step: 'relations', outcome: 'found', text }
}

const noSuchUser = (candidate: Candidate, error: AppError): ResolveResult => ({
  state: 'no-such-user',
  message:
    candidate.provider === 'whatsapp'
      ? `${candidate.phone ?? candidate.display} is not registered on WhatsApp.`
      : `${nameOf(candidate)} does not exist, or is closed to this account.`,
  advice: error.failure.advice ?? 'Check the identifier for a typing error.',
})
