import { useEffect, useState } from 'react'

/** How long it stays, ms. */
const SHOWN_MS = 1_600

/** A mark that goes out by itself: whether it shows, and what lights it (again). */
export const useShortly = (): [shown: boolean, show: () => void] => {
  const [since, setSince] = useState<number | null>(null)
  useEffect(() => {
    if (since === null) return
    const timer = setTimeout(() => setSince(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [since])
  return [since !== null, () => setSince(performance.now())]
}
