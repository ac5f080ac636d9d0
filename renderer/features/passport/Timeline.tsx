import type { Passport } from '#shared/domain/attendees.ts'
import { exactTime, timeAgo } from '../../lib/format-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { classes } from '../../ui/classes.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { Section } from './Section.tsx'
import styles from './Timeline.module.css'

const c = classes(styles)

type Change = Passport['changes'][number]

const WORDS: Record<Change['kind'], string> = {
  name: 'Renamed',
  'internal-id': 'Internal ID changed',
  'public-id': 'Public ID changed',
  replaced: 'New postpress ID',
  departed: 'No longer reported by postpress',
  returned: 'Reported again by postpress',
}

/** What changed about the person while this app watched: newest first, the first sight last. */
export const Timeline = ({ changes, firstSeenAt }: Pick<Passport, 'changes' | 'firstSeenAt'>) => {
  const now = useNow()
  const steps = changes.map((change, no) => ({ ...change, key: `${change.at}-${no}`, words: WORDS[change.kind] }))
  const first = { key: 'first', at: firstSeenAt ?? 0, words: 'First seen by this app', before: null, after: null }
  const shown = [...(firstSeenAt === null ? [] : [first]), ...steps].reverse()
  return (
    <Section title="Timeline" note={changes.length === 0 ? 'no changes seen' : undefined}>
      <ol className={c('steps')}>
        {shown.map(({ key, at, words, before, after }) => (
          <li key={key} className={c('step')}>
            <span className={c('words')}>{words}</span>
            {before !== null && after !== null && (
              <span className={c('values')}>
                <bdi className={c('before')}>{before}</bdi> <span aria-hidden="true">→</span>{' '}
                <VisuallyHidden>to</VisuallyHidden> <bdi>{after}</bdi>
              </span>
            )}
            <time className={c('time')} dateTime={new Date(at).toISOString()} title={exactTime(at)}>
              {timeAgo(at, now)}
            </time>
          </li>
        ))}
      </ol>
    </Section>
  )
}
