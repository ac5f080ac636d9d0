import { setImmediate as turn } from 'node:timers/promises'
import type { Clock } from '../clock.ts'

/** A clock for tests: time passes only while nothing else can happen. */
export interface VirtualClock extends Clock {
  /** Waits for `promise`, jumping to the next timer whenever it is the only thing left to happen. */
  settle<T>(promise: Promise<T>): Promise<T>
  /** Moves time on and fires what is due. */
  pass(ms: number): void
  /** Sets the computer's clock forward (or back): no time passes, and timers wait on. */
  jump(ms: number): void
}

export const createVirtualClock = (startAt = Date.UTC(2026, 0, 1)): VirtualClock => {
  let time = startAt
  let timers: { at: number; run: () => void }[] = []
  const fireUntil = (at: number): void => {
    time = Math.max(time, at)
    const due = timers.filter((timer) => timer.at <= time).sort((a, b) => a.at - b.at)
    timers = timers.filter((timer) => timer.at > time)
    for (const { run } of due) run()
  }
  return {
    now: () => time,
    after: (ms, run) => {
      const timer = { at: time + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    pass: (ms) => fireUntil(time + ms),
    jump: (ms) => {
      time += ms
      for (const timer of timers) timer.at += ms
    },
    settle: async (promise) => {
      let settled = false
      const done = promise.finally(() => {
        settled = true
      })
      // The caller awaits `done`; this branch only keeps an early rejection from counting as unhandled.
      done.catch(() => undefined)
      for (;;) {
        await turn()
        await turn()
        if (settled) return done
        if (timers.length > 0) fireUntil(Math.min(...timers.map(({ at }) => at)))
      }
    },
  }
}
