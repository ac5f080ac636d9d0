import { ClipboardList } from 'lucide-react'
import type { ReactNode } from 'react'
import { ticketText } from '#shared/cases/ticket-text.ts'
import type { Passport } from '#shared/domain/attendees.ts'
import { PROVIDER_NAMES } from '#shared/domain/providers.ts'
import { exactTime, timeAgo } from '../../lib/format-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { HEALTH_WORDS } from '../../lib/words.ts'
import { copyText } from '../../state/copy.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { classes } from '../../ui/classes.ts'
import { HealthDot } from '../../ui/HealthDot.tsx'
import { ProviderMark } from '../../ui/ProviderMark.tsx'
import { ReasonBadge } from '../../ui/ReasonBadge.tsx'
import styles from './PassportHeader.module.css'

const c = classes(styles)

const freshness = (passport: Passport, now: number): { text: string; exact: string | undefined } => {
  if (passport.lastSeenAt !== null) {
    return { text: `Last seen ${timeAgo(passport.lastSeenAt, now)}`, exact: exactTime(passport.lastSeenAt) }
  }
  if (passport.profile !== null) {
    const at = passport.profile.fetchedAt
    return { text: `Looked up ${timeAgo(at, now)}`, exact: exactTime(at) }
  }
  return { text: 'Not a synced attendee', exact: undefined }
}

const Reasons = ({ passport }: { passport: Passport }) => {
  const { known, provider } = passport
  if (known.state === 'self') return <Badge>You</Badge>
  if (known.state === 'unknown') return <Badge tone="warn">Unknown</Badge>
  const kinds = [...new Set(known.reasons.map(({ kind }) => kind))]
  return kinds.map((kind) => <ReasonBadge key={kind} kind={kind} provider={provider} />)
}

/** Who this is: title, provider, account with its health, reasons and how fresh all of it is. */
export const PassportHeader = ({ passport, actions }: { passport: Passport; actions?: ReactNode }) => {
  const now = useNow()
  const fresh = freshness(passport, now)
  return (
    <header className={c('header')}>
      <Avatar
        name={passport.nameless ? '' : passport.title}
        seed={passport.attendeeId ?? passport.title}
        size="large"
      />
      <div className={c('who')}>
        <h2 dir="auto" className={c('title')} title={passport.title}>
          {passport.title}
        </h2>
        {passport.nameless && (
          <p className={c('soft')}>{PROVIDER_NAMES[passport.provider]} gave no name: shown by identifier</p>
        )}
        {passport.headline && (
          <p dir="auto" className={c('soft')} title={passport.headline}>
            {passport.headline}
          </p>
        )}
        <p className={c('faint')}>
          {passport.location && (
            <>
              <bdi>{passport.location}</bdi> ·{' '}
            </>
          )}
          <span title={fresh.exact}>{fresh.text}</span>
        </p>
        <p className={c('account')}>
          <ProviderMark provider={passport.provider} />
          <span>{PROVIDER_NAMES[passport.provider]}</span>
          <span dir="auto" className={c('accountName')} title={passport.account.name}>
            {passport.account.name}
          </span>
          <span className={c('health')}>
            <HealthDot health={passport.account.health} /> {HEALTH_WORDS[passport.account.health]}
          </span>
        </p>
        <p className={c('why')} title={passport.known.summary}>
          {passport.known.summary}
        </p>
        <p className={c('badges')}>
          <Reasons passport={passport} />
          <span className={c('ticket')}>
            {actions}
            <CopyButton label="Copy as ticket text" icon={ClipboardList} copy={() => copyText(ticketText(passport))} />
          </span>
        </p>
      </div>
    </header>
  )
}
