import { Menu } from '@base-ui/react/menu'
import { Check, Ellipsis } from 'lucide-react'
import copyStyles from './CopyButton.module.css'
import { classes } from './classes.ts'
import iconStyles from './IconButton.module.css'
import styles from './Menu.module.css'
import { useShortly } from './use-shortly.ts'

const c = classes(styles)
const icon = classes(iconStyles)
const copying = classes(copyStyles)

export interface CopyForm {
  /** "Copy as link". */
  label: string
  /** False: it failed. */
  copy: () => Promise<boolean>
}

/** The other forms in which something can be copied, in a menu; says when it is copied, on screen and to screen readers. */
export const CopyMenu = ({ label, forms }: { label: string; forms: readonly CopyForm[] }) => {
  const [copied, showCopied] = useShortly()
  const Icon = copied ? Check : Ellipsis
  return (
    <span className={copying('wrap')}>
      <Menu.Root modal={false}>
        <Menu.Trigger className={`${icon('button')} ${copying(copied && 'done')}`} aria-label={label}>
          <Icon size={15} aria-hidden />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="end" className={c('positioner')}>
            <Menu.Popup className={c('popup')}>
              {forms.map(({ label: form, copy }) => (
                <Menu.Item
                  key={form}
                  className={c('item')}
                  onClick={async () => {
                    if (await copy()) showCopied()
                  }}
                >
                  {form}
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <span className={copying('word')} aria-live="polite">
        {copied ? 'Copied' : ''}
      </span>
    </span>
  )
}
