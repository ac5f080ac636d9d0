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

/** What the pane at the right shows. */
export type Pane = { kind: 'attendee'; id: string } | ({ kind: 'resolve' } & ResolvePane) | null

interface PaneState {
  pane: Pane
  openAttendee: (id: string) => void
  openResolve: (question: Omit<ResolvePane, 'ticket'>) => void
  close: () => void
}

let nextTicket = 1

/** Which person or which resolve answer is open beside the grid. */
export const usePaneStore = create<PaneState>()((set) => ({
  pane: null,
  openAttendee: (id) => set({ pane: { kind: 'attendee', id } }),
  openResolve: (question) => set({ pane: { kind: 'resolve', ...question, ticket: nextTicket++ } }),
  close: () => set({ pane: null }),
}))
