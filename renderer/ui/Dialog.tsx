import { Dialog as Parts } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { classes } from './classes.ts'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'

const c = classes(styles)

interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  description?: ReactNode
  /** Keeps the dialog open on a click outside: it asks something that should be answered. */
  asks?: boolean
  children: ReactNode
}

/** The first field, else the first answer, else the dialog itself: never its close button, whose tooltip would open. */
const firstControl = (popup: HTMLElement | null): HTMLElement | null =>
  popup?.querySelector<HTMLElement>('input:not([type="hidden"])') ??
  popup?.querySelector<HTMLElement>('[data-dialog-actions] button') ??
  popup

/** A modal dialog: focus is kept inside and goes back to where it came from; Esc closes. */
export const Dialog = ({ open, onClose, title, description, asks = false, children }: DialogProps) => {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Parts.Root open={open} disablePointerDismissal={asks} onOpenChange={(next) => !next && onClose()}>
      <Parts.Portal>
        <Parts.Backdrop className={c('backdrop')} />
        <Parts.Popup
          ref={popup}
          className={c('popup')}
          role={asks ? 'alertdialog' : 'dialog'}
          initialFocus={() => firstControl(popup.current)}
        >
          <header className={c('header')}>
            <Parts.Title className={c('title')}>{title}</Parts.Title>
            <Parts.Close render={<IconButton label="Close" icon={X} />} />
          </header>
          {description && (
            <Parts.Description render={<div />} className={c('description')}>
              {description}
            </Parts.Description>
          )}
          {children}
        </Parts.Popup>
      </Parts.Portal>
    </Parts.Root>
  )
}

/** The row of buttons at the end of a dialog. */
export const DialogActions = ({ children }: { children: ReactNode }) => (
  <div className={c('actions')} data-dialog-actions>
    {children}
  </div>
)
