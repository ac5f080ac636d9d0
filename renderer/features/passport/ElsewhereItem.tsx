import { Check, Undo2, X } from 'lucide-react'
import type { LinkVerdict, Elsewhere as Other } from '#shared/domain/attendees.ts'
import { PROVIDER_NAMES } from '#shared/domain/providers.ts'
import { dateOnly } from '../../lib/format-time.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { ProviderMark } from '../../ui/ProviderMark.tsx'
import styles from './Elsewhere.module.css'

const c = classes(styles)

const TONES: Record<Other['certainty'], Tone> = { certain: 'ok', likely: 'accent', possible: 'neutral' }
const WORDS: Record<Other['certainty'], string> = { certain: 'Certain', likely: 'Likely', possible: 'Possible' }
const DECIDED: Record<LinkVerdict, string> = { confirmed: 'Confirmed as the same person', rejected: 'Rejected' }

interface ElsewhereItemProps {
  other: Other
  onOpen: () => void
  onDecide: (verdict: LinkVerdict | null) => void
}

const Actions = ({ other: { row, verdict, decidedAt }, onDecide }: Omit<ElsewhereItemProps, 'onOpen'>) => {
  if (verdict !== null)
    return (
      <p className={c('decided')}>
        <span className={c('note')}>
          {DECIDED[verdict]}
          {decidedAt === null ? '' : ` on ${dateOnly(decidedAt)}`}
        </span>
        <Button
          size="small"
          look="ghost"
          icon={Undo2}
          aria-label={`Undo the decision about ${row.title}`}
          onClick={() => onDecide(null)}
        >
          Undo
        </Button>
      </p>
    )
  return (
    <p className={c('decided')}>
      <Button size="small" icon={Check} aria-label={`Same person: ${row.title}`} onClick={() => onDecide('confirmed')}>
        Same person
      </Button>
      <Button
        size="small"
        look="ghost"
        icon={X}
        aria-label={`Somebody else: ${row.title}`}
        onClick={() => onDecide('rejected')}
      >
        Somebody else
      </Button>
    </p>
  )
}

/** One attendee who may be the same person: what speaks for it, how certain that is and why, and what was decided. */
export const ElsewhereItem = ({ other, onOpen, onDecide }: ElsewhereItemProps) => {
  const { row, evidence, certainty, why, verdict } = other
  return (
    <li data-other={row.id} className={c('item')}>
      <Avatar name={row.nameless ? '' : row.title} seed={row.id} />
      <div className={c('text')}>
        <p className={c('line')}>
          <button type="button" dir="auto" className={c('name')} onClick={onOpen}>
            {row.title}
          </button>
          {verdict === 'confirmed' ? (
            <Badge tone="ok">Confirmed</Badge>
          ) : (
            <Badge tone={TONES[certainty]}>{WORDS[certainty]}</Badge>
          )}
        </p>
        <p className={c('where')}>
          <ProviderMark provider={row.provider} />
          {PROVIDER_NAMES[row.provider]}, <span dir="auto">{row.accountName}</span>
        </p>
        <p dir="auto" className={c('evidence')}>
          {evidence}
        </p>
        <p className={c('note')}>{why}</p>
        <Actions other={other} onDecide={onDecide} />
      </div>
    </li>
  )
}
