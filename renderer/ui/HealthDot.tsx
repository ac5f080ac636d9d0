import type { Health } from '#shared/domain/records.ts'
import { classes } from './classes.ts'
import styles from './HealthDot.module.css'

const c = classes(styles)

const SHAPES: Record<Health, string> = {
  ok: 'good',
  connecting: 'waiting',
  permissions: 'attention',
  credentials: 'bad',
  stopped: 'bad',
  error: 'bad',
  unknown: 'waiting',
}

/** Colour AND shape: full, ring, half, cross. Decoration: the word stands beside it or in the accessible name. */
export const HealthDot = ({ health }: { health: Health }) => <span className={c('dot', SHAPES[health])} aria-hidden />
