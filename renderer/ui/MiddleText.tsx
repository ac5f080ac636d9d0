import { classes } from './classes.ts'
import styles from './MiddleText.module.css'

const c = classes(styles)

/** Characters that always stay visible at the end. */
const TAIL = 6

/** An id that shortens in its middle, so that beginning and end both stay comparable. The whole value is in `title`. */
export const MiddleText = ({ value }: { value: string }) =>
  value.length <= TAIL * 2 ? (
    <span className={c('whole')} title={value}>
      {value}
    </span>
  ) : (
    <span className={c('middle')} title={value}>
      <span className={c('head')}>{value.slice(0, -TAIL)}</span>
      <span className={c('tail')}>{value.slice(-TAIL)}</span>
    </span>
  )
