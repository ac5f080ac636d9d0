import { ArrowLeftRight, ExternalLink } from 'lucide-react'
import type { Identifier, Passport } from '#shared/domain/attendees.ts'
import { PRODUCT_NAMES } from '#shared/domain/providers.ts'
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
import { MessagingIds } from './MessagingIds.tsx'
import { Section } from './Section.tsx'
import { usualOrigin } from './usual-origin.ts'

const c = classes(styles)

interface RowProps {
  passport: Passport
  identifier: Identifier
  origin: string
  /** The origin that the section's head names for all rows that say nothing else. */
  usual: string | null
}

const Row = ({ passport, identifier, origin, usual }: RowProps) => {
  const { label, display, value, url, seenAt, product, kind } = identifier
  return (
    <tr className={c('row')}>
      <th scope="row" className={c('label')}>
        {label}
      </th>
      <td className={c('value')}>
        <span className={c('id')} dir="ltr" title={`${origin} (${exactTime(seenAt)})`}>
          {display}
        </span>
        {origin !== usual && <span className={c('origin')}>{origin}</span>}
        {kind === 'internal' && product !== null && (
          <span className={c('use')}>Use for messaging in {PRODUCT_NAMES[product]}</span>
        )}
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

const isProductId = ({ kind, product }: Identifier): boolean => kind === 'internal' && product !== null

/** Every identifier of the person, each with where it came from and how old it is. */
export const Identifiers = ({ passport }: { passport: Passport }) => {
  const { identifiers, phoneHidden, provider } = passport
  const now = useNow()
  const internal = identifiers.find(({ kind }) => kind === 'internal')
  const originOf = ({ source, seenAt }: Identifier): string => `${SOURCE_WORDS[source]}, ${timeAgo(seenAt, now)}`
  const usual = usualOrigin(identifiers.map(originOf))
  const row = (identifier: Identifier) => (
    <Row
      key={`${identifier.kind} ${identifier.product} ${identifier.value}`}
      passport={passport}
      identifier={identifier}
      origin={originOf(identifier)}
      usual={usual}
    />
  )
  return (
    <Section title="Identifiers" count={identifiers.length} note={usual === null ? undefined : `from ${usual}`}>
      <table>
        <tbody>
          {identifiers.filter(isProductId).map(row)}
          {provider === 'linkedin' && <MessagingIds passport={passport} />}
          {identifiers.filter((one) => !isProductId(one)).map(row)}
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
