import { Radio } from 'lucide-react'
import type { ListedAccount } from '#shared/domain/accounts.ts'
import { formatNumber } from '../../lib/format-number.ts'
import { useAccountStore } from '../../state/account-store.ts'
import { useViewStore } from '../../state/view-store.ts'
import { classes } from '../../ui/classes.ts'
import styles from './StatusBar.module.css'

const c = classes(styles)

/** From this share on an account's day is nearly used. */
const NEAR = 0.8

/** Messenger has no look-up, and what is not connected cannot be asked. */
const canLookUp = ({ provider, health }: ListedAccount): boolean =>
  provider !== null && provider !== 'messenger' && (health === 'ok' || health === 'unknown')

/** How many live look-ups of the day are used, over all accounts; leads to the accounts. */
export const LookupBudget = () => {
  const accounts = useAccountStore((state) => state.accounts)
  const able = (accounts ?? []).filter(canLookUp)
  if (able.length === 0) return null
  const used = able.reduce((sum, { lookups }) => sum + lookups.usedToday, 0)
  const limit = able.reduce((sum, { lookups }) => sum + lookups.dailyLimit, 0)
  const near = able.filter(({ lookups }) => lookups.usedToday >= lookups.dailyLimit * NEAR)
  const tip = [
    'Live look-ups today, of the recommended number',
    ...able.map(({ name, lookups }) => `${name}: ${lookups.usedToday} of ${lookups.dailyLimit}`),
  ].join('\n')
  return (
    <button
      type="button"
      className={c('budget', near.length > 0 && 'near')}
      title={tip}
      onClick={() => useViewStore.getState().show('accounts')}
    >
      <Radio size={13} aria-hidden />
      <span className={c('long')}>Look-ups</span> {formatNumber(used)} of {formatNumber(limit)}
      {near.length > 0 && <span className={c('long')}>, {near[0]?.name} nearly used up</span>}
    </button>
  )
}
