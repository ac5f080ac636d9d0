import { refOfPassport } from '#shared/cases/person-key.ts'
import { shortcutText } from '../../lib/platform.ts'
import type { Command } from '../../state/command.ts'
import { usePaneStore } from '../../state/pane-store.ts'
import { useToastStore } from '../../state/toast-store.ts'
import { addToCase, addToNewCase, useAddStore } from '../cases/add-store.ts'
import { showCase, startCase } from '../cases/case-actions.ts'
import { useCasesStore } from '../cases/cases-store.ts'
import { usePassportStore } from '../passport/passport-store.ts'

const GROUP = 'Cases'

/** Adds the attendee who is open to a case. */
const adding = (): Command[] => {
  const { passport } = usePassportStore.getState()
  const person = passport === null ? null : refOfPassport(passport)
  if (passport === null || person === null || usePaneStore.getState().pane?.kind !== 'attendee') return []
  const { title: name } = passport
  const { holding } = useAddStore.getState()
  const open = (useCasesStore.getState().cases ?? []).filter(
    ({ id, status }) => status === 'open' && !holding.some((held) => held.id === id),
  )
  return [
    {
      id: 'case.add',
      title: `Add ${name} to a case`,
      group: GROUP,
      keys: shortcutText('D'),
      run: () => useAddStore.getState().setOpen(true),
    },
    {
      id: 'case.add.new',
      title: `New case with ${name}`,
      group: GROUP,
      keys: null,
      run: () => void addToNewCase(person, name),
    },
    ...open.map(({ id, title }) => ({
      id: `case.add.${id}`,
      title: `Add ${name} to “${title}”`,
      group: GROUP,
      keys: null,
      run: () => void addToCase(id, title, person, name),
    })),
  ]
}

const start = async (): Promise<void> => {
  const started = await startCase('', null)
  if (started !== null) showCase(started.id, true)
}

/** What the messages at the corner offer: without a mouse they are far away. */
const offers = (): Command[] =>
  useToastStore.getState().toasts.flatMap(({ id, title, action }) =>
    action === null
      ? []
      : [
          {
            id: `toast.${id}`,
            title: `${action.label}: ${title}`,
            group: 'Just now',
            keys: null,
            run: () => {
              useToastStore.getState().dismiss(id)
              action.run()
            },
          },
        ],
  )

/** Everything that can be done with cases right now. */
export const caseCommands = (): Command[] => [
  ...offers(),
  ...adding(),
  { id: 'case.new', title: 'New case', group: GROUP, keys: null, run: () => void start() },
  ...(useCasesStore.getState().cases ?? []).map(({ id, title, ticket }) => ({
    id: `case.${id}`,
    title: `Open case ${title}${ticket === '' ? '' : ` (${ticket})`}`,
    group: GROUP,
    keys: null,
    run: () => showCase(id),
  })),
]
