import { classes } from './classes.ts'
import styles from './Skeleton.module.css'

const c = classes(styles)

/** A grey bar where text will be. `width` names a share of the space. */
export const Skeleton = ({ width = 'half' }: { width?: 'third' | 'half' | 'most' }) => (
  <span className={c('bar', width)} aria-hidden="true" />
)
