import { LoaderCircle, type LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import styles from './Button.module.css'
import { classes } from './classes.ts'

const c = classes(styles)

export interface ButtonProps extends ComponentProps<'button'> {
  look?: 'primary' | 'secondary' | 'ghost' | 'danger'
  size?: 'small' | 'medium' | 'large'
  icon?: LucideIcon
  /** Shows a spinner and keeps the button from being pressed again; it stays focusable. */
  busy?: boolean
}

/** The one push button. Disabled while `busy`, without losing focus. */
export const Button = ({
  look = 'secondary',
  size = 'medium',
  icon: Icon,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    {...rest}
    className={`${c('button', look, size)} ${className ?? ''}`}
    aria-busy={busy || undefined}
    aria-disabled={busy || undefined}
    onClick={(event) => {
      if (busy) event.preventDefault()
      else onClick?.(event)
    }}
  >
    {busy ? <LoaderCircle className={c('spin')} size={14} aria-hidden /> : Icon && <Icon size={14} aria-hidden />}
    {children}
  </button>
)
