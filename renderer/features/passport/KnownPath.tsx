import type { Passport } from '#shared/domain/attendees.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { classes } from '../../ui/classes.ts'
import { ProviderMark } from '../../ui/ProviderMark.tsx'
import { ReasonBadge } from '../../ui/ReasonBadge.tsx'
import styles from './KnownPath.module.css'

const c = classes(styles)

/** The reasons as a picture: the account, the ties, the person. The text below says the same, so it is hidden from screen readers. */
export const KnownPath = ({ passport }: { passport: Passport }) => {
  const { known, provider, account, title, nameless, attendeeId } = passport
  if (known.state === 'self') return null
  const kinds = known.state === 'known' ? [...new Set(known.reasons.map(({ kind }) => kind))] : []
  return (
    <div className={c('path')} aria-hidden="true">
      <span className={c('end')}>
        <ProviderMark provider={provider} />
        <span className={c('name')} dir="auto">
          {account.name}
        </span>
      </span>
      <span className={c('tie', known.state === 'unknown' && 'broken')}>
        {kinds.length === 0 ? (
          <span className={c('word')}>no tie</span>
        ) : (
          kinds.map((kind) => <ReasonBadge key={kind} kind={kind} provider={provider} />)
        )}
      </span>
      <span className={c('end')}>
        <Avatar name={nameless ? '' : title} seed={attendeeId ?? title} />
        <span className={c('name')} dir="auto">
          {title}
        </span>
      </span>
    </div>
  )
}
