import { create } from 'zustand'
import type { SoleGroups } from '#shared/domain/accounts.ts'
import type { AttendeeRow } from '#shared/domain/attendees.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { ask } from '../../state/api.ts'
import { newestWins } from '../../state/newest-wins.ts'

interface SoleState {
  /** null until the first answer. */
  sole: SoleGroups | null
  /** The group whose people are listed. */
  openId: string | null
  /** null until its answer. */
  people: AttendeeRow[] | null
  failure: Failure | null
}

const EMPTY: SoleState = { sole: null, openId: null, people: null, failure: null }

/** People whom one group makes known and nothing else. */
export const useSoleStore = create<SoleState>()(() => EMPTY)

const counting = newestWins<null, Outcome<SoleGroups>>(
  () => ask((api) => api.accounts.soleGroups(null)),
  (outcome) => useSoleStore.setState(outcome.ok ? { sole: outcome.value, failure: null } : { failure: outcome.error }),
)

const listing = newestWins<string, Outcome<AttendeeRow[]>>(
  (chatId) => ask((api) => api.accounts.soleMembers({ chatId })),
  (outcome) => useSoleStore.setState(outcome.ok ? { people: outcome.value } : { failure: outcome.error }),
)

/** Counts again; the figures on screen stay until the answer is there. */
export const countSole = (): void => counting.ask(null)

/** Lists the people of a group, or closes the list when it is open. */
export const toggleGroup = (chatId: string): void => {
  const openId = useSoleStore.getState().openId === chatId ? null : chatId
  useSoleStore.setState({ openId, people: null })
  if (openId !== null) listing.ask(openId)
}

/** Forgets the figures of the workspace that was left. */
export const resetSole = (): void => {
  counting.forget()
  listing.forget()
  useSoleStore.setState(EMPTY)
}
