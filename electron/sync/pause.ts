import { cancelled } from '../postpress/clock.ts'

/** Holds a run between two pages: nothing is asked while it is closed, and nothing that was read is lost. */
export interface Pause {
  close(): void
  open(): void
  isClosed(): boolean
  /** Resolves at once while open, else when it opens; rejects with `cancelled` when the run ends meanwhile. */
  pass(signal: AbortSignal): Promise<void>
}

export const createPause = (): Pause => {
  let waiting: (() => void)[] | null = null
  return {
    close: () => {
      waiting ??= []
    },
    open: () => {
      const go = waiting ?? []
      waiting = null
      for (const run of go) run()
    },
    isClosed: () => waiting !== null,
    pass: async (signal) => {
      while (waiting !== null) {
        if (signal.aborted) throw cancelled()
        const { promise, resolve, reject } = Promise.withResolvers<void>()
        const onAbort = (): void => reject(cancelled())
        signal.addEventListener('abort', onAbort, { once: true })
        waiting.push(resolve)
        await promise
        signal.removeEventListener('abort', onAbort)
      }
    },
  }
}
