import { type ReactNode, useId } from 'react'
import { classes } from '../../ui/classes.ts'
import styles from './Section.module.css'

const c = classes(styles)

interface SectionProps {
  title: string
  /** How many things the part lists. */
  count?: number | undefined
  note?: string | undefined
  children: ReactNode
}

/** A titled part of the passport: a region that carries the title as its name. */
export const Section = ({ title, count, note, children }: SectionProps) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className={c('section')}>
      <header className={c('head')}>
        <h3 id={id}>{title}</h3>
        {count !== undefined && <span className={c('count')}>{count}</span>}
        {note && <span className={c('note')}>{note}</span>}
      </header>
      {children}
    </section>
  )
}
