import { type ReactNode, useId } from 'react'
import { classes } from '../../ui/classes.ts'
import styles from './Section.module.css'

const c = classes(styles)

/** A titled part of the passport: a region that carries the title as its name. */
export const Section = ({ title, note, children }: { title: string; note?: string; children: ReactNode }) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className={c('section')}>
      <header className={c('head')}>
        <h3 id={id}>{title}</h3>
        {note && <span className={c('note')}>{note}</span>}
      </header>
      {children}
    </section>
  )
}
