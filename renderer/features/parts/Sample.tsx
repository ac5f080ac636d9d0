import { type ReactNode, useId } from 'react'
import { classes } from '../../ui/classes.ts'
import styles from './PartsPage.module.css'

const c = classes(styles)

/** One part with all of its states. */
export const Sample = ({ name, children }: { name: string; children: ReactNode }) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className={c('sample')}>
      <h3 id={id} className={c('name')}>
        {name}
      </h3>
      <div className={c('states')}>{children}</div>
    </section>
  )
}
