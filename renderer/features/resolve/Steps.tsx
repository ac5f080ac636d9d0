import { Check, Circle, type LucideIcon, Minus, X } from 'lucide-react'
import type { ResolveStep } from '#shared/domain/resolve.ts'
import { classes } from '../../ui/classes.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './Steps.module.css'

const c = classes(styles)

const NAMES: Record<ResolveStep['step'], string> = {
  identify: 'Identify',
  cache: 'Cache',
  relations: 'Relations',
  live: 'Live look-up',
}

const OUTCOMES: Record<ResolveStep['outcome'], { icon: LucideIcon; word: string }> = {
  found: { icon: Check, word: 'found' },
  'not-found': { icon: Minus, word: 'not found' },
  skipped: { icon: Circle, word: 'skipped' },
  failed: { icon: X, word: 'failed' },
}

/** What was tried, in order, and what came of it. */
export const Steps = ({ steps }: { steps: ResolveStep[] }) => (
  <ol className={c('steps')} aria-label="Steps">
    {steps.map(({ step, outcome, text }) => {
      const { icon: Icon, word } = OUTCOMES[outcome]
      return (
        <li key={`${step} ${text}`} className={c('step')}>
          <Icon size={13} aria-hidden className={c('icon', outcome)} />
          <span className={c('name')}>
            {NAMES[step]}
            <VisuallyHidden>, {word}:</VisuallyHidden>
          </span>
          <span className={c('text')}>{text}</span>
        </li>
      )
    })}
  </ol>
)
