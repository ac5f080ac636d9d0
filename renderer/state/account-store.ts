import { create } from 'zustand'
import type { ListedAccount } from '#shared/domain/accounts.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { ask } from './api.ts'
import { newestWins } from './newest-wins.ts'

interface AccountState {
  /** null until the first answer. */
  accounts: ListedAccount[] | null
  failure: Failure | null
}

const EMPTY: AccountState = { accounts: null, failure: null }

/** The connected accounts of the open workspace. */
export const useAccountStore = create<AccountState>()(() => EMPTY)

const reading = newestWins<null, Outcome<ListedAccount[]>>(
  () => ask((api) => api.accounts.list(null)),
  (outcome) =>
    useAccountStore.setState(outcome.ok ? { accounts: outcome.value, failure: null } : { failure: outcome.error }),
)

/** Reads the accounts; the list on screen stays until the answer is there. */
export const loadAccounts = (): void => reading.ask(null)

/** Resolves once the accounts that were asked for are there. */
export const whenAccountsRead = (): Promise<void> => reading.idle()

/** Forgets the accounts of the workspace that was left. */
export const resetAccounts = (): void => {
  reading.forget()
  useAccountStore.setState(EMPTY)
}
