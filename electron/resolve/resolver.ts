import type { Account } from '#shared/domain/accounts.ts'
import type { AttendeeRow, Passport } from '#shared/domain/attendees.ts'
import { AppError } from '#shared/domain/errors.ts'
import { PRODUCT_NAMES, PROVIDER_NAMES, type Product, type Provider } from '#shared/domain/providers.ts'
import type { ProfileRecord, RelationRecord } from '#shared/domain/records.ts'
import type { ResolveAnswer, ResolveRequest, ResolveResult, ResolveStep } from '#shared/domain/resolve.ts'
import { identify } from '#shared/identifiers/identify.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import { type LiveParts, lookUp } from './live.ts'
import { localDay, noAccountMessage, rankLookupAccounts } from './lookup-accounts.ts'
import { nameOf, noLiveLookup, notAUser } from './readings.ts'

export type Resolver = (request: ResolveRequest) => Promise<ResolveAnswer>

interface Cached {
  candidate: Candidate
  rows: AttendeeRow[]
}

/** The internal id of one LinkedIn product, or any internal id of another provider. */
const internalIdOf = (passport: Passport, product: Product | null): string | null =>
  passport.identifiers.find(({ kind, product: of }) => kind === 'internal' && (product === null || of === product))
    ?.value ?? null

const pickRow = (rows: AttendeeRow[], accountId: string | null): AttendeeRow | undefined =>
  rows.find((row) => row.accountId === accountId) ?? rows.find((row) => !row.isSelf) ?? rows[0]

/**
 * The one policy that turns a text into a person: identify, cache, relations, live look-up, unknown. Every step taken
 * is in the answer. A look-up is spent only in mode `live` or `refresh`; equal requests in flight share one.
 */
export const createResolver = (parts: LiveParts): Resolver => {
  const inFlight = new Map<string, Promise<ResolveAnswer>>()

  const findCached = async (candidates: Candidate[], accountId: string | null): Promise<Cached | null> => {
    for (const candidate of candidates) {
      const rows = await parts.cache.findAttendees(candidate, accountId)
      if (rows.length > 0) return { candidate, rows }
    }
    return null
  }

  const passportOf = async (rows: AttendeeRow[], accountId: string | null): Promise<Passport | null> => {
    const row = pickRow(rows, accountId)
    return row === undefined ? null : parts.cache.passport(row.id)
  }

  const rank = async (candidate: Candidate, request: ResolveRequest, rows: AttendeeRow[]) => {
    const [accounts, used] = await Promise.all([parts.cache.accounts(), parts.cache.lookupsOn(localDay(parts.now()))])
    const wanted = {
      provider: candidate.provider as Provider,
      product: request.product ?? candidate.product ?? null,
      knownTo: new Set(rows.map((row) => row.accountId)),
    }
    // The Classic ids are readable through every LinkedIn account.
    const product = wanted.product === 'classic' ? null : wanted.product
    return rankLookupAccounts(limitTo(accounts, request.accountId), { ...wanted, product }, used)
  }

  const live = async (
    request: ResolveRequest,
    candidate: Candidate,
    cached: { rows: AttendeeRow[]; passport: Passport | null },
    steps: ResolveStep[],
  ): Promise<ResolveResult> => {
    const refused = noLiveLookup(candidate)
    if (refused !== null && internalOf(cached.passport) === null) return refused
    const accounts = await rank(candidate, request, cached.rows)
    const product = request.product ?? candidate.product ?? null
    const wanted = product === null || product === 'classic' ? 'profile' : `${PRODUCT_NAMES[product]} id`
    const account = accounts.find(({ usable }) => usable)
    const provider = candidate.provider as Provider
    if (account === undefined) {
      const message = noAccountMessage(provider, product === 'classic' ? null : product, accounts)
      steps.push({ step: 'live', outcome: 'skipped', text: message })
      return { state: 'needs-lookup', message, accounts }
    }
    if (request.mode === 'cached') {
      const message = `${nameOf(candidate)} is not cached: its ${wanted} needs one live look-up through ${account.name}.`
      steps.push({
        step: 'live',
        outcome: 'skipped',
        text: 'Not asked yet: a live look-up counts against the account’s day.',
      })
      return { state: 'needs-lookup', message, accounts }
    }
    // An internal id that is already cached works where a slug does not (people out of network).
    const identifier = internalOf(cached.passport) ?? candidate.value
    try {
      const profile = await lookUp(parts, { identifier, candidate, account, product, overBudget: request.overBudget })
      steps.push({
        step: 'live',
        outcome: 'found',
        text: `${PROVIDER_NAMES[provider]} answered through ${account.name}.`,
      })
      return await afterLookup(profile)
    } catch (error) {
      if (!(error instanceof AppError) || error.failure.kind !== 'not-found') throw error
      steps.push({ step: 'live', outcome: 'not-found', text: `${PROVIDER_NAMES[provider]} knows no such user.` })
      return noSuchUser(candidate, error)
    }
  }

  const afterLookup = async (profile: ProfileRecord): Promise<ResolveResult> => {
    const candidate: Candidate = {
      provider: profile.provider,
      kind: 'internal',
      value: profile.internalId,
      display: profile.internalId,
      certainty: 'certain',
      why: '',
    }
    const rows = await parts.cache.findAttendees(candidate, null)
    const passport = await passportOf(rows, profile.accountId)
    if (passport !== null) return { state: 'attendee', passport }
    return { state: 'unknown-user', passport: await parts.cache.unknownPassport(profile) }
  }

  const fromRelations = async (
    candidate: Candidate,
    request: ResolveRequest,
    steps: ResolveStep[],
  ): Promise<ResolveResult | null> => {
    const { relation, profile } = await parts.cache.findAcquaintance(candidate, request.accountId)
    const known = profile ?? (relation === null ? null : profileOfRelation(relation, parts.now()))
    if (known === null) {
      steps.push({
        step: 'relations',
        outcome: 'not-found',
        text: 'No synced relation or earlier look-up has this identifier.',
      })
      return null
    }
    const text = profile === null ? 'Found among the synced relations.' : 'Found in an earlier look-up.'
    steps.push({ step: 'relations', outcome: 'found', text })
    const passport = await parts.cache.unknownPassport(known)
    if (request.product !== null && internalIdOf(passport, request.product) === null) return null
    return { state: 'unknown-user', passport }
  }

  const run = async (request: ResolveRequest): Promise<ResolveAnswer> => {
    const steps: ResolveStep[] = []
    const identified = request.candidate === null ? identify(request.text) : null
    const candidates = request.candidate === null ? (identified?.candidates ?? []) : [request.candidate]
    const first = candidates[0]
    if (first === undefined) {
      const message = identified?.message ?? 'This is not an identifier.'
      steps.push({ step: 'identify', outcome: 'not-found', text: message })
      const advice = 'Paste a profile link, a phone number, a user name or an id; search finds people by name.'
      return { candidate: null, others: [], steps, result: { state: 'not-resolvable', message, advice } }
    }
    const cached = await findCached(candidates, request.accountId)
    const candidate = cached?.candidate ?? first
    const answer = (result: ResolveResult): ResolveAnswer => ({
      candidate,
      others: candidates.filter((other) => other !== candidate),
      steps,
      result,
    })
    steps.push({ step: 'identify', outcome: 'found', text: candidate.why })
    const blocked = notAUser(candidate)
    if (blocked !== null && cached === null) return answer(blocked)
    const passport = cached === null ? null : await passportOf(cached.rows, request.accountId)
    const complete = passport !== null && (request.product === null || internalIdOf(passport, request.product) !== null)
    steps.push(cacheStep(passport, request.product))
    if (complete && request.mode !== 'refresh') return answer({ state: 'attendee', passport })
    if (passport === null && request.mode !== 'refresh') {
      const related = await fromRelations(candidate, request, steps)
      if (related !== null) return answer(related)
    }
    return answer(await live(request, candidate, { rows: cached?.rows ?? [], passport }, steps))
  }

  return (request) => {
    const key = JSON.stringify(request)
    const running = inFlight.get(key)
    if (running !== undefined) return running
    const started = run(request).finally(() => inFlight.delete(key))
    inFlight.set(key, started)
    return started
  }
}

const limitTo = (accounts: Account[], accountId: string | null): Account[] =>
  accountId === null ? accounts : accounts.filter(({ id }) => id === accountId)

const internalOf = (passport: Passport | null): string | null =>
  passport === null ? null : (internalIdOf(passport, 'classic') ?? internalIdOf(passport, null))

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

const noSuchUser = (candidate: Candidate, error: AppError): ResolveResult => ({
  state: 'no-such-user',
  message:
    candidate.provider === 'whatsapp'
      ? `${candidate.phone ?? candidate.display} is not registered on WhatsApp.`
      : `${nameOf(candidate)} does not exist, or is closed to this account.`,
  advice: error.failure.advice ?? 'Check the identifier for a typing error.',
})

/** A relation whose attendee is not synced yet, shown with what the relation list says. */
const profileOfRelation = (relation: RelationRecord, at: number): ProfileRecord => ({
  accountId: relation.accountId,
  provider: relation.provider,
  product: 'classic',
  internalId: relation.internalId,
  name: relation.name,
  headline: relation.headline,
  location: null,
  profileUrl: relation.profileUrl,
  networkDistance: null,
  contact: { source: 'relation', evidence: 'listed among the relations' },
  details: [],
  throttledSections: [],
  identifiers: [
    { kind: 'internal', value: relation.internalId, product: 'classic', source: 'relation' },
    ...(relation.publicId === null
      ? []
      : [{ kind: 'public' as const, value: relation.publicId, source: 'relation' as const }]),
  ],
  fetchedAt: at,
})
