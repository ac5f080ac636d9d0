import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { copyFailure } from '../../state/failure-detail.ts'
import { type Toast, useToastStore } from '../../state/toast-store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { DetailButton } from '../../ui/DetailButton.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './Toasts.module.css'

const c = classes(styles)

/** How long a message about something done stays, ms; longer when it can be taken back. Held while it is pointed at. */
const STAY_MS = { plain: 8_000, action: 30_000 }

const ToastItem = ({ toast }: { toast: Toast }) => {
  const { id, title, advice, failure, action } = toast
  const failed = failure !== null
  const dismiss = useToastStore((state) => state.dismiss)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (failed || held) return
    const timer = setTimeout(() => dismiss(id), action === null ? STAY_MS.plain : STAY_MS.action)
    return () => clearTimeout(timer)
  }, [id, failed, action, held, dismiss])
  const Icon = failed ? CircleAlert : CircleCheck
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at a message only keeps it from going away.
    <div
      className={c('toast')}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={15} aria-hidden className={c('icon', failed ? 'failed' : 'done')} />
      <div className={c('body')}>
        <p className={c('title')}>{title}</p>
        {advice && <p className={c('advice')}>{advice}</p>}
        {failure !== null && <DetailButton copy={() => copyFailure('action', failure)} />}
      </div>
      {action && (
        <Button
          size="small"
          onClick={() => {
            dismiss(id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" icon={X} onClick={() => dismiss(id)} />
    </div>
  )
}

/** Messages about what was done or failed, at the corner; announced at once. */
export const Toasts = () => {
  const toasts = useToastStore((state) => state.toasts)
  return (
    <div className={c('stack')} role="alert">
      {toasts.map((toast) => (
        <ToastItem key={toast.id} toast={toast} />
      ))}
    </div>
  )
}
