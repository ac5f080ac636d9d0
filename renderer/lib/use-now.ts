import { useSyncExternalStore } from 'react'

/** Ages on screen are this fresh, ms. */
const TICK_MS = 20_000

let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  if (listeners.size === 1) {
    now = Date.now()
    timer = setInterval(() => {
      now = Date.now()
      for (const tell of listeners) tell()
    }, TICK_MS)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearInterval(timer)
  }
}

/** The time in ms, renewed every 20 seconds by one timer for the whole window. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
