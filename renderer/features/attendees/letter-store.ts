import { create } from 'zustand'
import type { Letter } from '#shared/domain/attendees.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { ask } from '../../state/api.ts'
import type { Filters } from '../../state/filter-store.ts'
import { newestWins } from '../../state/newest-wins.ts'

interface LetterState {
  /** Where the letters begin in the list on screen; empty when it is not sorted by name. */
  letters: readonly Letter[]
}

const NONE: LetterState = { letters: [] }

export const useLetterStore = create<LetterState>()(() => NONE)

const reading = newestWins<Filters, Outcome<Letter[]>>(
  ({ provider, accountId, reason }) => ask((api) => api.attendees.letters({ provider, accountId, reason })),
  // Without them the list still scrolls: the list itself reports what is wrong.
  (outcome) => useLetterStore.setState(outcome.ok ? { letters: outcome.value } : NONE),
)

/** Reads the letters of a list; other orders and search results have none. */
export const readLetters = (filters: Filters): void => {
  if (filters.sort === 'name' && filters.text.trim() === '') reading.ask(filters)
  else {
    reading.forget()
    useLetterStore.setState(NONE)
  }
}

/** Where a typed key leads: its own letter, or the next one that has anybody. */
export const positionOf = (letters: readonly Letter[], key: string): number | null => {
  const wanted = key.toUpperCase()
  if (!/^\p{L}$/u.test(wanted)) return null
  return (
    (letters.find(({ letter }) => letter === wanted) ?? letters.find(({ letter }) => letter > wanted))?.index ?? null
  )
}
