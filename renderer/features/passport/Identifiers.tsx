import { ArrowLeftRight, ExternalLink } from 'lucide-react'
import type { Identifier, Passport } from '#shared/domain/attendees.ts'
import { exactTime, timeAgo } from '../../lib/format-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { SOURCE_WORDS } from '../../lib/words.ts'
import { copyText, openLink } from '../../state/copy.ts'
import { usePaneStore } from '../../state/pane-store.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { CopyMenu } from '../../ui/CopyMenu.tsx'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import styles from './Identifiers.module.css'
import { copiesOf } from './identifier-copies.ts'
import { Section } from './Section.tsx'

const c = classes(styles)

const Row = ({ passport, identifier, now }: { passport: Passport; identifier: Identifier; now: number }) => {
  const { label, display, value, url, source, seenAt } = identifier
  return (
    <tr className={c('row')}>
      <th scope="row" className={c('label')}>
        {label}
      </th>
      <td className={c('value')}>
        <span className={c('id')} dir="ltr">
          {display}
        </span>
        <span className={c('origin')} title={exactTime(seenAt)}>
          {SOURCE_WORDS[source]}, {timeAgo(seenAt, now)}
        </span>
      </td>
      <td className={c('actions')}>
        {url !== null && (
          <IconButton label={`Open ${label} in browser`} icon={ExternalLink} onClick={() => void openLink(url)} />
        )}
        <CopyButton label={`Copy ${label}`} copy={() => copyText(value)} />
        <CopyMenu
          label={`More ways to copy ${label}`}
          forms={copiesOf(passport, identifier).map((form) => ({ label: form.label, copy: () => copyText(form.text) }))}
        />
      </td>
    </tr>
  )
}

/** Every identifier of the person, each with where it came from and how old it is. */
export const Identifiers = ({ passport }: { passport: Passport }) => {
  const { identifiers, phoneHidden } = passport
  const now = useNow()
  const internal = identifiers.find(({ kind }) => kind === 'internal')
  return (
    <Section title="Identifiers" note={`${identifiers.length}`}>
      <table>
        <tbody>
          {identifiers.map((identifier) => (
            <Row
              key={`${identifier.kind} ${identifier.product} ${identifier.value}`}
              passport={passport}
              identifier={identifier}
              now={now}
            />
          ))}
        </tbody>
      </table>
      {internal && (
        <Button
          size="small"
          look="ghost"
          icon={ArrowLeftRight}
          onClick={() => usePaneStore.getState().openConvert({ text: internal.value, candidate: null })}
        >
          Convert
        </Button>
      )}
      {phoneHidden && (
        <p className={c('hidden')}>WhatsApp hides this person's phone number. The lid above is not a phone number.</p>
      )}
    </Section>
  )
}
