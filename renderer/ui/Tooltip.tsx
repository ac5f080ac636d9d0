import { Tooltip as Parts } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import { classes } from './classes.ts'
import styles from './Tooltip.module.css'

const c = classes(styles)

interface TooltipProps {
  text: string
  shortcut?: string
  side?: 'top' | 'bottom' | 'left' | 'right'
  children: ReactElement
}

/** A short explanation on hover and keyboard focus. The trigger must carry its own accessible name. */
export const Tooltip = ({ text, shortcut, side = 'bottom', children }: TooltipProps) => (
  <Parts.Root>
    <Parts.Trigger render={children} />
    <Parts.Portal>
      <Parts.Positioner side={side} sideOffset={6} className={c('positioner')}>
        <Parts.Popup className={c('popup')}>
          {text}
          {shortcut && <kbd className={c('key')}>{shortcut}</kbd>}
        </Parts.Popup>
      </Parts.Positioner>
    </Parts.Portal>
  </Parts.Root>
)
