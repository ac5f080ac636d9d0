import { create } from 'zustand'
import type { Passport } from '#shared/domain/attendees.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { RawAnswers, RawSubject } from '#shared/domain/raw.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { ask } from '../../state/api.ts'
import { newestWins } from '../../state/newest-wins.ts'
import { tellFailure } from '../../state/toast-store.ts'

interface RawState {
  /** null until the first answer. */
  raw: RawAnswers | null
  failure: Failure | null
}

const EMPTY: RawState = { raw: null, failure: null }

/** The open person's answers as received. */
export const useRawStore = create<RawState>()(() => EMPTY)

const reading = newestWins<RawSubject, Outcome<RawAnswers>>(
  (subject) => ask((api) => api.raw.of(subject)),
  (outcome) => useRawStore.setState(outcome.ok ? { raw: outcome.value, failure: null } : { failure: outcome.error }),
)

/** Whose answers a passport is about. */
export const rawSubject = ({ attendeeId, account, provider, identifiers }: Passport): RawSubject => ({
  attendeeId,
  accountId: account.id,
  provider,
  internalId: identifiers.find(({ kind }) => kind === 'internal')?.value ?? null,
})

export const readRaw = (subject: RawSubject): void => reading.ask(subject)

export const forgetRaw = (): void => {
  reading.forget()
  useRawStore.setState(EMPTY)
}

/** Switches keeping on or off for the workspace, and reads the person again. Off deletes everything that was kept. */
export const keepRaw = async (on: boolean, subject: RawSubject): Promise<void> => {
  const outcome = await ask((api) => api.raw.keep({ on }))
  if (outcome.ok) readRaw(subject)
  else tellFailure(on ? 'Answers are not kept.' : 'Answers were not deleted.', outcome.error)
}
