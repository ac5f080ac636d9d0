import { create } from 'zustand'
import type { Candidate, CandidateProvider, Identified } from '#shared/identifiers/types.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { ask } from './api.ts'
import type { Filters } from './filter-store.ts'
import { newestWins } from './newest-wins.ts'

interface IdentifiedState {
  /** The readings of the search text; null for no text, or before the first answer. */
  identified: Identified | null
  /** The reading that the person chose among several. */
  chosen: Candidate | null
}

const EMPTY: IdentifiedState = { identified: null, chosen: null }

/** What the text in the search box is, when it is an identifier. */
export const useIdentifiedStore = create<IdentifiedState>()(() => EMPTY)

type Question = Pick<Filters, 'text' | 'provider'>

const reading = newestWins<Question, Outcome<Identified>>(
  (question) => ask((api) => api.people.identify(question)),
  (outcome) =>
    // A failure here only means no hint: the list beside it reports the same trouble.
    useIdentifiedStore.setState(outcome.ok ? { identified: outcome.value, chosen: null } : EMPTY),
)

/** Reads what the text is; blank text is nothing. */
export const identifyText = (question: Question): void => {
  if (question.text.trim() !== '') reading.ask(question)
  else {
    reading.forget()
    useIdentifiedStore.setState(EMPTY)
  }
}

/** Resolves once the newest text is identified. */
export const whenIdentified = (): Promise<void> => reading.idle()

export const chooseReading = (chosen: Candidate): void => useIdentifiedStore.setState({ chosen })

/** Whether two readings are the same one. */
export const isSameReading = (
  a: { provider: CandidateProvider; kind: string; value: string },
  b: { provider: CandidateProvider; kind: string; value: string } | null,
): boolean => b !== null && a.provider === b.provider && a.kind === b.kind && a.value === b.value
