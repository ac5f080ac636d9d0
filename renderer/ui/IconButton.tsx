import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import styles from './IconButton.module.css'
import { Tooltip } from './Tooltip.tsx'

const c = classes(styles)

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** Accessible name and tooltip. */
  label: string
  icon: LucideIcon
  /** Shown in the tooltip beside the label. */
  shortcut?: string
}

/** A square button with an icon; its label is spoken and shown as a tooltip. */
export const IconButton = ({ label, icon: Icon, shortcut, className, ...rest }: IconButtonProps) => (
  <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
    <button type="button" {...rest} aria-label={label} className={`${c('button')} ${className ?? ''}`}>
      <Icon size={15} aria-hidden />
    </button>
  </Tooltip>
)
