import { CircleAlert, X } from 'lucide-react'
import { copyFailure } from '../../state/failure-detail.ts'
import { useToastStore } from '../../state/toast-store.ts'
import { classes } from '../../ui/classes.ts'
import { DetailButton } from '../../ui/DetailButton.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './Toasts.module.css'

const c = classes(styles)

/** Messages about failed actions, at the corner; announced at once. */
export const Toasts = () => {
  const { toasts, dismiss } = useToastStore()
  return (
    <div className={c('stack')} role="alert">
      {toasts.map(({ id, title, advice, failure }) => (
        <div key={id} className={c('toast')}>
          <CircleAlert size={15} aria-hidden className={c('icon')} />
          <div className={c('body')}>
            <p className={c('title')}>{title}</p>
            {advice && <p className={c('advice')}>{advice}</p>}
            <DetailButton copy={() => copyFailure('action', failure)} />
          </div>
          <IconButton label="Dismiss" icon={X} onClick={() => dismiss(id)} />
        </div>
      ))}
    </div>
  )
}
