import { create } from 'zustand'
import type { AttendeeQuery } from '#shared/domain/attendees.ts'

/** What the grid shows: a query without its page. */
export type Filters = Omit<AttendeeQuery, 'offset' | 'limit' | 'effort'>

interface FilterState {
  filters: Filters
  change: (part: Partial<Filters>) => void
  reset: () => void
}

export const NO_FILTERS: Filters = { text: '', provider: null, accountId: null, reason: null, sort: 'name' }

/** The longest text that main accepts. */
export const MAX_TEXT = 20_000

/** Search text, tab, account, reason and sort: shared by the search bar, the tabs, the rail and the grid. */
export const useFilterStore = create<FilterState>()((set) => ({
  filters: NO_FILTERS,
  change: (part) => set((state) => ({ filters: { ...state.filters, ...part } })),
  reset: () => set({ filters: NO_FILTERS }),
}))
