import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Notice.module.css'

const c = classes(styles)

type NoticeTone = 'info' | 'warn' | 'danger'

const ICONS: Record<NoticeTone, LucideIcon> = { info: Info, warn: TriangleAlert, danger: CircleAlert }

interface NoticeProps {
  tone: NoticeTone
  title: string
  /** What to do about it. */
  advice?: string | null | undefined
  actions?: ReactNode
}

/** A message in place. Failures are announced at once (`role=alert`), everything else is plain text. */
export const Notice = ({ tone, title, advice, actions }: NoticeProps) => {
  const Icon = ICONS[tone]
  return (
    <div className={c('notice', tone)} role={tone === 'danger' ? 'alert' : undefined}>
      <Icon size={15} aria-hidden className={c('icon')} />
      <div className={c('body')}>
        <p className={c('title')}>{title}</p>
        {advice && <p className={c('advice')}>{advice}</p>}
        {actions && <div className={c('actions')}>{actions}</div>}
      </div>
    </div>
  )
}
