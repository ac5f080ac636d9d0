import type { ReactNode } from 'react'
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

export interface PassportViewProps {
  passport: Passport
  onOpen: (id: string) => void
  /** What other parts of the window do with the person. */
  actions?: ReactNode
}

/** Everything about one person, known or unknown. */
export const PassportView = ({ passport, onOpen, actions }: PassportViewProps) => (
  <article aria-label={passport.title}>
    <PassportHeader passport={passport} actions={actions} />
    <Identifiers passport={passport} />
    <WhyKnown passport={passport} onOpen={onOpen} />
    <Chats chats={passport.chats} />
    {passport.follow && <FollowFacts follow={passport.follow} accountName={passport.account.name} />}
    {passport.profile && <ProfileFacts profile={passport.profile} />}
    <Elsewhere passport={passport} onOpen={onOpen} />
    {passport.attendeeId !== null && <Timeline changes={passport.changes} firstSeenAt={passport.firstSeenAt} />}
    <Raw passport={passport} />
  </article>
)
