import { useEffect } from 'react'
import type { Overview, ProviderShare } from '#shared/domain/accounts.ts'
import { PROVIDER_NAMES } from '#shared/domain/providers.ts'
import { formatNumber, plural } from '../../lib/format-number.ts'
import { HEALTH_WORDS, reasonWord } from '../../lib/words.ts'
import { useAccountStore } from '../../state/account-store.ts'
import { copyFailure } from '../../state/failure-detail.ts'
import { showPeople } from '../../state/show-people.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { DetailButton } from '../../ui/DetailButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProviderMark } from '../../ui/ProviderMark.tsx'
import styles from './OverviewPage.module.css'
import { loadOverview, useOverviewStore } from './overview-store.ts'
import { SoleGroups } from './SoleGroups.tsx'
import { countSole } from './sole-store.ts'

const c = classes(styles)

/** Strongest first: each attendee is counted under the first that holds. */
const STRENGTH = ['contact', 'chat', 'group', 'reported'] as const

const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : (part / whole) * 100}%`

const Bar = ({ share, largest }: { share: ProviderShare; largest: number }) => (
  <div className={c('bar')} style={{ width: percent(share.total, largest) }}>
    {STRENGTH.filter((kind) => share[kind] > 0).map((kind) => {
      const words = `${formatNumber(share[kind])} ${PROVIDER_NAMES[share.provider]}, ${reasonWord(kind, share.provider)}`
      return (
        <button
          key={kind}
          type="button"
          className={c('part', kind)}
          style={{ flexGrow: share[kind] }}
          aria-label={words}
          title={words}
          onClick={() => showPeople({ provider: share.provider, reason: kind })}
        />
      )
    })}
  </div>
)

const Bars = ({ providers }: { providers: ProviderShare[] }) => {
  const largest = Math.max(1, ...providers.map(({ total }) => total))
  return (
    <ul className={c('bars')}>
      {providers.map((share) => (
        <li key={share.provider} className={c('row')}>
          <span className={c('provider')}>
            <ProviderMark provider={share.provider} />
            {PROVIDER_NAMES[share.provider]}
          </span>
          <Bar share={share} largest={largest} />
          <span className={c('count')}>{formatNumber(share.total)}</span>
        </li>
      ))}
    </ul>
  )
}

const LEGEND = { contact: 'Contact', chat: 'Existing chat', group: 'Same group', reported: 'Reported only' } as const

const Legend = () => (
  <ul className={c('legend')} aria-label="Colours">
    {STRENGTH.map((kind) => (
      <li key={kind} className={c('key')}>
        <span className={c('swatch', kind)} />
        {LEGEND[kind]}
      </li>
    ))}
  </ul>
)

const Unreachable = ({ unreachable }: Pick<Overview, 'unreachable'>) => {
  const accounts = useAccountStore((state) => state.accounts) ?? []
  return unreachable.map(({ accountId, attendees }) => {
    const account = accounts.find(({ id }) => id === accountId)
    return (
      <li key={accountId} className={c('fact')}>
        <strong className={c('number')}>{formatNumber(attendees)}</strong>
        <span className={c('says')}>
          {attendees === 1 ? 'attendee' : 'attendees'} of{' '}
          <span dir="auto">{account?.name ?? 'an account that is gone'}</span> cannot be written to:{' '}
          {account === undefined
            ? 'postpress no longer lists the account.'
            : `${HEALTH_WORDS[account.health]}. ${account.healthAdvice}`}
        </span>
        <Button size="small" onClick={() => showPeople({ accountId })}>
          Show
        </Button>
      </li>
    )
  })
}

const Facts = ({ overview: { groupOnly, reported, unreachable } }: { overview: Overview }) => (
  <ul className={c('facts')}>
    <li className={c('fact')}>
      <strong className={c('number')}>{formatNumber(groupOnly)}</strong>
      <span className={c('says')}>
        known through a shared group and nothing else: no contact, no chat. Leaving the group can make them unknown.
      </span>
      <Button size="small" onClick={() => showPeople({ reason: 'group' })}>
        Show groups
      </Button>
    </li>
    <li className={c('fact')}>
      <strong className={c('number')}>{formatNumber(reported)}</strong>
      <span className={c('says')}>reported by postpress while the evidence is not synced.</span>
      <Button size="small" onClick={() => showPeople({ reason: 'reported' })}>
        Show
      </Button>
    </li>
    <Unreachable unreachable={unreachable} />
  </ul>
)

/** Who is known, through what, and what stands out. Every bar and figure leads to its people. */
export const OverviewPage = () => {
  const { overview, failure } = useOverviewStore()
  useEffect(() => {
    loadOverview()
    countSole()
  }, [])
  return (
    <Page title="Overview" note={overview === null ? null : plural(overview.total, 'attendee', 'attendees')}>
      {failure && (
        <Notice
          tone="danger"
          title="The figures could not be read."
          advice={failure.message}
          actions={
            <>
              <Button size="small" onClick={loadOverview}>
                Read again
              </Button>
              <DetailButton copy={() => copyFailure('overview', failure)} />
            </>
          }
        />
      )}
      {overview?.total === 0 && (
        <p className={c('none')}>Nobody is synced yet. The figures appear after the first sync.</p>
      )}
      {overview !== null && overview.total > 0 && (
        <>
          <section aria-labelledby="overview-bars" className={c('section')}>
            <h3 id="overview-bars" className={c('heading')}>
              Attendees by provider and strongest reason
            </h3>
            <Legend />
            <Bars providers={overview.providers} />
          </section>
          <section aria-labelledby="overview-facts" className={c('section')}>
            <h3 id="overview-facts" className={c('heading')}>
              Worth a look
            </h3>
            <Facts overview={overview} />
          </section>
          <SoleGroups />
        </>
      )}
    </Page>
  )
}
