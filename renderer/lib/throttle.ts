export interface Throttled {
  call: () => void
  /** Forgets a waiting call. */
  cancel: () => void
}

/** Runs at once, then at most every `ms`; a call in between runs at the end of the pause, so the last one is never lost. */
export const throttle = (run: () => void, ms: number): Throttled => {
  let timer: ReturnType<typeof setTimeout> | null = null
  let waiting = false
  const pause = () => {
    timer = setTimeout(() => {
      timer = null
      if (!waiting) return
      waiting = false
      run()
      pause()
    }, ms)
  }
  return {
    call() {
      if (timer !== null) {
        waiting = true
        return
      }
      run()
      pause()
    },
    cancel() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      waiting = false
    },
  }
}
