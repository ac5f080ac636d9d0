import { create } from 'zustand'
import type { Candidate } from '#shared/identifiers/types.ts'

export interface ResolvePane {
  text: string
  /** The reading to resolve; null lets main try all of them against the cache. */
  candidate: Candidate | null
  /** Every reading of the text, to choose another one. */
  readings: Candidate[]
  /** Differs per request: asking for the same text again starts again. */
  ticket: number
}

/** A text whose forms are listed; empty to type one. */
export interface ConvertPane {
  text: string
  candidate: Candidate | null
  /** Differs per request. */
  ticket: number
}

/** What the pane at the right shows. */
export type Pane =
  | { kind: 'attendee'; id: string }
  | ({ kind: 'resolve' } & ResolvePane)
  | ({ kind: 'convert' } & ConvertPane)

interface PaneState {
  /** null: the pane is closed. */
  pane: Pane | null
  /** What was open before, oldest first. */
  before: Pane[]
  /** What `back` left, nearest first. */
  after: Pane[]
  openAttendee: (id: string) => void
  openResolve: (question: Omit<ResolvePane, 'ticket'>) => void
  openConvert: (question: Omit<ConvertPane, 'ticket'>) => void
  back: () => void
  forward: () => void
  close: () => void
  /** Closes the pane and forgets where it was. */
  forget: () => void
}

/** As far as one goes back. */
const MOST = 50

let nextTicket = 1

const isSame = (a: Pane | null, b: Pane): boolean => a?.kind === 'attendee' && b.kind === 'attendee' && a.id === b.id

const opened = (state: PaneState, pane: Pane): Partial<PaneState> => {
  if (isSame(state.pane, pane)) return {}
  const before = state.pane === null ? state.before : [...state.before, state.pane].slice(-MOST)
  return { pane, before, after: [] }
}

/** Which person or which resolve answer is open beside the grid, with the way back. */
export const usePaneStore = create<PaneState>()((set) => ({
  pane: null,
  before: [],
  after: [],
  openAttendee: (id) => set((state) => opened(state, { kind: 'attendee', id })),
  openResolve: (question) => set((state) => opened(state, { kind: 'resolve', ...question, ticket: nextTicket++ })),
  openConvert: (question) => set((state) => opened(state, { kind: 'convert', ...question, ticket: nextTicket++ })),
  back: () =>
    set(({ pane, before, after }) => {
      const last = before.at(-1)
      if (last === undefined) return {}
      return { pane: last, before: before.slice(0, -1), after: pane === null ? after : [pane, ...after] }
    }),
  forward: () =>
    set(({ pane, before, after }) => {
      const [next, ...rest] = after
      if (next === undefined) return {}
      return { pane: next, before: pane === null ? before : [...before, pane], after: rest }
    }),
  close: () =>
    set(({ pane, before }) => (pane === null ? {} : { pane: null, before: [...before, pane].slice(-MOST), after: [] })),
  forget: () => set({ pane: null, before: [], after: [] }),
}))
