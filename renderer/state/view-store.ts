import { create } from 'zustand'

export const VIEWS = ['people', 'cases', 'overview', 'accounts', 'privacy'] as const
/** A view of the rail. */
export type NamedView = (typeof VIEWS)[number]
/** What the middle of the window shows; `parts` is the page of the design system, for developers. */
export type View = NamedView | 'parts'

export const VIEW_NAMES: Record<NamedView, string> = {
  people: 'People',
  cases: 'Cases',
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
