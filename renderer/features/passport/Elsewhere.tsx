import { ChevronRight } from 'lucide-react'
import type { Elsewhere as Other } from '#shared/domain/attendees.ts'
import { PROVIDER_NAMES } from '#shared/domain/providers.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge, type Tone } from '../../ui/Badge.tsx'
import { classes } from '../../ui/classes.ts'
import { ProviderMark } from '../../ui/ProviderMark.tsx'
import styles from './Lists.module.css'
import { Section } from './Section.tsx'

const c = classes(styles)

const TONES: Record<Other['certainty'], Tone> = { certain: 'ok', likely: 'accent', possible: 'neutral' }
const WORDS: Record<Other['certainty'], string> = { certain: 'Certain', likely: 'Likely', possible: 'Possible' }

/** Other attendees who share an identifier with this person. They are shown side by side, never merged. */
export const Elsewhere = ({ elsewhere, onOpen }: { elsewhere: Other[]; onOpen: (id: string) => void }) => {
  if (elsewhere.length === 0) return null
  return (
    <Section title="Same person elsewhere" note={`${elsewhere.length}`}>
      <ul>
        {elsewhere.map(({ row, evidence, certainty }) => (
          <li key={row.id}>
            <button type="button" className={c('other')} onClick={() => onOpen(row.id)}>
              <Avatar name={row.nameless ? '' : row.title} seed={row.id} />
              <span className={c('otherText')}>
                <span className={c('otherTitle')}>
                  <span dir="auto" className={c('name')}>
                    {row.title}
                  </span>
                  <Badge tone={TONES[certainty]}>{WORDS[certainty]}</Badge>
                </span>
                <span className={c('note')}>{evidence}</span>
                <span className={c('note', 'where')}>
                  <ProviderMark provider={row.provider} />
                  {PROVIDER_NAMES[row.provider]}, {row.accountName}
                </span>
              </span>
              <ChevronRight size={14} aria-hidden className={c('icon')} />
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
