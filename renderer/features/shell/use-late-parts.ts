import { useEffect, useState } from 'react'
import { whenIdle } from '../../lib/when-idle.ts'
import { whenAnswered } from '../attendees/attendee-store.ts'

type LateParts = typeof import('./late-parts.ts')

let loaded: LateParts | null = null

const load = async (): Promise<LateParts> => {
  loaded = await import('./late-parts.ts')
  return loaded
}

/**
 * The parts that the first screen does not show: null until they are loaded. That is at once when something is open that
 * needs them (`needed`), and after the first rows otherwise, so that compiling them does not hold those up.
 */
export const useLateParts = (needed: boolean): LateParts | null => {
  const [parts, setParts] = useState(loaded)
  const missing = parts === null
  useEffect(() => {
    if (!missing) return
    let left = false
    const show = async (): Promise<void> => {
      if (!needed) await whenAnswered().then(whenIdle)
      if (left) return
      const all = await load()
      if (!left) setParts(all)
    }
    // Thrown while rendering, so that the window says that a file of the app is missing.
    show().catch((error: unknown) =>
      setParts(() => {
        throw error
      }),
    )
    return () => {
      left = true
    }
  }, [needed, missing])
  return parts
}
