import { CircleAlert, Layers } from 'lucide-react'
import type { Account } from '#shared/domain/accounts.ts'
import { PRODUCT_NAMES, PROVIDER_NAMES } from '#shared/domain/providers.ts'
import { formatNumber } from '../../lib/format-number.ts'
import { exactTime } from '../../lib/format-time.ts'
import { HEALTH_WORDS } from '../../lib/words.ts'
import { loadAccounts, useAccountStore } from '../../state/account-store.ts'
import { copyFailure } from '../../state/failure-detail.ts'
import { useFilterStore } from '../../state/filter-store.ts'
import { useViewStore } from '../../state/view-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { DetailButton } from '../../ui/DetailButton.tsx'
import { HealthDot } from '../../ui/HealthDot.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProviderMark } from '../../ui/ProviderMark.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './AccountList.module.css'
import { inRailOrder, noteOf } from './account-text.ts'

const c = classes(styles)

const tipOf = (account: Account): string =>
  [
    account.name,
    account.provider === null ? account.type : PROVIDER_NAMES[account.provider],
    account.healthAdvice,
    account.products.map((product) => PRODUCT_NAMES[product]).join(', '),
    account.lastSyncAt === null ? 'Never synced' : `Last sync ${exactTime(account.lastSyncAt)}`,
    ...account.sources.map(({ id, status }) => `${id}: ${status}`),
  ]
    .filter((line) => line !== '')
    .join('\n')

const Body = ({ account }: { account: Account }) => (
  <>
    <span className={c('marks')}>
      <ProviderMark provider={account.provider} />
      <span className={c('corner')}>
        <HealthDot health={account.health} />
      </span>
    </span>
    <span className={c('body')}>
      <span className={c('top')}>
        <span dir="auto" className={c('name')}>
          {account.name}
        </span>
        {account.provider !== null && <span className={c('count')}>{formatNumber(account.counts.attendees)}</span>}
      </span>
      <span className={c('note', account.health !== 'ok' && 'unwell')}>
        <span className={c('dot')}>
          <HealthDot health={account.health} />
        </span>
        {HEALTH_WORDS[account.health]}
        {noteOf(account)}
      </span>
    </span>
  </>
)

/** The account whose people are in view stands out; in another view it is only remembered. */
const useLook = (on: boolean): string | false => {
  const inView = useViewStore(({ view }) => view === 'people')
  return on && (inView ? 'on' : 'kept')
}

/** Shows the people of one account, or of all. */
const choose = (accountId: string | null): void => {
  useFilterStore.getState().change({ accountId })
  useViewStore.getState().show('people')
}

const AccountItem = ({ account }: { account: Account }) => {
  const accountId = useFilterStore((state) => state.filters.accountId)
  const on = accountId === account.id
  const look = useLook(on)
  if (account.provider === null) {
    return (
      <li className={c('item', 'plain')} title={tipOf(account)}>
        <Body account={account} />
      </li>
    )
  }
  return (
    <li>
      <button
        type="button"
        className={c('item', 'pressable', look)}
        aria-pressed={on}
        title={tipOf(account)}
        onClick={() => choose(on ? null : account.id)}
      >
        <Body account={account} />
      </button>
    </li>
  )
}

const Waiting = () =>
  ['a', 'b', 'c'].map((key) => (
    <li key={key} className={c('item')}>
      <Skeleton width="most" />
    </li>
  ))

/** All connected accounts with their health; a click shows only that account's people. */
export const AccountList = ({ collapsed }: { collapsed: boolean }) => {
  const { accounts, failure } = useAccountStore()
  const accountId = useFilterStore((state) => state.filters.accountId)
  const allLook = useLook(accountId === null)
  return (
    <div className={c('rail', collapsed && 'collapsed')}>
      {failure && !collapsed && (
        <Notice
          tone="danger"
          title="Accounts could not be read."
          advice={failure.message}
          actions={
            <>
              <Button size="small" onClick={loadAccounts}>
                Read again
              </Button>
              <DetailButton copy={() => copyFailure('accounts', failure)} />
            </>
          }
        />
      )}
      <ul className={c('list')} aria-label="Accounts">
        <li>
          <button
            type="button"
            className={c('item', 'pressable', 'all', allLook)}
            aria-pressed={accountId === null}
            title="All accounts"
            onClick={() => choose(null)}
          >
            <span className={c('marks', 'allMark')}>
              <Layers size={15} aria-hidden />
            </span>
            <span className={c('body')}>
              <span className={c('name')}>All accounts</span>
            </span>
          </button>
        </li>
        {accounts === null
          ? !failure && <Waiting />
          : inRailOrder(accounts).map((account) => <AccountItem key={account.id} account={account} />)}
      </ul>
      {accounts?.length === 0 && !collapsed && (
        <p className={c('none')}>
          <CircleAlert size={13} aria-hidden /> No account yet. Accounts connected to this workspace appear after the
          first sync.
        </p>
      )}
    </div>
  )
}
