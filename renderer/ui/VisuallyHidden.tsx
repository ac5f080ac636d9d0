import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './VisuallyHidden.module.css'

const c = classes(styles)

/** Words for screen readers only. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => <span className={c('hidden')}>{children}</span>
