import type { ReactNode } from 'react'
import styles from './Badge.module.css'
import { classes } from './classes.ts'

const c = classes(styles)

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger' | 'violet'

/** A short word with a tint. The tint never carries meaning alone. */
export const Badge = ({ tone = 'neutral', title, children }: { tone?: Tone; title?: string; children: ReactNode }) => (
  <span className={c('badge', tone)} title={title}>
    {children}
  </span>
)
