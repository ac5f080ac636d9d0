import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './VisuallyHidden.module.css'

const c = classes(styles)

/** Words for screen readers only. */
export const VisuallyHidden = ({
  as: Element = 'span',
  children,
}: {
  as?: 'span' | 'h1' | 'h2'
  children: ReactNode
}) => <Element className={c('hidden')}>{children}</Element>
