import type { Account } from './accounts.ts'

/** Recommended look-ups a day and account: about 100, and about 80 more with Sales Navigator. The API does not enforce it. */
const DAILY_LIMIT = 100
const SALES_NAVIGATOR_EXTRA = 80

/** The recommended number of live look-ups a day for an account. */
export const dailyLimitOf = (account: Pick<Account, 'products'>): number =>
  DAILY_LIMIT + (account.products.includes('sales-navigator') ? SALES_NAVIGATOR_EXTRA : 0)

/** The calendar day of a time, on this computer's clock: `2026-11-24`. */
export const localDay = (at: number): string => {
  const date = new Date(at)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
