import { AppError } from '#shared/domain/errors.ts'

/** Time, injected so that tests run on a virtual one. */
export interface Clock {
  /** Epoch ms. */
  now(): number
  /** Calls `run` once after `ms`; the returned function cancels it. */
  after(ms: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: Date.now,
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** The failure of a call that its caller gave up. */
export const cancelled = (): AppError => new AppError('cancelled', 'The call was cancelled.', { retryable: true })

/** Waits `ms`; rejects with `cancelled` as soon as `signal` aborts. */
export const sleep = (clock: Clock, ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(cancelled())
    const onAbort = (): void => {
      cancel()
      reject(cancelled())
    }
    const cancel = clock.after(ms, () => {
      signal.removeEventListener('abort', onAbort)
      resolve()
    })
    signal.addEventListener('abort', onAbort, { once: true })
  })
