import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './EmptyState.module.css'

const c = classes(styles)

interface EmptyStateProps {
  icon: LucideIcon
  title: string
  /** What to do next. */
  children?: ReactNode
  actions?: ReactNode
}

/** Says why there is nothing here and what to do about it. */
export const EmptyState = ({ icon: Icon, title, children, actions }: EmptyStateProps) => (
  <div className={c('empty')}>
    <Icon size={22} aria-hidden className={c('icon')} />
    <p className={c('title')}>{title}</p>
    {children && <div className={c('text')}>{children}</div>}
    {actions && <div className={c('actions')}>{actions}</div>}
  </div>
)
