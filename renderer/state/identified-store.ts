import { create } from 'zustand'
import type { IdentifiedText } from '#shared/domain/identified.ts'
import type { Candidate, CandidateProvider } from '#shared/identifiers/types.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { ask } from './api.ts'
import type { Filters } from './filter-store.ts'
import { newestWins } from './newest-wins.ts'

interface IdentifiedState {
  /** The readings of the search text; null for no text, or before the first answer. */
  identified: IdentifiedText | null
  /** The reading that the person chose among several. */
  chosen: Candidate | null
}

const EMPTY: IdentifiedState = { identified: null, chosen: null }

/** What the text in the search box is, when it is an identifier. */
export const useIdentifiedStore = create<IdentifiedState>()(() => EMPTY)

type Question = Pick<Filters, 'text' | 'provider'>

const reading = newestWins<Question, Outcome<IdentifiedText>>(
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

/** The text is an identifier without doubt, not a word that could be one. */
export const isClear = ({ candidates }: Pick<IdentifiedText, 'candidates'>): boolean =>
  candidates.some(({ certainty }) => certainty !== 'possible')

/** A reading, and whether a synced attendee carries it. */
export interface Reading {
  candidate: Candidate
  cached: boolean
}

/** The readings of the text, those of synced attendees first. */
export const readingsOf = ({ candidates, cached }: Pick<IdentifiedText, 'candidates' | 'cached'>): Reading[] => {
  const readings = candidates.map((candidate, index) => ({ candidate, cached: cached[index] ?? false }))
  return [...readings.filter((reading) => reading.cached), ...readings.filter((reading) => !reading.cached)]
}

/** Resolves once the newest text is identified. */
export const whenIdentified = (): Promise<void> => reading.idle()

export const chooseReading = (chosen: Candidate): void => useIdentifiedStore.setState({ chosen })

/** Whether two readings are the same one. */
export const isSameReading = (
  a: { provider: CandidateProvider; kind: string; value: string },
  b: { provider: CandidateProvider; kind: string; value: string } | null,
): boolean => b !== null && a.provider === b.provider && a.kind === b.kind && a.value === b.value
