import {
  Check,
  CircleQuestionMark,
  type LucideIcon,
  MessageCircle,
  Minus,
  UserCheck,
  UsersRound,
  X,
} from 'lucide-react'
import type { KnownThrough, Passport } from '#shared/domain/attendees.ts'
import type { Evidence, Reason, Rule } from '#shared/domain/known.ts'
import { plural } from '../../lib/format-number.ts'
import { dateOnly, exactTime, timeAgo } from '../../lib/format-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { KnownGraph } from './KnownGraph.tsx'
import { shownThrough } from './known-graph.ts'
import { Section } from './Section.tsx'
import styles from './WhyKnown.module.css'

const c = classes(styles)

const ICONS: Record<Reason['kind'], LucideIcon> = {
  contact: UserCheck,
  chat: MessageCircle,
  group: UsersRound,
  reported: CircleQuestionMark,
}

const When = ({ evidence, now }: { evidence: Evidence; now: number }) => {
  const { at, atMeaning } = evidence
  if (at === null || atMeaning === 'none') return null
  const text = atMeaning === 'since' ? `since ${dateOnly(at)}` : `last message ${timeAgo(at, now)}`
  return (
    <time className={c('when')} title={exactTime(at)}>
      {text}
    </time>
  )
}

const EvidenceRow = ({ evidence, now }: { evidence: Evidence; now: number }) => (
  <li className={c('evidence')}>
    <p dir="auto" className={c('fact')}>
      {evidence.text}
    </p>
    <p className={c('meta')}>
      <When evidence={evidence} now={now} />
      {evidence.memberCount !== null && <span>{plural(evidence.memberCount, 'member', 'members')}</span>}
      <span title={exactTime(evidence.seenAt)}>
        from {evidence.source}, {timeAgo(evidence.seenAt, now)}
      </span>
    </p>
  </li>
)

interface ReasonProps {
  reason: Reason
  now: number
  /** The sentence stands above already. */
  told?: boolean
}

const ReasonItem = ({ reason, now, told = false }: ReasonProps) => {
  const Icon = ICONS[reason.kind]
  return (
    <li className={c('reason')}>
      <span className={c('knot', reason.kind)}>
        <Icon size={13} aria-hidden />
      </span>
      <div className={c('reasonBody')}>
        <h4 className={c('reasonTitle')}>{reason.label}</h4>
        {!told && <p className={c('sentence')}>{reason.sentence}</p>}
        <ul>
          {reason.evidence.map((evidence, index) => (
            <EvidenceRow key={`${evidence.chatId} ${evidence.text} ${index}`} evidence={evidence} now={now} />
          ))}
        </ul>
      </div>
    </li>
  )
}

const RULE_MARKS = {
  holds: { icon: Check, word: 'Holds', look: 'pass' },
  fails: { icon: X, word: 'Does not hold', look: 'fail' },
  unchecked: { icon: Minus, word: 'Not synced', look: 'open' },
} as const

const RuleItem = ({ rule }: { rule: Rule }) => {
  const { icon: Icon, word, look } = RULE_MARKS[rule.holds === null ? 'unchecked' : rule.holds ? 'holds' : 'fails']
  return (
    <li className={c('reason')}>
      <span className={c('knot', look)}>
        <Icon size={13} aria-hidden />
      </span>
      <div className={c('reasonBody')}>
        <h4 className={c('reasonTitle')}>
          {rule.label} <span className={c('verdict')}>{word}</span>
        </h4>
        <p className={c('sentence')}>{rule.sentence}</p>
      </div>
    </li>
  )
}

const Other = ({ other, now, onOpen }: { other: KnownThrough; now: number; onOpen: (id: string) => void }) => (
  <section className={c('other')} aria-label={`Known through ${other.account.name}`}>
    <header className={c('otherHead')}>
      <div className={c('otherText')}>
        <h4 className={c('reasonTitle')}>
          Also through <bdi>{other.account.name}</bdi>
        </h4>
        <p className={c('sentence')}>{other.evidence}</p>
      </div>
      <Button size="small" onClick={() => onOpen(other.attendeeId)}>
        Open
      </Button>
    </header>
    <ol className={c('reasons')}>
      {other.reasons.map((reason) => (
        <ReasonItem key={reason.kind} reason={reason} now={now} />
      ))}
    </ol>
  </section>
)

/** Why postpress knows the person, with evidence; for unknown users which rule fails and what would change it. */
export const WhyKnown = ({ passport, onOpen }: { passport: Passport; onOpen: (id: string) => void }) => {
  const { known } = passport
  const now = useNow()
  return (
    <Section title="Why known">
      <KnownGraph passport={passport} now={now} />
      <p className={c('summary')}>{known.summary}</p>
      {known.state === 'known' && (
        <ol className={c('reasons')}>
          {known.reasons.map((reason) => (
            <ReasonItem
              key={`${reason.kind} ${reason.accountId}`}
              reason={reason}
              now={now}
              told={known.summary.includes(reason.sentence)}
            />
          ))}
        </ol>
      )}
      {known.state === 'unknown' && (
        <>
          <ol className={c('reasons')}>
            {known.rules.map((rule) => (
              <RuleItem key={rule.kind} rule={rule} />
            ))}
          </ol>
          <p className={c('becomes')}>{known.becomesKnown}</p>
        </>
      )}
      {shownThrough(passport).map((other) => (
        <Other key={other.attendeeId} other={other} now={now} onOpen={onOpen} />
      ))}
    </Section>
  )
}
