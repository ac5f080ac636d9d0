import { create } from 'zustand'
import { keyOfPerson } from '#shared/cases/person-key.ts'
import type { CaseSummary, PersonRef } from '#shared/domain/cases.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { ask } from '../../state/api.ts'
import { newestWins } from '../../state/newest-wins.ts'
import { tell, tellFailure } from '../../state/toast-store.ts'
import { showCase, startCase } from './case-actions.ts'
import { loadCases, refreshCase } from './cases-store.ts'

type Holding = Pick<CaseSummary, 'id' | 'title' | 'status'>

interface AddState {
  /** The menu of the open passport. */
  open: boolean
  setOpen: (open: boolean) => void
  /** Key of the person whom `holding` is about. */
  person: string | null
  /** Cases that hold the person. */
  holding: Holding[]
}

/** Which cases hold the person of the open passport, and the menu that adds them to another one. */
export const useAddStore = create<AddState>()((set) => ({
  open: false,
  setOpen: (open) => set({ open }),
  person: null,
  holding: [],
}))

const reading = newestWins<PersonRef, { key: string; outcome: Outcome<Holding[]> }>(
  async (person) => ({ key: keyOfPerson(person), outcome: await ask((api) => api.cases.holding({ person })) }),
  ({ key, outcome }) => useAddStore.setState({ person: key, holding: outcome.ok ? outcome.value : [] }),
)

/** Reads which cases hold a person. Without the notebook there are none: adding will say why. */
export const loadHolding = (person: PersonRef): void => reading.ask(person)

/** Pins a person to a case that is there. */
export const addToCase = async (id: string, caseTitle: string, person: PersonRef, name: string): Promise<void> => {
  const outcome = await ask((api) => api.cases.pin({ id, person }))
  if (!outcome.ok) return tellFailure(`${name} was not added.`, outcome.error)
  loadHolding(person)
  loadCases()
  refreshCase()
  tell({
    title: `${name} is in “${caseTitle}”.`,
    advice: null,
    action: { label: 'Open case', run: () => showCase(id) },
  })
}

/** Starts a case with a person in it, named after them. */
export const addToNewCase = async (person: PersonRef, name: string): Promise<void> => {
  const started = await startCase(name, person)
  if (started === null) return
  loadHolding(person)
  tell({
    title: `${name} is in the new case “${started.title}”.`,
    advice: null,
    action: { label: 'Open case', run: () => showCase(started.id) },
  })
}
