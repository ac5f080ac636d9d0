import { useEffect } from 'react'
import type { ListedAccount } from '#shared/domain/accounts.ts'
import { CONTACT_WORDS, PRODUCT_NAMES, PROVIDER_NAMES } from '#shared/domain/providers.ts'
import { formatNumber, plural } from '../../lib/format-number.ts'
import { exactTime } from '../../lib/format-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { HEALTH_WORDS } from '../../lib/words.ts'
import { useAccountStore } from '../../state/account-store.ts'
import { showPeople } from '../../state/show-people.ts'
import { loadReport, startSync, useSyncStore } from '../../state/sync-store.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { HealthDot } from '../../ui/HealthDot.tsx'
import { LookupMeter } from '../../ui/LookupMeter.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProviderMark } from '../../ui/ProviderMark.tsx'
import { AccountSync } from './AccountSync.tsx'
import styles from './AccountsPage.module.css'
import { inRailOrder } from './account-text.ts'

const c = classes(styles)

const KINDS = ['contact', 'chat', 'group', 'reported'] as const

const Reasons = ({ account: { id, provider, counts } }: { account: ListedAccount }) => {
  if (provider === null) return null
  const words = {
    contact: CONTACT_WORDS[provider],
    chat: 'Existing chat',
    group: 'Same group',
    reported: 'Reported only',
  }
  return (
    <ul className={c('reasons')} aria-label="Attendees by reason">
      {KINDS.map((kind) => (
        <li key={kind}>
          <button type="button" className={c('reason')} onClick={() => showPeople({ accountId: id, reason: kind })}>
            <span className={c('word')}>{words[kind]}</span>
            <span className={c('track')}>
              <span
                className={c('fill', kind)}
                style={{ width: `${counts.attendees === 0 ? 0 : (counts[kind] / counts.attendees) * 100}%` }}
              />
            </span>
            <span className={c('count')}>{formatNumber(counts[kind])}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const OWNER = [
  ['ownerInternalId', 'Internal ID'],
  ['ownerPublicId', 'Public ID'],
  ['ownerPhone', 'Phone'],
] as const

const Owner = ({ account }: { account: ListedAccount }) => (
  <dl className={c('owner')}>
    <div className={c('pair')}>
      <dt>Account ID</dt>
      <dd className={c('id')}>{account.id}</dd>
    </div>
    {account.earlier.map(({ id, until }) => (
      <div key={id} className={c('pair')}>
        <dt>Earlier ID</dt>
        <dd className={c('id')} title={`Connected again: seen under the present ID since ${exactTime(until)}`}>
          {id}
        </dd>
      </div>
    ))}
    {OWNER.map(([field, label]) => {
      const value = account[field]
      if (value === null) return null
      return (
        <div key={field} className={c('pair')}>
          <dt>{label}</dt>
          <dd className={c('id')}>{value}</dd>
        </div>
      )
    })}
  </dl>
)

const Actions = ({ account }: { account: ListedAccount }) => {
  const running = useSyncStore((state) => state.status?.running ?? true)
  return (
    <p className={c('actions')}>
      <Button size="small" onClick={() => showPeople({ accountId: account.id })}>
        Show {plural(account.counts.attendees, 'attendee', 'attendees')}
      </Button>
      <Button size="small" disabled={running} onClick={() => void startSync(account.id)}>
        Sync
      </Button>
    </p>
  )
}

const Card = ({ account, now }: { account: ListedAccount; now: number }) => {
  const { provider, health, products } = account
  return (
    <article className={c('card')} aria-label={account.name}>
      <header className={c('head')}>
        <ProviderMark provider={provider} />
        <h3 dir="auto" className={c('name')}>
          {account.name}
        </h3>
        <span className={c('kind')}>{provider === null ? account.type : PROVIDER_NAMES[provider]}</span>
        {products
          .filter((product) => product !== 'classic')
          .map((product) => (
            <Badge key={product} tone="accent">
              {PRODUCT_NAMES[product]}
            </Badge>
          ))}
      </header>
      <p className={c('health', health !== 'ok' && 'unwell')}>
        <HealthDot health={health} /> {HEALTH_WORDS[health]}
        {health !== 'ok' && <span className={c('advice')}>{account.healthAdvice}</span>}
      </p>
      {provider === null ? (
        <p className={c('plain')}>Not a messaging account: it has no attendees.</p>
      ) : (
        <>
          <Owner account={account} />
          <Reasons account={account} />
          {provider !== 'messenger' && <LookupMeter {...account.lookups} />}
          <AccountSync account={account} now={now} />
          <Actions account={account} />
        </>
      )}
    </article>
  )
}

/** Every connected account: health and what to do about it, owner, products, counts by reason, look-ups of the day. */
export const AccountsPage = () => {
  const accounts = useAccountStore((state) => state.accounts)
  const now = useNow()
  useEffect(() => void loadReport(), [])
  return (
    <Page title="Accounts" note={accounts === null ? null : plural(accounts.length, 'account', 'accounts')}>
      <div className={c('cards')}>
        {inRailOrder(accounts ?? []).map((account) => (
          <Card key={account.id} account={account} now={now} />
        ))}
      </div>
      {accounts?.length === 0 && <p className={c('plain')}>No account yet. They appear after the first sync.</p>}
    </Page>
  )
}
