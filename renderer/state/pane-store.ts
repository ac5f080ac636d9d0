import { create } from 'zustand'
import type { Candidate } from '#shared/identifiers/types.ts'

/** What the pane at the right shows. */
export type Pane =
  | { kind: 'attendee'; id: string }
  /** `ticket` differs per request: asking for the same text again starts again. */
  | { kind: 'resolve'; text: string; candidate: Candidate | null; ticket: number }
  | null

interface PaneState {
  pane: Pane
  openAttendee: (id: string) => void
  openResolve: (text: string, candidate: Candidate | null) => void
  close: () => void
}

let nextTicket = 1

/** Which person or which resolve answer is open beside the grid. */
export const usePaneStore = create<PaneState>()((set) => ({
  pane: null,
  openAttendee: (id) => set({ pane: { kind: 'attendee', id } }),
  openResolve: (text, candidate) => set({ pane: { kind: 'resolve', text, candidate, ticket: nextTicket++ } }),
  close: () => set({ pane: null }),
}))
