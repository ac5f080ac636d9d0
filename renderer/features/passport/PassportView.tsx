import type { Passport } from '#shared/domain/attendees.ts'
import { Chats } from './Chats.tsx'
import { Elsewhere } from './Elsewhere.tsx'
import { FollowFacts } from './FollowFacts.tsx'
import { Identifiers } from './Identifiers.tsx'
import { PassportHeader } from './PassportHeader.tsx'
import { ProfileFacts } from './ProfileFacts.tsx'
import { Raw } from './Raw.tsx'
import { Timeline } from './Timeline.tsx'
import { WhyKnown } from './WhyKnown.tsx'

/** Everything about one person, known or unknown. */
export const PassportView = ({ passport, onOpen }: { passport: Passport; onOpen: (id: string) => void }) => (
  <article aria-label={passport.title}>
    <PassportHeader passport={passport} />
    <Identifiers passport={passport} />
    <WhyKnown passport={passport} onOpen={onOpen} />
    <Chats chats={passport.chats} />
    {passport.follow && <FollowFacts follow={passport.follow} accountName={passport.account.name} />}
    {passport.profile && <ProfileFacts profile={passport.profile} />}
    <Elsewhere elsewhere={passport.elsewhere} onOpen={onOpen} />
    {passport.attendeeId !== null && <Timeline changes={passport.changes} firstSeenAt={passport.firstSeenAt} />}
    <Raw passport={passport} />
  </article>
)
