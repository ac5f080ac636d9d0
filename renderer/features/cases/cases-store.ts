import { create } from 'zustand'
import type { CaseFile, CaseList, CaseSummary } from '#shared/domain/cases.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import type { SaveState } from '../../lib/autosave.ts'
import { ask } from '../../state/api.ts'
import { newestWins } from '../../state/newest-wins.ts'
import { withPending } from './case-edits.ts'

interface CasesState {
  /** null until the first answer. */
  cases: CaseSummary[] | null
  failure: Failure | null
  /** False: they are gone when the workspace is closed. */
  lasting: boolean
  /** The case that is open in the view; null: none. */
  openId: string | null
  /** The open case; null until its answer is there. */
  file: CaseFile | null
  fileFailure: Failure | null
  /** Where the texts of the open case stand. */
  saving: SaveState
}

const EMPTY: CasesState = {
  cases: null,
  failure: null,
  lasting: true,
  openId: null,
  file: null,
  fileFailure: null,
  saving: 'saved',
}

/** The cases of the open workspace, and the one that is open. */
export const useCasesStore = create<CasesState>()(() => EMPTY)

const listing = newestWins<null, Outcome<CaseList>>(
  () => ask((api) => api.cases.list(null)),
  (outcome) => useCasesStore.setState(outcome.ok ? { ...outcome.value, failure: null } : { failure: outcome.error }),
)

const reading = newestWins<string, Outcome<CaseFile>>(
  (id) => ask((api) => api.cases.read({ id })),
  (outcome) =>
    useCasesStore.setState(
      outcome.ok ? { file: withPending(outcome.value), fileFailure: null } : { file: null, fileFailure: outcome.error },
    ),
)

/** Reads the list; the one on screen stays until the answer is there. */
export const loadCases = (): void => listing.ask(null)

let freshId: string | null = null

/** Whether the case was just started: its title is what is typed first. True once. */
export const takeFresh = (id: string): boolean => {
  const fresh = freshId === id
  if (fresh) freshId = null
  return fresh
}

/** Opens a case in the view. `fresh`: it was just started. */
export const openCase = (id: string, fresh = false): void => {
  if (fresh) freshId = id
  if (useCasesStore.getState().openId === id) return
  useCasesStore.setState({ openId: id, file: null, fileFailure: null, saving: 'saved' })
  reading.ask(id)
}

/** Reads the open case again: people in it may have come or gone. */
export const refreshCase = (): void => {
  const { openId } = useCasesStore.getState()
  if (openId !== null) reading.ask(openId)
}

export const closeCase = (): void => {
  reading.forget()
  useCasesStore.setState({ openId: null, file: null, fileFailure: null })
}

/** Puts a changed case into the list; the order changes with the next reading. */
export const showSummary = (summary: CaseSummary): void =>
  useCasesStore.setState(({ cases }) => ({
    cases: cases?.map((one) => (one.id === summary.id ? summary : one)) ?? null,
  }))

/** Takes a deleted case out of the list at once. */
export const hideCase = (id: string): void =>
  useCasesStore.setState(({ cases }) => ({ cases: cases?.filter((one) => one.id !== id) ?? null }))

/** Forgets the cases of the workspace that was left. */
export const resetCases = (): void => {
  listing.forget()
  reading.forget()
  useCasesStore.setState(EMPTY)
}
