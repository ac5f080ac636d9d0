import { cancelled } from './clock.ts'

/** Lets at most a fixed number of tasks run at once; the others wait in order. */
export interface Gate {
  /** Runs `task` when a place is free. A waiting task whose `signal` aborts leaves the queue with `cancelled`. */
  run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T>
}

/** A gate with `places` places. */
export const createGate = (places: number): Gate => {
  const queue: (() => void)[] = []
  let free = places

  const enter = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(cancelled())
      if (free > 0) {
        free -= 1
        return resolve()
      }
      const onAbort = (): void => {
        queue.splice(queue.indexOf(admit), 1)
        reject(cancelled())
      }
      const admit = (): void => {
        signal.removeEventListener('abort', onAbort)
        resolve()
      }
      queue.push(admit)
      signal.addEventListener('abort', onAbort, { once: true })
    })

  const leave = (): void => {
    const next = queue.shift()
    if (next === undefined) free += 1
    else next()
  }

  return {
    run: async (task, signal) => {
      await enter(signal)
      try {
        return await task()
      } finally {
        leave()
      }
    },
  }
}
