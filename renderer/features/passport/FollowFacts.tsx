import type { Follow } from '#shared/domain/attendees.ts'
import { exactTime, timeAgo } from '../../lib/format-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { classes } from '../../ui/classes.ts'
import styles from './Lists.module.css'
import { Section } from './Section.tsx'

const c = classes(styles)

/** What the follow lists of the account say. A list that the API does not have is left out, never read as "no". */
export const FollowFacts = ({ follow, accountName }: { follow: Follow; accountName: string }) => {
  const now = useNow()
  return (
    <Section title="Follows" note={`synced ${timeAgo(follow.seenAt, now)}`}>
      <dl className={c('facts')} title={exactTime(follow.seenAt)}>
        {follow.followsAccount && (
          <div className={c('fact')}>
            <dt>Follows</dt>
            <dd dir="auto">{accountName}</dd>
          </div>
        )}
        {follow.followedByAccount && (
          <div className={c('fact')}>
            <dt>Followed by</dt>
            <dd dir="auto">{accountName}</dd>
          </div>
        )}
      </dl>
    </Section>
  )
}
