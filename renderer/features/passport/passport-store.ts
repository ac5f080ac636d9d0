import { create } from 'zustand'
import type { Passport } from '#shared/domain/attendees.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { ask } from '../../state/api.ts'
import { newestWins } from '../../state/newest-wins.ts'

interface PassportState {
  /** The attendee that is asked for. */
  id: string | null
  /** The last answer: it may still be the previous person's while the next one loads. */
  passport: Passport | null
  failure: Failure | null
}

const EMPTY: PassportState = { id: null, passport: null, failure: null }

/** Everything about the attendee who is open. */
export const usePassportStore = create<PassportState>()(() => EMPTY)

const reading = newestWins<string, Outcome<Passport>>(
  (id) => ask((api) => api.attendees.passport({ id })),
  (outcome) =>
    usePassportStore.setState(
      outcome.ok ? { passport: outcome.value, failure: null } : { passport: null, failure: outcome.error },
    ),
)

/** Reads a person; the previous one stays on screen until the answer is there. */
export const openPassport = (id: string): void => {
  usePassportStore.setState({ id, failure: null })
  reading.ask(id)
}

/** Reads the open person again after the cache changed. */
export const refreshPassport = (): void => {
  const { id } = usePassportStore.getState()
  if (id !== null) reading.ask(id)
}

export const closePassport = (): void => {
  reading.forget()
  usePassportStore.setState(EMPTY)
}
