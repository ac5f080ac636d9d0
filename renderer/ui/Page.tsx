import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Page.module.css'

const c = classes(styles)

interface PageProps {
  title: string
  /** A short figure beside the title. */
  note?: string | null
  children: ReactNode
}

/** A whole view in the middle of the window, with its title; it scrolls by itself. */
export const Page = ({ title, note, children }: PageProps) => (
  <section className={c('page')} aria-label={title}>
    <div className={c('body')}>
      <header className={c('head')}>
        <h2 className={c('title')}>{title}</h2>
        {note && <span className={c('note')}>{note}</span>}
      </header>
      {children}
    </div>
  </section>
)
