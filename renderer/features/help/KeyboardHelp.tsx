import { altText, shortcutText } from '../../lib/platform.ts'
import { classes } from '../../ui/classes.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useHelpStore } from './help-store.ts'
import styles from './KeyboardHelp.module.css'

const c = classes(styles)

type Keys = [keys: string[], what: string]

const GROUPS: { title: string; keys: Keys[] }[] = [
  {
    title: 'Anywhere',
    keys: [
      [[shortcutText('K')], 'Every command and recent person'],
      [[shortcutText('L'), '/'], 'Search or paste an identifier'],
      [[`${shortcutText('1')} … 7`], 'All, LinkedIn, WhatsApp, Instagram, Telegram, X, Messenger'],
      [[shortcutText('E')], 'Convert an identifier to its other forms'],
      [[shortcutText('D')], 'Add the open person to a case'],
      [[shortcutText('J')], 'Cases'],
      [[altText('←'), altText('→')], 'Back and forward through what was open'],
      [['Esc'], 'Close what is open; in the search box clear the text'],
      [['?'], 'This list'],
      [[shortcutText('Shift+Y')], 'For developers: every part of the design system'],
    ],
  },
  {
    title: 'Search box',
    keys: [
      [['Enter'], 'Open the best match, or resolve what no attendee carries'],
      [['↓'], 'Into the list'],
    ],
  },
  {
    title: 'List',
    keys: [
      [['↑', '↓', 'PgUp', 'PgDn', 'Home', 'End'], 'Move'],
      [['Enter'], 'Open the person'],
    ],
  },
]

const Row = ({ keys, what }: { keys: string[]; what: string }) => (
  <div className={c('row')}>
    <dt className={c('keys')}>
      {keys.map((key) => (
        <kbd key={key} className={c('key')}>
          {key}
        </kbd>
      ))}
    </dt>
    <dd className={c('what')}>{what}</dd>
  </div>
)

/** Everything that works without a mouse. */
export const KeyboardHelp = () => {
  const { open, setOpen } = useHelpStore()
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Keyboard shortcuts">
      {GROUPS.map(({ title, keys }) => (
        <section key={title} className={c('group')}>
          <h3 className={c('title')}>{title}</h3>
          <dl>
            {keys.map(([combination, what]) => (
              <Row key={what} keys={combination} what={what} />
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
