import { create } from 'zustand'
import type { ConvertAnswer, MissingForm } from '#shared/domain/convert.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import { ask } from '../../state/api.ts'

/** What came of a look-up, in words. */
export interface Told {
  tone: 'info' | 'warn' | 'danger'
  title: string
  advice: string | null
}

interface ConvertState {
  text: string
  candidate: Candidate | null
  answer: ConvertAnswer | null
  /** The look-up under way: the label of its form. */
  asking: string | null
  told: Told | null
}

const EMPTY: ConvertState = { text: '', candidate: null, answer: null, asking: null, told: null }

/** One identifier and all of its forms. */
export const useConvertStore = create<ConvertState>()(() => EMPTY)

let newest = 0

const read = async (): Promise<void> => {
  newest += 1
  const ticket = newest
  const { text, candidate } = useConvertStore.getState()
  const outcome = await ask((api) => api.people.convert({ text, candidate }))
  if (ticket !== newest) return
  if (outcome.ok) useConvertStore.setState({ answer: outcome.value })
  else {
    const { message, advice = null } = outcome.error
    useConvertStore.setState({ told: { tone: 'danger', title: message, advice } })
  }
}

/** Lists the forms of a text (or of one of its readings); spends nothing. */
export const convertText = async (text: string, candidate: Candidate | null): Promise<void> => {
  const same = useConvertStore.getState().text === text
  useConvertStore.setState({ ...EMPTY, text, candidate, answer: same ? useConvertStore.getState().answer : null })
  if (text.trim() !== '') await read()
}

/** Drops what is shown; a look-up that was sent is still saved by main. */
export const closeConvert = (): void => {
  newest += 1
  useConvertStore.setState(EMPTY)
}

type LookUp = Extract<MissingForm, { state: 'look-up' }>

const toldOf = (label: string, state: string, message?: string, advice: string | null = null): Told => {
  if (state === 'attendee' || state === 'unknown-user')
    return { tone: 'info', title: `${label}: the provider answered; the user exists.`, advice: null }
  return { tone: 'warn', title: message ?? 'The provider did not tell it.', advice }
}

/** Spends one look-up for a form: call only after a click. */
export const askForForm = async (label: string, missing: LookUp, overBudget: boolean): Promise<void> => {
  const { text, answer, asking } = useConvertStore.getState()
  if (answer === null || asking !== null) return
  useConvertStore.setState({ asking: label, told: null })
  const { product, mode } = missing
  // No account is named: main ranks them as in `missing`, and finds the person's ids through every account.
  const outcome = await ask((api) =>
    api.people.resolve({ text, candidate: answer.candidate, accountId: null, product, mode, overBudget }),
  )
  if (useConvertStore.getState().text !== text) return
  if (outcome.ok) {
    const { result } = outcome.value
    const told =
      result.state === 'attendee' || result.state === 'unknown-user'
        ? toldOf(label, result.state)
        : toldOf(label, result.state, result.message, 'advice' in result ? result.advice : null)
    useConvertStore.setState({ asking: null, told })
  } else {
    const { message, advice = null } = outcome.error
    useConvertStore.setState({ asking: null, told: { tone: 'danger', title: message, advice } })
  }
  await read()
}
