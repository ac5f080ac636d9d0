import { AppError } from '#shared/domain/errors.ts'
import type { Product, Provider } from '#shared/domain/providers.ts'
import { refusal } from './answer.ts'
import { attempt, type RawAnswer } from './attempt.ts'
import { createBreaker } from './breaker.ts'
import { type Clock, systemClock } from './clock.ts'
import { createGate } from './gate.ts'
import { createHolds } from './holds.ts'
import { type Query, urlOf } from './request.ts'
import { withRetry } from './retry.ts'
import type { Transport } from './transport.ts'

/** Times in ms, sizes in bytes. */
export interface CallLimits {
  /** One try, with its whole body. */
  attemptMs: number
  /** All tries and waits of one call, from its first try. */
  deadlineMs: number
  maxBytes: number
  /** Tries under way at once. */
  inFlight: number
  /** Failed calls in a row after which the API is left alone, and for how long. */
  breakerFailures: number
  breakerPauseMs: number
}

const LIMITS: CallLimits = {
  attemptMs: 15_000,
  deadlineMs: 90_000,
  maxBytes: 16 * 1024 * 1024,
  inFlight: 4,
  breakerFailures: 5,
  breakerPauseMs: 15_000,
}

export interface CallerParts {
  /** Base URL as `parseApiUrl` writes it. */
  url: string
  key: string
  transport: Transport
  clock?: Clock
  /** 0 <= n < 1, for the jitter of waits. */
  random?: () => number
  limits?: Partial<CallLimits>
  /** A call about this account failed and is tried again at `nextTryAt` (epoch ms). Live look-ups of people say nothing. */
  onRetry?: (accountId: string, nextTryAt: number) => void
  /** Whether records carry what they were made of (`raw`); asked with every answer. */
  keepsRaw?: () => boolean
}

/** One GET and what it is about. */
export interface Call {
  /** Below the base URL, percent-encoded. */
  path: string
  query: Query
  accountId?: string
  provider?: Provider
  product?: Product | null
  /** It looks one person up live. */
  isLookup?: boolean
  /** See CallSubject. */
  byPublicId?: boolean
  /** It costs provider quota. */
  spends?: boolean
}

/** Makes calls of one workspace: key, timeouts, retry, places and breaker in one. */
export interface Caller {
  /** Runs a GET and gives a 2xx answer to `read`; what `read` throws counts as a failed try. Throws AppError. */
  ask<T>(call: Call, read: (raw: RawAnswer) => T, signal: AbortSignal | undefined): Promise<T>
  now(): number
}

export const createCaller = (parts: CallerParts): Caller => {
  const { url, key, transport, clock = systemClock, random = Math.random } = parts
  const limits = { ...LIMITS, ...parts.limits }
  const gate = createGate(limits.inFlight)
  const breaker = createBreaker(clock, limits.breakerFailures, limits.breakerPauseMs)
  const holds = createHolds(clock)
  const headers = { 'X-API-KEY': key, Accept: 'application/json' }

  const retried = <T>(call: Call, read: (raw: RawAnswer) => T, signal: AbortSignal): Promise<T> => {
    const request = { url: urlOf(url, call.path, call.query), headers }
    const subject = {
      accountId: call.accountId ?? null,
      provider: call.provider ?? null,
      product: call.product ?? null,
      isLookup: call.isLookup ?? false,
      byPublicId: call.byPublicId ?? false,
    }
    const onRetry = (nextTryAt: number): void => {
      if (call.accountId !== undefined && call.isLookup !== true) parts.onRetry?.(call.accountId, nextTryAt)
    }
    const own = { clock, random, signal, onRetry, spends: call.spends ?? false }
    const options = { ...own, deadlineAt: Number.POSITIVE_INFINITY }
    const tryOnce = async (): Promise<T> => {
      options.deadlineAt = Math.min(options.deadlineAt, clock.now() + limits.deadlineMs)
      const timeoutMs = Math.min(limits.attemptMs, options.deadlineAt - clock.now())
      const raw = await attempt(request, { transport, clock, timeoutMs, maxBytes: limits.maxBytes, signal })
      if (raw.status === 429 || raw.status === 503) holds.note(subject.accountId, raw.retryAfter)
      if (raw.status >= 300) throw refusal(raw, subject)
      return read(raw)
    }
    // The place is given back while waiting for the next try.
    const tryWhenAllowed = async (): Promise<T> => {
      await holds.pass(subject.accountId, signal)
      return gate.run(tryOnce, signal)
    }
    return withRetry(tryWhenAllowed, options)
  }

  return {
    now: clock.now,
    ask: async (call, read, signal = new AbortController().signal) => {
      breaker.check()
      try {
        const value = await retried(call, read, signal)
        breaker.succeeded()
        return value
      } catch (error) {
        if (error instanceof AppError) breaker.failed(error)
        throw error
      }
    },
  }
}
