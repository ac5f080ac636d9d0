import { LIMITS } from '#shared/domain/case-limits.ts'
import type { CaseStatus, CaseSummary, ExportFormat, PersonRef, PinnedPerson } from '#shared/domain/cases.ts'
import { cut } from '#shared/text/cut.ts'
import { ask } from '../../state/api.ts'
import { usePaneStore } from '../../state/pane-store.ts'
import { tell, tellFailure } from '../../state/toast-store.ts'
import { useViewStore } from '../../state/view-store.ts'
import { onSaving, saveNow, typeHead, typeNote, typeNotes } from './case-edits.ts'
import { closeCase, hideCase, loadCases, openCase, refreshCase, showSummary, useCasesStore } from './cases-store.ts'

onSaving((caseId, state) => {
  if (useCasesStore.getState().openId === caseId) useCasesStore.setState({ saving: state })
  if (state === 'saved') loadCases()
})

/** Shows a case in the cases view. */
export const showCase = (id: string, fresh = false): void => {
  saveNow()
  useViewStore.getState().show('cases')
  openCase(id, fresh)
}

/** Starts a case, with a person in it when one is given; a title is cut to what fits (names can be longer). Null: it failed, and the person was told. */
export const startCase = async (title: string, person: PersonRef | null): Promise<CaseSummary | null> => {
  const outcome = await ask((api) => api.cases.create({ title: cut(title, LIMITS.title), ticket: '', person }))
  if (outcome.ok) {
    loadCases()
    return outcome.value
  }
  tellFailure('The case was not created.', outcome.error)
  return null
}

export const editHead = (change: { title?: string; ticket?: string }): void => {
  const { file } = useCasesStore.getState()
  if (file === null) return
  const next = { ...file, ...change }
  useCasesStore.setState({ file: next })
  typeHead(file.id, { title: next.title, ticket: next.ticket })
}

export const editNotes = (notes: string): void => {
  const { file } = useCasesStore.getState()
  if (file === null) return
  useCasesStore.setState({ file: { ...file, notes } })
  typeNotes(file.id, notes)
}

export const editNote = (key: string, note: string): void => {
  const { file } = useCasesStore.getState()
  if (file === null) return
  const pinned = file.pinned.map((person) => (person.key === key ? { ...person, note } : person))
  useCasesStore.setState({ file: { ...file, pinned } })
  typeNote(file.id, key, note)
}

export const setStatus = async (id: string, status: CaseStatus): Promise<void> => {
  saveNow()
  const outcome = await ask((api) => api.cases.setStatus({ id, status }))
  if (!outcome.ok) return tellFailure('The case is as it was.', outcome.error)
  showSummary(outcome.value)
  loadCases()
  refreshCase()
}

const restoreCase = async (id: string): Promise<void> => {
  const outcome = await ask((api) => api.cases.restore({ id }))
  if (!outcome.ok) return tellFailure('The case was not brought back.', outcome.error)
  loadCases()
  showCase(id)
}

/** Deletes a case; a message offers to bring it back. */
export const deleteCase = async (id: string, title: string): Promise<void> => {
  saveNow()
  const outcome = await ask((api) => api.cases.remove({ id }))
  if (!outcome.ok) return tellFailure('The case was not deleted.', outcome.error)
  if (useCasesStore.getState().openId === id) closeCase()
  hideCase(id)
  loadCases()
  tell({
    title: `“${title}” is deleted.`,
    advice: 'It can be brought back until the workspace is closed.',
    action: { label: 'Undo', run: () => void restoreCase(id) },
  })
}

const repin = async (id: string, key: string): Promise<void> => {
  const outcome = await ask((api) => api.cases.repin({ id, key }))
  if (!outcome.ok) return tellFailure('The person was not pinned again.', outcome.error)
  loadCases()
  refreshCase()
}

/** Takes a person off a case; a message offers to bring them back. */
export const unpin = async (id: string, { key, title }: PinnedPerson): Promise<void> => {
  saveNow()
  const outcome = await ask((api) => api.cases.unpin({ id, key }))
  if (!outcome.ok) return tellFailure('The person was not taken off the case.', outcome.error)
  loadCases()
  refreshCase()
  tell({
    title: `${title} is off the case.`,
    advice: null,
    action: { label: 'Undo', run: () => void repin(id, key) },
  })
}

/** Opens the passport of a pinned person; a looked-up user who is no attendee is resolved, without spending anything. */
export const openPinned = ({ ref }: PinnedPerson): void => {
  const { openAttendee, openResolve } = usePaneStore.getState()
  if (ref.kind === 'attendee') {
    openAttendee(ref.id)
    return
  }
  const { provider, internalId: value } = ref
  const why = 'Pinned to a case.'
  const candidate = { provider, kind: 'internal', value, display: value, certainty: 'certain', why } as const
  openResolve({ text: value, candidate, readings: [candidate] })
}

/** Saves a case to a file, or copies it. False: nothing was copied or saved. */
export const exportCase = async (id: string, format: ExportFormat, to: 'file' | 'clipboard'): Promise<boolean> => {
  saveNow()
  const outcome = await ask((api) => api.cases.export({ id, format, to }))
  if (!outcome.ok) {
    tellFailure('The case was not exported.', outcome.error)
    return false
  }
  const { done, fileName } = outcome.value
  if (done === 'saved') tell({ title: `Saved as ${fileName}.`, advice: 'Only you can read the file.', action: null })
  return done !== 'nothing'
}
