import type { Account } from '#shared/domain/accounts.ts'
import { PROVIDER_NAMES } from '#shared/domain/providers.ts'

export interface AccountTrouble {
  title: string
  /** What to do, and what works meanwhile. */
  advice: string
}

/** Why an account is not read in full, for a support person; null when it is connected or connecting. */
export const accountTrouble = (account: Account): AccountTrouble | null => {
  const { provider, health, healthAdvice, name } = account
  if (provider === null || health === 'ok' || health === 'connecting' || health === 'unknown') return null
  const where = PROVIDER_NAMES[provider]
  return {
    title: `${name} is disconnected from ${where}`,
    advice: `${healthAdvice} Accounts are connected in postpress, not in this app. Until then what is cached browses, and what postpress itself stores is read on; live look-ups through this account fail.`,
  }
}
