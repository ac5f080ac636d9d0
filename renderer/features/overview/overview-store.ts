import { create } from 'zustand'
import type { Overview } from '#shared/domain/accounts.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { ask } from '../../state/api.ts'
import { newestWins } from '../../state/newest-wins.ts'

interface OverviewState {
  /** null until the first answer. */
  overview: Overview | null
  failure: Failure | null
}

const EMPTY: OverviewState = { overview: null, failure: null }

/** The workspace at a glance. */
export const useOverviewStore = create<OverviewState>()(() => EMPTY)

const reading = newestWins<null, Outcome<Overview>>(
  () => ask((api) => api.accounts.overview(null)),
  (outcome) =>
    useOverviewStore.setState(outcome.ok ? { overview: outcome.value, failure: null } : { failure: outcome.error }),
)

/** Reads the figures; those on screen stay until the answer is there. */
export const loadOverview = (): void => reading.ask(null)

/** Forgets the figures of the workspace that was left. */
export const resetOverview = (): void => {
  reading.forget()
  useOverviewStore.setState(EMPTY)
}
