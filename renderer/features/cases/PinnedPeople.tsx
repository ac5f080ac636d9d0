import { PinOff } from 'lucide-react'
import { useRef } from 'react'
import { LIMITS } from '#shared/domain/case-limits.ts'
import type { CaseFile, PinnedPerson } from '#shared/domain/cases.ts'
import { PROVIDER_NAMES } from '#shared/domain/providers.ts'
import { dateOnly, exactTime } from '../../lib/format-time.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ProviderMark } from '../../ui/ProviderMark.tsx'
import pageStyles from './CasePage.module.css'
import { editNote, openPinned, unpin } from './case-actions.ts'
import { saveNow } from './case-edits.ts'
import styles from './PinnedPeople.module.css'

const c = classes(styles)
const p = classes(pageStyles)

const Person = ({ person, onUnpin }: { person: PinnedPerson; onUnpin: () => void }) => {
  const { title, nameless, key, provider, accountName, headline, cached, summary, note, pinnedAt } = person
  return (
    <li className={c('person')}>
      <div className={c('top')}>
        <Avatar name={nameless ? '' : title} seed={person.ref.kind === 'attendee' ? person.ref.id : key} />
        <div className={c('who')}>
          <p className={c('nameLine')}>
            {cached ? (
              <button type="button" className={c('name')} dir="auto" onClick={() => openPinned(person)}>
                {title}
              </button>
            ) : (
              <span className={c('gone')} dir="auto">
                {title}
              </span>
            )}
            {!cached && <Badge tone="warn">No longer cached</Badge>}
          </p>
          <p className={c('where')}>
            <ProviderMark provider={provider} />
            {PROVIDER_NAMES[provider]}
            <span dir="auto" className={c('account')}>
              {accountName}
            </span>
            {headline && (
              <span dir="auto" className={c('headline')}>
                {headline}
              </span>
            )}
          </p>
          <p className={c('summary')} title={exactTime(pinnedAt)}>
            {summary} Pinned on {dateOnly(pinnedAt)}.
          </p>
        </div>
        <IconButton label={`Take ${title} off the case`} icon={PinOff} onClick={onUnpin} />
      </div>
      <textarea
        aria-label={`Note about ${title}`}
        className={c('note')}
        dir="auto"
        rows={1}
        value={note}
        maxLength={LIMITS.note}
        placeholder="Note"
        onChange={(event) => editNote(key, event.target.value)}
        onBlur={saveNow}
      />
    </li>
  )
}

/** The people of a case, each with a note; whoever is gone from the cache is shown as they were when they were pinned. */
export const PinnedPeople = ({ file }: { file: CaseFile }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <section aria-labelledby="case-people" className={p('section')}>
      <h3 ref={heading} id="case-people" tabIndex={-1} className={p('heading')}>
        People <span className={c('count')}>{file.pinned.length}</span>
      </h3>
      {file.pinned.length === 0 && (
        <p className={c('none')}>Nobody yet. Open a person, then choose “Add to case” in the passport.</p>
      )}
      <ul className={c('people')}>
        {file.pinned.map((person) => (
          <Person
            key={person.key}
            person={person}
            onUnpin={() => {
              heading.current?.focus()
              void unpin(file.id, person)
            }}
          />
        ))}
      </ul>
    </section>
  )
}
