import { ChevronDown, ChevronRight } from 'lucide-react'
import type { SoleGroup } from '#shared/domain/accounts.ts'
import { formatNumber, plural } from '../../lib/format-number.ts'
import { useAccountStore } from '../../state/account-store.ts'
import { usePaneStore } from '../../state/pane-store.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { classes } from '../../ui/classes.ts'
import { ProviderMark } from '../../ui/ProviderMark.tsx'
import styles from './SoleGroups.module.css'
import { toggleGroup, useSoleStore } from './sole-store.ts'

const c = classes(styles)

const People = ({ group }: { group: SoleGroup }) => {
  const people = useSoleStore((state) => state.people)
  if (people === null) return null
  const hidden = group.people - people.length
  return (
    <ul className={c('people')} aria-label={`Known only through ${group.name}`}>
      {people.map(({ id, title, nameless, headline }) => (
        <li key={id}>
          <button type="button" className={c('person')} onClick={() => usePaneStore.getState().openAttendee(id)}>
            <Avatar name={nameless ? '' : title} seed={id} />
            <span className={c('who')}>
              <bdi className={c('cut')}>{title}</bdi>
              {headline && <bdi className={c('cut', 'headline')}>{headline}</bdi>}
            </span>
          </button>
        </li>
      ))}
      {hidden > 0 && <li className={c('more')}>and {formatNumber(hidden)} more</li>}
    </ul>
  )
}

const Group = ({ group, largest }: { group: SoleGroup; largest: number }) => {
  const { chatId, name, people, provider, accountId } = group
  const open = useSoleStore((state) => state.openId === chatId)
  const account = useAccountStore((state) => state.accounts?.find(({ id }) => id === accountId)?.name ?? '')
  const Icon = open ? ChevronDown : ChevronRight
  return (
    <li>
      <button type="button" className={c('group')} aria-expanded={open} onClick={() => toggleGroup(chatId)}>
        <Icon size={14} aria-hidden className={c('chevron')} />
        <ProviderMark provider={provider} />
        <span className={c('names')}>
          <bdi className={c('cut')}>{name}</bdi>
          <bdi className={c('cut', 'account')}>{account}</bdi>
        </span>
        <span className={c('track')} aria-hidden>
          <span className={c('fill')} style={{ width: `${(people / largest) * 100}%` }} />
        </span>
        <span className={c('count')}>{plural(people, 'person', 'people')}</span>
      </button>
      {open && <People group={group} />}
    </li>
  )
}

/** The people who would be unknown without one group, by that group. */
export const SoleGroups = () => {
  const sole = useSoleStore((state) => state.sole)
  if (sole === null || sole.people === 0) return null
  const largest = Math.max(1, ...sole.groups.map(({ people }) => people))
  return (
    <section aria-labelledby="overview-sole" className={c('section')}>
      <header className={c('head')}>
        <h3 id="overview-sole" className={c('heading')}>
          Known through one group only
        </h3>
        <span className={c('note')}>{plural(sole.people, 'person', 'people')}</span>
      </header>
      <p className={c('note')}>Without the group, postpress would not know them. The groups most of them hang on:</p>
      <ul className={c('groups')}>
        {sole.groups.map((group) => (
          <Group key={group.chatId} group={group} largest={largest} />
        ))}
      </ul>
    </section>
  )
}
