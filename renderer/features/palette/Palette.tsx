import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Command } from '../../state/command.ts'
import { classes } from '../../ui/classes.ts'
import styles from './Palette.module.css'
import { usePaletteStore } from './palette-store.ts'
import { type CommandGroup, rankCommands } from './rank-commands.ts'

const c = classes(styles)

const Item = ({ command, onRun }: { command: Command; onRun: (command: Command) => void }) => (
  <Autocomplete.Item value={command} className={c('item')} onClick={() => onRun(command)}>
    <span dir="auto" className={c('title')}>
      {command.title}
    </span>
    {command.keys !== null && <kbd className={c('keys')}>{command.keys}</kbd>}
  </Autocomplete.Item>
)

const Groups = ({ onRun }: { onRun: (command: Command) => void }) => (
  <Autocomplete.List className={c('list')}>
    {(group: CommandGroup) => (
      <Autocomplete.Group key={group.value} items={group.items}>
        <Autocomplete.GroupLabel className={c('group')}>{group.value}</Autocomplete.GroupLabel>
        <Autocomplete.Collection>
          {(command: Command) => <Item key={command.id} command={command} onRun={onRun} />}
        </Autocomplete.Collection>
      </Autocomplete.Group>
    )}
  </Autocomplete.List>
)

const Commands = ({ commands, onRun }: { commands: Command[]; onRun: (command: Command) => void }) => {
  const [query, setQuery] = useState('')
  const groups = useMemo(() => rankCommands(commands, query), [commands, query])
  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      items={groups}
      itemToStringValue={(command: Command) => command.title}
      value={query}
      onValueChange={(value, details) => details.reason !== 'item-press' && setQuery(value)}
      autoHighlight="always"
      keepHighlight
    >
      <div className={c('box')}>
        <Search size={15} aria-hidden className={c('icon')} />
        <Autocomplete.Input
          className={c('input')}
          aria-label="Search commands"
          placeholder="Type a command or a recent person"
          spellCheck={false}
        />
      </div>
      <Dialog.Close className={c('hidden')}>Close command palette</Dialog.Close>
      <div className={c('scroll')}>
        <Autocomplete.Empty>
          <p className={c('none')}>No command is called that. People are found with the search box.</p>
        </Autocomplete.Empty>
        <Groups onRun={onRun} />
      </div>
    </Autocomplete.Root>
  )
}

/** Every command by name (Ctrl/Cmd+K). `list` is asked when the palette opens, so that it shows what is possible now. */
export const Palette = ({ list }: { list: () => Command[] }) => {
  const { open, setOpen } = usePaletteStore()
  const commands = useMemo(() => (open ? list() : []), [open, list])
  const run = (command: Command) => {
    setOpen(false)
    command.run()
  }
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className={c('backdrop')} />
        <Dialog.Popup className={c('popup')} aria-label="Command palette">
          <Commands commands={commands} onRun={run} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
