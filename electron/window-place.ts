import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { log } from './log.ts'

export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

/** Where the window stood when it was closed, in device-independent pixels; `bounds` are those of the unmaximised window. */
export interface WindowPlace {
  bounds: Rectangle
  maximized: boolean
}

const FARTHEST = 100_000

const isPixels = (value: unknown): boolean => Number.isInteger(value) && Math.abs(Number(value)) <= FARTHEST

/** By hand: this runs before the window is there, and nothing else that does needs a schema library. */
const parsePlace = (value: unknown): WindowPlace => {
  const { bounds, maximized } = (value ?? {}) as { bounds?: Partial<Rectangle>; maximized?: unknown }
  const { x, y, width, height } = bounds ?? {}
  if (typeof maximized !== 'boolean' || ![x, y, width, height].every(isPixels)) throw new Error('not a window place')
  return { bounds: { x, y, width, height } as Rectangle, maximized }
}

/** So much of the window has to be on a screen for it to be grabbed. */
const GRIP = { width: 160, height: 80 }

const overlap = (from: number, size: number, areaFrom: number, areaSize: number): number =>
  Math.min(from + size, areaFrom + areaSize) - Math.max(from, areaFrom)

/** The place, if its window can still be reached on one of the screens' work areas; null when its screen is gone. */
export const reachable = (place: WindowPlace, workAreas: readonly Rectangle[]): WindowPlace | null => {
  const { x, y, width, height } = place.bounds
  const isOn = (area: Rectangle): boolean =>
    overlap(x, width, area.x, area.width) >= GRIP.width &&
    overlap(y, height, area.y, area.height) >= GRIP.height &&
    // The title bar is what the window is moved by.
    y >= area.y - 1
  return workAreas.some(isOn) ? place : null
}

/** The kept place; null at the first start, and for a file that is not readable as one. */
export const readPlace = (file: string): WindowPlace | null => {
  try {
    return parsePlace(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log('warn', 'window', 'the kept window place is unreadable')
    return null
  }
}

/** Keeps the place. A folder that cannot be written costs the place, not the closing of the window. */
export const keepPlace = (file: string, place: WindowPlace): void => {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(place), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  } catch {
    log('warn', 'window', 'the window place was not kept')
  }
}
