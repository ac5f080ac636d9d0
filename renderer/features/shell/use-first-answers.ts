import { useEffect, useState } from 'react'
import { whenAccountsRead } from '../../state/account-store.ts'
import { whenAnswered } from '../attendees/attendee-store.ts'
import { whenCounted } from '../search/count-store.ts'

/** After this long the window is drawn with what there is, ms. */
const PATIENCE_MS = 200

/**
 * Whether the open workspace can be drawn: when a window starts, people are painted once and with their rows, instead of
 * empty first and again a moment later. `isOpen` is null while it is not known yet whether a workspace is open.
 */
export const useFirstAnswers = (isOpen: boolean | null): boolean => {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    if (isOpen === null || ready) return
    const show = (): void => setReady(true)
    // Another screen was there first: nothing starts any more.
    if (!isOpen) return show()
    const timer = setTimeout(show, PATIENCE_MS)
    void Promise.all([whenAnswered(), whenCounted(), whenAccountsRead()]).then(show)
    return () => clearTimeout(timer)
  }, [isOpen, ready])
  return ready
}
