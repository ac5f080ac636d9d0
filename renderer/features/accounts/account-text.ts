import type { Account } from '#shared/domain/accounts.ts'
import { PROVIDERS, type Product } from '#shared/domain/providers.ts'

/** The rail is narrow; the tooltip has the whole names. */
const SHORT_PRODUCTS: Record<Product, string> = {
  classic: 'Classic',
  recruiter: 'Recruiter',
  'sales-navigator': 'Sales Nav.',
}

const rank = (account: Account): number =>
  account.provider === null ? PROVIDERS.length : PROVIDERS.indexOf(account.provider)

/** Accounts in tab order, then by name; accounts that are not for messaging come last. */
export const inRailOrder = <A extends Account>(accounts: readonly A[]): A[] =>
  [...accounts].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))

/** What stands behind the health word: extra products, or that it is no messaging account. */
export const noteOf = (account: Account): string => {
  if (account.provider === null) return ' · not a messaging account'
  const extra = account.products.filter((product) => product !== 'classic').map((product) => SHORT_PRODUCTS[product])
  return extra.map((name) => ` · ${name}`).join('')
}
