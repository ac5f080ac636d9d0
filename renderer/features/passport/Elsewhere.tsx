import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { LinkVerdict, Elsewhere as Other, Passport } from '#shared/domain/attendees.ts'
import { classes } from '../../ui/classes.ts'
import styles from './Elsewhere.module.css'
import { ElsewhereItem } from './ElsewhereItem.tsx'
import { decideLink } from './link-decisions.ts'
import { Section } from './Section.tsx'

const c = classes(styles)

type Decisions = ReadonlyMap<string, LinkVerdict | null>
const NONE: Decisions = new Map()

/** What was decided since the passport was read counts before what it says. */
const decided = (elsewhere: Other[], decisions: Decisions): Other[] =>
  elsewhere.map((other) => {
    const verdict = decisions.get(other.row.id)
    return verdict === undefined ? other : { ...other, verdict, decidedAt: verdict === null ? null : Date.now() }
  })

/**
 * Other attendees who may be the same person, each with what speaks for it. They are shown side by side, never merged;
 * what somebody decides is remembered, and rejected ones can be looked at again.
 */
export const Elsewhere = ({ passport, onOpen }: { passport: Passport; onOpen: (id: string) => void }) => {
  const { elsewhere } = passport
  const id = useId()
  const section = useRef<HTMLDivElement>(null)
  const [showing, setShowing] = useState(false)
  const [made, setMade] = useState({ about: elsewhere, decisions: NONE })
  if (elsewhere.length === 0) return null
  const all = decided(elsewhere, made.about === elsewhere ? made.decisions : NONE)
  const rejected = all.filter(({ verdict }) => verdict === 'rejected')
  const shown = all.filter(({ verdict }) => verdict !== 'rejected')

  const decide = async (other: Other, verdict: LinkVerdict | null): Promise<void> => {
    const done = await decideLink(passport, other, verdict)
    if (!done) return
    flushSync(() =>
      setMade((before) => {
        const known = before.about === elsewhere ? before.decisions : NONE
        return { about: elsewhere, decisions: new Map(known).set(other.row.id, verdict) }
      }),
    )
    // The pressed button is gone: the focus stays with the person, or with what leads to the rejected ones.
    const row = section.current?.querySelector<HTMLElement>(`[data-other="${CSS.escape(other.row.id)}"] button`)
    const target = row ?? section.current?.querySelector<HTMLElement>('[data-rejected]')
    target?.focus()
  }
  const items = (others: Other[]) => (
    <ul>
      {others.map((other) => (
        <ElsewhereItem
          key={other.row.id}
          other={other}
          onOpen={() => onOpen(other.row.id)}
          onDecide={(verdict) => void decide(other, verdict)}
        />
      ))}
    </ul>
  )
  return (
    <Section title="Same person elsewhere" count={shown.length}>
      <div ref={section}>
        {shown.length === 0 && <p className={c('none')}>Nobody else: every link was rejected.</p>}
        {items(shown)}
        {rejected.length > 0 && (
          <>
            <button
              type="button"
              data-rejected
              className={c('toggle')}
              aria-expanded={showing}
              aria-controls={showing ? id : undefined}
              onClick={() => setShowing(!showing)}
            >
              {showing ? <ChevronDown size={13} aria-hidden /> : <ChevronRight size={13} aria-hidden />}
              {rejected.length} rejected
            </button>
            {showing && <div id={id}>{items(rejected)}</div>}
          </>
        )}
      </div>
    </Section>
  )
}
