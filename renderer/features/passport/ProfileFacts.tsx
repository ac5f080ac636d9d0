import type { Profile } from '#shared/domain/attendees.ts'
import { exactTime, timeAgo } from '../../lib/format-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { classes } from '../../ui/classes.ts'
import styles from './Lists.module.css'
import { Section } from './Section.tsx'

const c = classes(styles)

/** The last live profile. Sections that the provider withheld are named as not loaded, never as empty. */
export const ProfileFacts = ({ profile }: { profile: Profile }) => {
  const now = useNow()
  const facts = [
    { label: 'Name', value: profile.name },
    { label: 'Headline', value: profile.headline },
    { label: 'Location', value: profile.location },
    { label: 'Network distance', value: profile.networkDistance },
    ...profile.details,
  ].filter(({ value }) => value !== null && value !== '')
  return (
    <Section title="Profile" note={`looked up ${timeAgo(profile.fetchedAt, now)}`}>
      <dl className={c('facts')} title={exactTime(profile.fetchedAt)}>
        {facts.map(({ label, value }) => (
          <div key={label} className={c('fact')}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
        {profile.throttledSections.map((section) => (
          <div key={section} className={c('fact')}>
            <dt>{section}</dt>
            <dd className={c('missing')}>not loaded: withheld by the provider for now</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
