import { Menu } from '@base-ui/react/menu'
import { Check, ChevronDown, Share } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import menuStyles from '../../ui/Menu.module.css'
import { useShortly } from '../../ui/use-shortly.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { exportCase } from './case-actions.ts'

const m = classes(menuStyles)

const FORMS = [
  { label: 'Save as Markdown…', format: 'markdown', to: 'file' },
  { label: 'Save as JSON…', format: 'json', to: 'file' },
  { label: 'Copy as Markdown', format: 'markdown', to: 'clipboard' },
  { label: 'Copy as JSON', format: 'json', to: 'clipboard' },
] as const

/** Takes a case out of the app, for a ticket: to a file or to the clipboard. */
export const ExportMenu = ({ id }: { id: string }) => {
  const [copied, showCopied] = useShortly()
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<Button size="small" icon={copied ? Check : Share} />}>
        {copied ? 'Copied' : 'Export'}
        <ChevronDown size={12} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start" className={m('positioner')}>
          <Menu.Popup className={m('popup')}>
            {FORMS.map(({ label, format, to }) => (
              <Menu.Item
                key={label}
                className={m('item')}
                onClick={async () => {
                  if ((await exportCase(id, format, to)) && to === 'clipboard') showCopied()
                }}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
      <VisuallyHidden>
        <span aria-live="polite">{copied ? 'Copied' : ''}</span>
      </VisuallyHidden>
    </Menu.Root>
  )
}
