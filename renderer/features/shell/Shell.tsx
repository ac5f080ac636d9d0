import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { lazy, Suspense, useCallback, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useMedia } from '../../lib/use-media.ts'
import { useFilterStore } from '../../state/filter-store.ts'
import { isClear, useIdentifiedStore, whenIdentified } from '../../state/identified-store.ts'
import { RAIL_WIDTH, setRailWidth, useLayoutStore } from '../../state/layout-store.ts'
import { usePaneStore } from '../../state/pane-store.ts'
import { useViewStore } from '../../state/view-store.ts'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { AccountList } from '../accounts/AccountList.tsx'
import { AttendeeList } from '../attendees/AttendeeList.tsx'
import { useAttendeeStore, whenAnswered } from '../attendees/attendee-store.ts'
import { rowAt } from '../attendees/page-window.ts'
import { ListFilters } from '../search/ListFilters.tsx'
import { ProviderTabs } from '../search/ProviderTabs.tsx'
import { SearchBar } from '../search/SearchBar.tsx'
import { DataLine } from '../sync/DataLine.tsx'
import { StatusBar } from '../sync/StatusBar.tsx'
import { WorkspaceNotices } from '../workspaces/WorkspaceNotices.tsx'
import { WorkspaceSwitcher } from '../workspaces/WorkspaceSwitcher.tsx'
import { commandsNow } from './commands.ts'
import { Edge } from './Edge.tsx'
import { openConvert } from './open-convert.ts'
import styles from './Shell.module.css'
import { useLateParts } from './use-late-parts.ts'
import { useMenu } from './use-menu.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { ViewNav } from './ViewNav.tsx'

const c = classes(styles)

const PartsPage = lazy(() => import('../parts/PartsPage.tsx'))

/** Below this the rail collapses and the pane lies over the list. */
const NARROW = '(width < 67.5rem)'

/** Opens the resolve pane for the text in the search box. */
const resolveText = (): void => {
  const { identified, chosen } = useIdentifiedStore.getState()
  const { text, provider } = useFilterStore.getState().filters
  const [first] = identified?.candidates ?? []
  if (first === undefined) return
  // On a provider's tab its own reading is meant; otherwise every reading is tried against the cache.
  const candidate = chosen ?? (provider !== null && first.provider === provider ? first : null)
  usePaneStore.getState().openResolve({ text, candidate, readings: identified?.candidates ?? [] })
}

/** Enter in the search box: the best match, or resolve when nothing cached matches. */
const openBest = async (): Promise<void> => {
  const { text } = useFilterStore.getState().filters
  await Promise.all([whenAnswered(), whenIdentified()])
  if (text.trim() === '' || useFilterStore.getState().filters.text !== text) return
  const { identified, chosen } = useIdentifiedStore.getState()
  const best = rowAt(useAttendeeStore.getState().window, 0)
  // An identifier that no attendee carries is resolved: a row that only looks like it is somebody else.
  const stranger = identified !== null && isClear(identified) && !identified.cached.some(Boolean)
  if (best !== null && chosen === null && !stranger) usePaneStore.getState().openAttendee(best.id)
  else resolveText()
}

const Rail = ({ collapsed, width, onToggle }: { collapsed: boolean; width: number; onToggle: () => void }) => (
  <nav
    aria-label="Workspace"
    className={c('rail', collapsed && 'railCollapsed')}
    style={collapsed ? undefined : { width: `${width}rem` }}
  >
    {!collapsed && (
      <Edge label="Width of the rail" side="right" width={width} limits={RAIL_WIDTH} onChange={setRailWidth} />
    )}
    <div className={c('railHead')}>
      <WorkspaceSwitcher collapsed={collapsed} />
      <IconButton
        label={collapsed ? 'Show account names' : 'Collapse accounts'}
        icon={collapsed ? PanelLeftOpen : PanelLeftClose}
        aria-expanded={!collapsed}
        onClick={onToggle}
      />
    </div>
    <ViewNav collapsed={collapsed} />
    <div className={c('railBody')}>
      <AccountList collapsed={collapsed} />
    </div>
  </nav>
)

/** The window of an open workspace. */
export const Shell = () => {
  const narrow = useMedia(NARROW)
  const choice = useLayoutStore((state) => state.railCollapsed)
  const collapsed = choice ?? narrow
  const railWidth = useLayoutStore((state) => state.railWidth) ?? RAIL_WIDTH.usual
  const { pane, openAttendee } = usePaneStore()
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLElement>(null)
  const view = useViewStore((state) => state.view)
  const late = useLateParts(pane !== null || view !== 'people')
  const focusSearch = useCallback(() => {
    // The box is there once the list of people is.
    flushSync(() => useViewStore.getState().show('people'))
    search.current?.focus()
    search.current?.select()
  }, [])
  const listCommands = useCallback(() => commandsNow(focusSearch), [focusSearch])
  useShortcuts(focusSearch)
  useMenu(listCommands)
  return (
    <div className={c('shell')}>
      <Rail
        collapsed={collapsed}
        width={railWidth}
        onToggle={() => useLayoutStore.setState({ railCollapsed: !collapsed })}
      />
      <main className={c('main')}>
        <VisuallyHidden as="h1">postpress Inspector</VisuallyHidden>
        <WorkspaceNotices />
        <DataLine />
        {late && view === 'cases' && <late.CasesPage />}
        {late && view === 'overview' && <late.OverviewPage />}
        {late && view === 'accounts' && <late.AccountsPage />}
        {late && view === 'privacy' && <late.PrivacyPage />}
        {view === 'parts' && (
          <Suspense>
            <PartsPage />
          </Suspense>
        )}
        {view === 'people' && (
          <>
            <div className={c('tools')}>
              <SearchBar
                inputRef={search}
                onResolve={resolveText}
                onConvert={openConvert}
                onEnter={() => void openBest()}
                onLeave={() => list.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus()}
              />
              <div className={c('tabLine')}>
                <ProviderTabs />
                <ListFilters />
              </div>
            </div>
            <section ref={list} aria-label="People" className={c('list')}>
              <AttendeeList
                openId={pane?.kind === 'attendee' ? pane.id : null}
                onOpen={openAttendee}
                onResolve={resolveText}
              />
            </section>
          </>
        )}
      </main>
      {late && pane && <late.OpenPane pane={pane} overlay={narrow} />}
      <div className={c('status')}>
        <StatusBar />
      </div>
      {late && (
        <>
          <late.WorkspaceDialogs />
          <late.ForgetDialog />
          <late.EraseDialog />
          <late.Forgot />
          <late.Palette list={listCommands} />
          <late.KeyboardHelp />
        </>
      )}
    </div>
  )
}
