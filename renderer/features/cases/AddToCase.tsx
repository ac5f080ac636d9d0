import { Menu } from '@base-ui/react/menu'
import { Check, FolderPlus, Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { keyOfPerson, refOfPassport } from '#shared/cases/person-key.ts'
import type { Passport } from '#shared/domain/attendees.ts'
import type { CaseSummary, PersonRef } from '#shared/domain/cases.ts'
import { plural } from '../../lib/format-number.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import menuStyles from '../../ui/Menu.module.css'
import styles from './AddToCase.module.css'
import { addToCase, addToNewCase, loadHolding, useAddStore } from './add-store.ts'
import { showCase } from './case-actions.ts'
import { useCasesStore } from './cases-store.ts'

const c = classes(styles)
const m = classes(menuStyles)

/** More open cases than this are reached through the cases view. */
const MOST = 12

/** The menu's cases: those that hold the person, then the open ones that were changed last. */
const offered = (cases: CaseSummary[], holding: { id: string }[]): CaseSummary[] => {
  const held = cases.filter(({ id }) => holding.some((one) => one.id === id))
  const open = cases.filter((one) => one.status === 'open' && !held.includes(one))
  return [...held, ...open].slice(0, Math.max(MOST, held.length))
}

const Entry = ({ one, held, onChoose }: { one: CaseSummary; held: boolean; onChoose: () => void }) => (
  <Menu.Item className={m('item')} aria-label={held ? `Open ${one.title}` : one.title} onClick={onChoose}>
    <span className={m('slot')}>{held && <Check size={13} aria-hidden />}</span>
    <span className={m('itemBody')}>
      <span dir="auto" className={`${m('itemTitle')} ${c('block')}`}>
        {one.title}
      </span>
      {(held || one.ticket !== '') && (
        <span dir="auto" className={`${m('itemNote')} ${c('block')}`}>
          {[held ? 'In this case' : '', one.ticket].filter(Boolean).join(', ')}
        </span>
      )}
    </span>
  </Menu.Item>
)

const Choices = ({ person, name }: { person: PersonRef; name: string }) => {
  const cases = useCasesStore((state) => state.cases) ?? []
  const holding = useAddStore((state) => state.holding)
  const shown = offered(cases, holding)
  return (
    <>
      {shown.length > 0 && (
        <Menu.Group>
          <Menu.GroupLabel className={m('label')}>Cases</Menu.GroupLabel>
          {shown.map((one) => {
            const held = holding.some(({ id }) => id === one.id)
            const choose = () => (held ? showCase(one.id) : void addToCase(one.id, one.title, person, name))
            return <Entry key={one.id} one={one} held={held} onChoose={choose} />
          })}
        </Menu.Group>
      )}
      {shown.length > 0 && <Menu.Separator className={m('separator')} />}
      <Menu.Item className={m('item')} onClick={() => void addToNewCase(person, name)}>
        <span className={m('slot')}>
          <Plus size={13} aria-hidden />
        </span>
        New case with {name}
      </Menu.Item>
    </>
  )
}

/** Adds the person of a passport to a case, an existing or a new one, and says which hold them. */
export const AddToCase = ({ passport }: { passport: Passport }) => {
  const person = refOfPassport(passport)
  const key = person === null ? null : keyOfPerson(person)
  const { open, setOpen, holding } = useAddStore()
  const trigger = useRef<HTMLButtonElement>(null)
  const about = useAddStore((state) => state.person)
  // The key stands for the person, whose object is made anew each time.
  useEffect(() => {
    if (person !== null) loadHolding(person)
    return () => setOpen(false)
  }, [key])
  if (person === null) return null
  const count = about === key ? holding.length : 0
  return (
    <Menu.Root modal={false} open={open} onOpenChange={setOpen}>
      <Menu.Trigger ref={trigger} render={<Button size="small" look="ghost" icon={FolderPlus} />}>
        {count === 0 ? 'Add to case' : `In ${plural(count, 'case', 'cases')}`}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className={m('positioner')}>
          <Menu.Popup className={m('popup')} finalFocus={trigger}>
            <Choices person={person} name={passport.title} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
