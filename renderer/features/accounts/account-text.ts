import type { Account } from '#shared/domain/accounts.ts'
import { PRODUCT_NAMES, PROVIDERS } from '#shared/domain/providers.ts'

const rank = (account: Account): number =>
  account.provider === null ? PROVIDERS.length : PROVIDERS.indexOf(account.provider)

/** Accounts in tab order, then by name; accounts that are not for messaging come last. */
export const inRailOrder = (accounts: readonly Account[]): Account[] =>
  [...accounts].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))

/** What stands behind the health word: extra products, or that it is no messaging account. */
export const noteOf = (account: Account): string => {
  if (account.provider === null) return ', not a messaging account'
  const extra = account.products.filter((product) => product !== 'classic').map((product) => PRODUCT_NAMES[product])
  return extra.length === 0 ? '' : `, ${extra.join(', ')}`
}
