import type { Account } from '#shared/domain/accounts.ts'
import { PRODUCT_NAMES, PROVIDER_NAMES, type Product, type Provider } from '#shared/domain/providers.ts'
import type { LookupAccount } from '#shared/domain/resolve.ts'

/** Recommended look-ups a day and account: about 100, and about 80 more with Sales Navigator. The API does not enforce it. */
const DAILY_LIMIT = 100
const SALES_NAVIGATOR_EXTRA = 80

/** The recommended number of live look-ups a day for an account. */
export const dailyLimitOf = (account: Account): number =>
  DAILY_LIMIT + (account.products.includes('sales-navigator') ? SALES_NAVIGATOR_EXTRA : 0)

/** The calendar day of a time, on this computer's clock: `2026-11-24`. */
export const localDay = (at: number): string => {
  const date = new Date(at)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The Classic ids are readable through every LinkedIn account: only the other products must be had. */
export const neededProduct = (product: Product | null): Product | null => (product === 'classic' ? null : product)

const isConnected = (account: Account): boolean =>
  account.health === 'ok' || account.health === 'connecting' || account.health === 'unknown'

const whyOf = (account: Account, product: Product | null, knows: boolean): string => {
  if (!isConnected(account)) return `Not connected: ${account.healthAdvice}`
  if (product !== null && !account.products.includes(product)) return `Has no ${PRODUCT_NAMES[product]}.`
  return knows ? 'Connected, and already knows this person.' : 'Connected.'
}

/**
 * The accounts that a live look-up could go through, best first: usable ones, then those that know the person, then the
 * least used today.
 */
export const rankLookupAccounts = (
  accounts: Account[],
  wanted: { provider: Provider; product: Product | null; knownTo: ReadonlySet<string> },
  usedToday: Record<string, number>,
): LookupAccount[] =>
  accounts
    .filter((account) => account.provider === wanted.provider)
    .map((account) => {
      const hasProduct = wanted.product === null || account.products.includes(wanted.product)
      return {
        id: account.id,
        name: account.name,
        provider: wanted.provider,
        usable: isConnected(account) && hasProduct,
        why: whyOf(account, wanted.product, wanted.knownTo.has(account.id)),
        usedToday: usedToday[account.id] ?? 0,
        dailyLimit: dailyLimitOf(account),
      }
    })
    .sort(
      (a, b) =>
        Number(b.usable) - Number(a.usable) ||
        Number(wanted.knownTo.has(b.id)) - Number(wanted.knownTo.has(a.id)) ||
        a.usedToday - b.usedToday,
    )

/** One sentence for a person when no account can be asked. */
export const noAccountMessage = (provider: Provider, product: Product | null, accounts: LookupAccount[]): string => {
  if (accounts.length === 0) return `No ${PROVIDER_NAMES[provider]} account is connected to this workspace.`
  if (product !== null && accounts.some((account) => account.why.startsWith('Has no')))
    return `No connected LinkedIn account has ${PRODUCT_NAMES[product]}.`
  return `No ${PROVIDER_NAMES[provider]} account of this workspace is connected right now.`
}
