import type { CaseFile } from '#shared/domain/cases.ts'
import { createAutosave, type SaveState } from '../../lib/autosave.ts'
import { ask } from '../../state/api.ts'
import { tellFailure } from '../../state/toast-store.ts'

/** How long typed text waits before it is saved, ms. */
const DELAY_MS = 400

interface CaseText {
  caseId: string
  part: 'head' | 'notes' | 'pin'
  /** Which pin. */
  pin: string
}

const keyOf = (text: CaseText): string => JSON.stringify([text.caseId, text.part, text.pin])
const readKey = (key: string): CaseText => {
  const [caseId, part, pin] = JSON.parse(key) as [string, CaseText['part'], string]
  return { caseId, part, pin }
}

interface Head {
  title: string
  ticket: string
}

const save = async (key: string, value: string): Promise<boolean> => {
  const { caseId: id, part, pin } = readKey(key)
  const outcome = await ask<unknown>((api) => {
    if (part === 'notes') return api.cases.editNotes({ id, notes: value })
    if (part === 'pin') return api.cases.annotate({ id, key: pin, note: value })
    return api.cases.rename({ id, ...(JSON.parse(value) as Head) })
  })
  if (!outcome.ok) tellFailure('What you typed is not saved yet.', outcome.error)
  return outcome.ok
}

type Listener = (caseId: string, state: SaveState) => void
let listener: Listener = () => undefined

/** Tells where the texts of a case stand; one listener. */
export const onSaving = (heard: Listener): void => {
  listener = heard
}

const autosave = createAutosave({
  delay: DELAY_MS,
  save,
  changed: (key, state) => listener(readKey(key).caseId, state),
})

export const typeNotes = (caseId: string, notes: string): void =>
  autosave.change(keyOf({ caseId, part: 'notes', pin: '' }), notes)

export const typeNote = (caseId: string, pin: string, note: string): void =>
  autosave.change(keyOf({ caseId, part: 'pin', pin }), note)

export const typeHead = (caseId: string, head: Head): void =>
  autosave.change(keyOf({ caseId, part: 'head', pin: '' }), JSON.stringify(head))

/** Sends everything that was typed, before it returns: when a field is left, the case changes, the window goes. */
export const saveNow = (): void => autosave.flush()

/** Forgets what could not be saved: its workspace was left. */
export const forgetEdits = (): void => autosave.forget()

/** A case as it was read, with what was typed since and is not on disk yet. */
export const withPending = (file: CaseFile): CaseFile => {
  const head = autosave.pending(keyOf({ caseId: file.id, part: 'head', pin: '' }))
  return {
    ...file,
    ...(head === undefined ? {} : (JSON.parse(head) as Head)),
    notes: autosave.pending(keyOf({ caseId: file.id, part: 'notes', pin: '' })) ?? file.notes,
    pinned: file.pinned.map((person) => ({
      ...person,
      note: autosave.pending(keyOf({ caseId: file.id, part: 'pin', pin: person.key })) ?? person.note,
    })),
  }
}

/** Sends what is left when the page goes: quit, reload, lock. */
export const saveOnLeaving = (): void => {
  const onHidden = () => {
    if (document.visibilityState === 'hidden') saveNow()
  }
  window.addEventListener('beforeunload', saveNow)
  window.addEventListener('pagehide', saveNow)
  document.addEventListener('visibilitychange', onHidden)
}
