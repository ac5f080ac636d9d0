import { PROVIDER_NAMES } from '#shared/domain/providers.ts'
import { altText, shortcutText } from '../../lib/platform.ts'
import { useAccountStore } from '../../state/account-store.ts'
import type { Command } from '../../state/command.ts'
import { copyText } from '../../state/copy.ts'
import { type Filters, useFilterStore } from '../../state/filter-store.ts'
import { THEMES, useLayoutStore } from '../../state/layout-store.ts'
import { usePaneStore } from '../../state/pane-store.ts'
import { useRecentStore } from '../../state/recent-store.ts'
import { cancelSync, pauseSync, resumeSync, startSync, useSyncStore } from '../../state/sync-store.ts'
import { tellFailure } from '../../state/toast-store.ts'
import { useViewStore, VIEW_NAMES, VIEWS } from '../../state/view-store.ts'
import { openWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts'
import { useCasesStore } from '../cases/cases-store.ts'
import { useHelpStore } from '../help/help-store.ts'
import { usePaletteStore } from '../palette/palette-store.ts'
import { usePassportStore } from '../passport/passport-store.ts'
import { askToErase } from '../privacy/erase-store.ts'
import { lockNow } from '../privacy/lock-store.ts'
import { askToForget, exportPerson } from '../privacy/person-store.ts'
import { exportAudit } from '../privacy/privacy-store.ts'
import { providerOfTab, TABS } from '../search/ProviderTabs.tsx'
import { useDialogStore } from '../workspaces/dialog-store.ts'
import { caseCommands } from './case-commands.ts'
import { copyCaseLink, copyLocation } from './locations.ts'
import { openConvert } from './open-convert.ts'

/** Filters are about the list of people: choosing one shows it. */
const change = (part: Partial<Filters>) => (): void => {
  useFilterStore.getState().change(part)
  useViewStore.getState().show('people')
}

const command = (group: string, id: string, title: string, run: () => void, keys: string | null = null): Command => ({
  id,
  title,
  group,
  keys,
  run,
})

const tabs = (): Command[] =>
  TABS.map((tab, index) =>
    command(
      'Go to',
      `tab.${tab}`,
      tab === 'all' ? 'All providers' : PROVIDER_NAMES[tab],
      change({ provider: providerOfTab(tab) }),
      shortcutText(`${index + 1}`),
    ),
  )

const views = (): Command[] =>
  VIEWS.map((view) =>
    command(
      'Go to',
      `view.${view}`,
      VIEW_NAMES[view],
      () => useViewStore.getState().show(view),
      view === 'cases' ? shortcutText('J') : null,
    ),
  )

const people = (): Command[] =>
  useRecentStore
    .getState()
    .people.map(({ id, title, provider, accountName }) =>
      command('Recent people', `person.${id}`, `${title} (${PROVIDER_NAMES[provider]}, ${accountName})`, () =>
        usePaneStore.getState().openAttendee(id),
      ),
    )

/** Every identifier of the person who is open, to the clipboard. */
const copies = (): Command[] => {
  const { passport } = usePassportStore.getState()
  if (passport === null || usePaneStore.getState().pane?.kind !== 'attendee') return []
  return passport.identifiers.map(({ label, value, kind, product }) =>
    command(
      'Copy',
      `copy.${kind}.${product}.${value}`,
      `Copy ${label} of ${passport.title}`,
      () => void copyText(value),
    ),
  )
}

const SORTS = [
  ['name', 'Sort by name'],
  ['last-activity', 'Sort by last activity'],
  ['first-seen', 'Sort by first seen'],
] as const
const REASONS = [
  [null, 'Show all reasons'],
  ['contact', 'Show only contacts'],
  ['chat', 'Show only existing chats'],
  ['group', 'Show only same group'],
] as const
const THEME_TITLES = {
  system: 'Follow the theme of the system',
  light: 'Use the light theme',
  dark: 'Use the dark theme',
}

const view = (): Command[] => [
  command('View', 'view.back', 'Back', () => usePaneStore.getState().back(), altText('←')),
  command('View', 'view.forward', 'Forward', () => usePaneStore.getState().forward(), altText('→')),
  ...(usePaneStore.getState().pane === null
    ? []
    : [command('Copy', 'copy.location', 'Copy a link to what is open', () => void copyLocation())]),
  ...(useViewStore.getState().view !== 'cases' || useCasesStore.getState().openId === null
    ? []
    : [command('Copy', 'copy.case', 'Copy a link to this case', () => void copyCaseLink())]),
  ...SORTS.map(([sort, title]) => command('View', `sort.${sort}`, title, change({ sort }))),
  ...REASONS.map(([reason, title]) => command('View', `reason.${reason ?? 'all'}`, title, change({ reason }))),
  ...THEMES.map((theme) =>
    command('View', `theme.${theme}`, THEME_TITLES[theme], () => useLayoutStore.setState({ theme })),
  ),
]

const accounts = (): Command[] => [
  command('Accounts', 'account.all', 'Show all accounts', change({ accountId: null })),
  ...(useAccountStore.getState().accounts ?? []).flatMap(({ id, name, provider }) =>
    provider === null
      ? []
      : [
          command(
            'Accounts',
            `account.${id}`,
            `Show only ${name} (${PROVIDER_NAMES[provider]})`,
            change({ accountId: id }),
          ),
          command('Accounts', `sync.${id}`, `Sync ${name} (${PROVIDER_NAMES[provider]})`, () => void startSync(id)),
        ],
  ),
]

const sync = (): Command[] => {
  const status = useSyncStore.getState().status
  if (status?.running !== true) return [command('Sync', 'sync.start', 'Sync now', () => void startSync(null))]
  return [
    command('Sync', 'sync.cancel', 'Cancel the sync', () => void cancelSync()),
    status.paused
      ? command('Sync', 'sync.resume', 'Resume the sync', () => void resumeSync())
      : command('Sync', 'sync.pause', 'Pause the sync', () => void pauseSync()),
  ]
}

const open = async (id: string, name: string): Promise<void> => {
  const failure = await openWorkspace(id)
  if (failure !== null) tellFailure(`${name} was not opened.`, failure)
}

const workspaces = (): Command[] => {
  const state = useWorkspaceStore.getState().workspaces
  return [
    command('Workspace', 'workspace.connect', 'Connect another workspace', () =>
      useDialogStore.getState().show({ kind: 'connect' }),
    ),
    ...(state?.workspaces ?? [])
      .filter(({ id }) => id !== state?.current)
      .map(({ id, name }) => command('Workspace', `workspace.${id}`, `Open ${name}`, () => void open(id, name))),
  ]
}

/** What can be done about the data of the person who is open. */
const dataOfPerson = (): Command[] => {
  const { passport } = usePassportStore.getState()
  const { pane } = usePaneStore.getState()
  if (passport === null || pane?.kind !== 'attendee') return []
  const { id } = pane
  return [
    command('Privacy', 'person.export-json', `Export ${passport.title} as JSON`, () => void exportPerson(id, 'json')),
    command('Privacy', 'person.export-csv', `Export ${passport.title} as CSV`, () => void exportPerson(id, 'csv')),
    command('Privacy', 'person.forget', `Forget ${passport.title}`, () => void askToForget(id)),
  ]
}

const privacy = (): Command[] => [
  command('Privacy', 'privacy.lock', 'Lock now', () => void lockNow()),
  command('Privacy', 'privacy.audit', 'Export the audit log', () => void exportAudit()),
  command('Privacy', 'privacy.erase', 'Erase everything on this computer', askToErase),
]

/** Everything that can be done right now. `focusSearch` puts the cursor into the search box. */
export const commandsNow = (focusSearch: () => void): Command[] => [
  command('Go to', 'search', 'Search or paste an identifier', focusSearch, shortcutText('L')),
  command('Go to', 'convert', 'Convert an identifier', openConvert, shortcutText('E')),
  ...copies(),
  ...caseCommands(),
  ...people(),
  ...tabs(),
  ...views(),
  ...sync(),
  ...view(),
  ...accounts(),
  ...workspaces(),
  ...dataOfPerson(),
  ...privacy(),
  command('Go to', 'palette', 'All commands', () => usePaletteStore.getState().setOpen(true), shortcutText('K')),
  command('Help', 'help.keys', 'Keyboard shortcuts', () => useHelpStore.getState().setOpen(true), '?'),
]
