import type { ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'
import { ProductMark } from '../../ui/ProductMark.tsx'
import styles from './FullScreen.module.css'

const c = classes(styles)

interface FullScreenProps {
  title: string
  children: ReactNode
  actions?: ReactNode
}

/** The whole window says one thing: the app cannot show anything else right now. */
export const FullScreen = ({ title, children, actions }: FullScreenProps) => (
  <main className={c('screen')}>
    <div className={c('card')} role="alert">
      <ProductMark size={32} />
      <h1 className={c('title')}>{title}</h1>
      <div className={c('text')}>{children}</div>
      {actions && <div className={c('actions')}>{actions}</div>}
    </div>
  </main>
)
