import { create } from 'zustand'
import type { Failure } from '#shared/domain/errors.ts'
import type { Product } from '#shared/domain/providers.ts'
import type { ResolveAnswer, ResolveRequest } from '#shared/domain/resolve.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import { ask } from '../../state/api.ts'

interface ResolveState {
  request: ResolveRequest | null
  /** The last answer: it stays while a look-up runs and when it fails. */
  answer: ResolveAnswer | null
  failure: Failure | null
  /** What is under way: reading the cache, or a live look-up that may take seconds. */
  busy: 'cached' | 'live' | null
}

const EMPTY: ResolveState = { request: null, answer: null, failure: null, busy: null }

/** The question "who is this identifier?" and its answer so far. */
export const useResolveStore = create<ResolveState>()(() => EMPTY)

let newest = 0

const resolve = async (request: ResolveRequest): Promise<void> => {
  newest += 1
  const ticket = newest
  useResolveStore.setState({ request, failure: null, busy: request.mode === 'cached' ? 'cached' : 'live' })
  const outcome = await ask((api) => api.people.resolve(request))
  if (ticket !== newest) return
  useResolveStore.setState(outcome.ok ? { answer: outcome.value, busy: null } : { failure: outcome.error, busy: null })
}

/** Starts over with a text: cache and relations only, nothing is spent. */
export const startResolve = (text: string, candidate: Candidate | null): Promise<void> => {
  useResolveStore.setState(EMPTY)
  return resolve({ text, candidate, accountId: null, product: null, mode: 'cached', overBudget: false })
}

/** Resolves another reading of the same text, without spending anything. */
export const resolveAs = async (candidate: Candidate): Promise<void> => {
  const { request } = useResolveStore.getState()
  if (request !== null) await startResolve(request.text, candidate)
}

/** Asks for another LinkedIn product's id, without spending anything. */
export const resolveProduct = async (product: Product | null): Promise<void> => {
  const { request } = useResolveStore.getState()
  if (request !== null) await resolve({ ...request, product, accountId: null, mode: 'cached', overBudget: false })
}

/** Asks the provider: call only after a click. `refresh` asks even when the cache has an answer. */
export const lookUpLive = async (
  accountId: string | null,
  mode: 'live' | 'refresh',
  overBudget: boolean,
): Promise<void> => {
  const { request, answer, busy } = useResolveStore.getState()
  if (request === null || busy === 'live') return
  await resolve({ ...request, candidate: request.candidate ?? answer?.candidate ?? null, accountId, mode, overBudget })
}

/** Asks the same question again after a failure. */
export const retryResolve = async (): Promise<void> => {
  const { request } = useResolveStore.getState()
  if (request !== null) await resolve({ ...request, mode: 'cached', overBudget: false })
}

/** Drops the answer under way; a look-up that was sent is still saved by main. */
export const closeResolve = (): void => {
  newest += 1
  useResolveStore.setState(EMPTY)
}
