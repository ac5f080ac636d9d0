import type { Account } from '#shared/domain/accounts.ts'
import { dailyLimitOf } from '#shared/domain/lookup-budget.ts'
import { PRODUCT_NAMES, PROVIDER_NAMES, type Product, type Provider } from '#shared/domain/providers.ts'
import type { LookupAccount } from '#shared/domain/resolve.ts'

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
