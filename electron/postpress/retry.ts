import { AppError } from '#shared/domain/errors.ts'
import { causeOf } from './api-cause.ts'
import { type Clock, sleep } from './clock.ts'

const BASE_MS = 500
/** `provider_error` can be a provider's limit in disguise: the one retry waits long. */
const SLOW_BASE_MS = 4_000
const MAX_WAIT_MS = 20_000
/** The longest that a server can hold calls. */
export const MAX_RETRY_AFTER_MS = 60_000
const MAX_TRIES = 4

export interface RetryOptions {
  clock: Clock
  /** 0 <= n < 1. */
  random: () => number
  /** Epoch ms after which no try starts. */
  deadlineAt: number
  signal: AbortSignal
  /** The call costs provider quota: a failure after sending is tried again once at most. */
  spends: boolean
  /** A try failed, and the next one starts at this time (epoch ms). */
  onRetry?: (nextTryAt: number) => void
}

/** Ms that a `Retry-After` header asks for (seconds or an HTTP date), capped; null when absent or nonsense. */
export const retryAfterMs = (header: string | null, now: number): number | null => {
  if (header === null) return null
  const text = header.trim()
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : /[a-z]/i.test(text) ? Date.parse(text) - now : Number.NaN
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), MAX_RETRY_AFTER_MS) : null
}

/** Ms to wait before the next try after the `tries`-th failed (1-based), or null to give up. */
export const nextWait = (error: unknown, tries: number, options: Omit<RetryOptions, 'signal'>): number | null => {
  const cause = causeOf(error)
  if (cause === null || cause.retry === 'never') return null
  const isSlow = cause.retry === 'once'
  const limit = isSlow || (options.spends && !cause.unspent) ? 2 : MAX_TRIES
  // A look-up that may have been carried out is not paid for twice on a mere timeout.
  const repeatsTimeout = options.spends && cause.status === null && isSlow
  if (tries >= limit || repeatsTimeout) return null
  const now = options.clock.now()
  const jitter = options.random() * Math.min(MAX_WAIT_MS, (cause.status === 500 ? SLOW_BASE_MS : BASE_MS) * 2 ** tries)
  const wait = retryAfterMs(cause.retryAfter, now) ?? jitter
  return now + wait < options.deadlineAt ? wait : null
}

/** Runs a GET until it succeeds, fails for good, or the tries or the time are used up; throws the last failure. */
export const withRetry = async <T>(task: () => Promise<T>, options: RetryOptions): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await task()
    } catch (error) {
      const wait = error instanceof AppError ? nextWait(error, tries, options) : null
      if (wait === null) throw error
      options.onRetry?.(options.clock.now() + wait)
      await sleep(options.clock, wait, options.signal)
    }
  }
}
