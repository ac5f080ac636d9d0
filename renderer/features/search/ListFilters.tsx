import { ArrowDownUp, ListFilter } from 'lucide-react'
import type { AttendeeQuery } from '#shared/domain/attendees.ts'
import { CONTACT_WORDS } from '#shared/domain/providers.ts'
import { useFilterStore } from '../../state/filter-store.ts'
import { ChoiceMenu } from '../../ui/ChoiceMenu.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './ListFilters.module.css'

const c = classes(styles)

/** Search results have an order of their own, which takes the place of the names'. */
const sortsFor = (searching: boolean): { value: AttendeeQuery['sort']; label: string }[] => [
  { value: 'name', label: searching ? 'Best match' : 'Name' },
  { value: 'last-activity', label: 'Last activity' },
  { value: 'first-seen', label: 'First seen' },
]

const reasonsFor = (provider: AttendeeQuery['provider']): { value: AttendeeQuery['reason']; label: string }[] => [
  { value: null, label: 'All reasons' },
  { value: 'contact', label: provider === null ? 'Contact (Relation, Friend)' : CONTACT_WORDS[provider] },
  { value: 'chat', label: 'Existing chat' },
  { value: 'group', label: 'Same group' },
  { value: 'reported', label: 'Reported' },
]

/** Filter by reason, and the sort order. */
export const ListFilters = () => {
  const { provider, reason, sort, text } = useFilterStore((state) => state.filters)
  const searching = text.trim() !== ''
  const change = useFilterStore((state) => state.change)
  return (
    <div className={c('filters')}>
      <ChoiceMenu
        name="Reason"
        icon={ListFilter}
        value={reason}
        choices={reasonsFor(provider)}
        active={reason !== null}
        onChoose={(next) => change({ reason: next })}
      />
      <ChoiceMenu
        name="Sort"
        icon={ArrowDownUp}
        value={sort}
        choices={sortsFor(searching)}
        active={false}
        onChoose={(next) => change({ sort: next })}
      />
    </div>
  )
}
