import { create } from 'zustand'

export const VIEWS = ['people', 'overview', 'accounts', 'privacy'] as const
/** What the middle of the window shows. */
export type View = (typeof VIEWS)[number]

export const VIEW_NAMES: Record<View, string> = {
  people: 'People',
  overview: 'Overview',
  accounts: 'Accounts',
  privacy: 'Privacy',
}

interface ViewState {
  view: View
  show: (view: View) => void
}

/** Which view is open in the middle of the window. */
export const useViewStore = create<ViewState>()((set) => ({
  view: 'people',
  show: (view) => set({ view }),
}))
