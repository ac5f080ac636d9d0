import { create } from 'zustand'
import type { Failure } from '#shared/domain/errors.ts'
import type { ForgetPreview } from '#shared/domain/privacy.ts'
import { ask } from '../../state/api.ts'
import { usePaneStore } from '../../state/pane-store.ts'
import { useRecentStore } from '../../state/recent-store.ts'
import { tellFailure } from '../../state/toast-store.ts'

interface ForgetState {
  /** Whom the dialog asks about; null while it is closed. */
  id: string | null
  preview: ForgetPreview | null
  busy: boolean
  failure: Failure | null
  /** What was done last, for the screen reader and the status line. */
  done: string | null
}

const CLOSED = { id: null, preview: null, busy: false, failure: null }

/** Forgetting one person: asked first, with what it would delete. */
export const useForgetStore = create<ForgetState>()(() => ({ ...CLOSED, done: null }))

export const askToForget = async (id: string): Promise<void> => {
  useForgetStore.setState({ ...CLOSED, id, done: null })
  const outcome = await ask((api) => api.privacy.previewForget({ id }))
  if (useForgetStore.getState().id !== id) return
  useForgetStore.setState(outcome.ok ? { preview: outcome.value } : { failure: outcome.error })
}

export const closeForget = (): void => useForgetStore.setState(CLOSED)

/** Forgets whom the dialog asks about, and takes them out of what the window remembers. */
export const forget = async (): Promise<void> => {
  const { id, busy } = useForgetStore.getState()
  if (id === null || busy) return
  useForgetStore.setState({ busy: true, failure: null })
  const outcome = await ask((api) => api.privacy.forget({ id }))
  if (!outcome.ok) return useForgetStore.setState({ busy: false, failure: outcome.error })
  useRecentStore.setState(({ people }) => ({ people: people.filter((one) => one.id !== id) }))
  usePaneStore.getState().forget()
  const rest = outcome.value.finished ? '' : ' Remains in the files are being overwritten now.'
  useForgetStore.setState({ ...CLOSED, done: `The person was forgotten.${rest}` })
}

/** Saves everything about a person to a file that the person at the screen chooses. */
export const exportPerson = async (id: string, format: 'json' | 'csv'): Promise<void> => {
  const outcome = await ask((api) => api.privacy.exportPerson({ id, format }))
  if (!outcome.ok) tellFailure('The export was not saved.', outcome.error)
}
