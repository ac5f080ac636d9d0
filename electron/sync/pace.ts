import type { Checkpoint } from '../cache/cache.ts'

/** How the reading of one resource goes, in memory only. */
export interface Pace {
  /** Null before anything was read. */
  itemsPerSecond: number | null
  /** Tries that failed, of this reading. */
  errors: number
  /** When the next try starts, epoch ms; null while none has to wait. */
  nextTryAt: number | null
}

interface Reading {
  beganAt: number
  beganItems: number
  pace: Pace
}

export const NO_PACE: Pace = { itemsPerSecond: null, errors: 0, nextTryAt: null }

/** Follows one resource through its checkpoints. Times are epoch ms. */
export interface PaceMeter {
  /** A checkpoint was reached: of a new reading when none was under way. */
  reached(checkpoint: Checkpoint, at: number): void
  /** A try failed, and the next one starts at `nextTryAt`. */
  failed(nextTryAt: number): void
  pace(): Pace
}

export const createPaceMeter = (): PaceMeter => {
  let reading: Reading = { beganAt: 0, beganItems: 0, pace: NO_PACE }
  let isUnderWay = false
  return {
    reached: ({ state, items }, at) => {
      if (!isUnderWay && state === 'running') reading = { beganAt: at, beganItems: items, pace: NO_PACE }
      isUnderWay = state === 'running'
      const seconds = (at - reading.beganAt) / 1_000
      const read = items - reading.beganItems
      const itemsPerSecond = seconds > 0 && read > 0 ? Math.round(read / seconds) : reading.pace.itemsPerSecond
      reading.pace = { ...reading.pace, itemsPerSecond, nextTryAt: null }
    },
    failed: (nextTryAt) => {
      if (isUnderWay) reading.pace = { ...reading.pace, errors: reading.pace.errors + 1, nextTryAt }
    },
    pace: () => reading.pace,
  }
}
