import { Menu } from '@base-ui/react/menu'
import { Check, ChevronDown, type LucideIcon } from 'lucide-react'
import { classes } from './classes.ts'
import styles from './Menu.module.css'

const c = classes(styles)

export interface Choice<V> {
  value: V
  label: string
}

interface ChoiceMenuProps<V> {
  /** What is chosen: the accessible name is "name: choice". */
  name: string
  icon: LucideIcon
  value: V
  choices: readonly Choice<V>[]
  /** Marked as changed from its default. */
  active: boolean
  onChoose: (value: V) => void
}

/** A compact button that shows the current choice and opens a menu of the others. */
export const ChoiceMenu = <V,>({ name, icon: Icon, value, choices, active, onChoose }: ChoiceMenuProps<V>) => {
  const label = choices.find((choice) => choice.value === value)?.label ?? ''
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={c('trigger', active && 'active')} aria-label={`${name}: ${label}`}>
        <Icon size={13} aria-hidden />
        <span className={c('triggerText')}>{label}</span>
        <ChevronDown size={12} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className={c('positioner')}>
          <Menu.Popup className={c('popup')}>
            <Menu.RadioGroup value={value} onValueChange={(next: V) => onChoose(next)}>
              {choices.map((choice) => (
                <Menu.RadioItem key={choice.label} value={choice.value} className={c('item')} closeOnClick>
                  <span className={c('slot')}>
                    <Menu.RadioItemIndicator render={<Check size={13} aria-hidden />} />
                  </span>
                  {choice.label}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
