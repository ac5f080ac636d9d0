import { throttle } from '../../lib/throttle.ts'
import { whenIdle } from '../../lib/when-idle.ts'
import { loadAccounts, resetAccounts } from '../../state/account-store.ts'
import { listen } from '../../state/api.ts'
import { type Filters, useFilterStore } from '../../state/filter-store.ts'
import { identifyText } from '../../state/identified-store.ts'
import { followTheme } from '../../state/layout-store.ts'
import { usePaneStore } from '../../state/pane-store.ts'
import { rememberPerson, resetRecent } from '../../state/recent-store.ts'
import { followSync, loadSync, resetSync, useSyncStore } from '../../state/sync-store.ts'
import { resetToasts } from '../../state/toast-store.ts'
import { useViewStore } from '../../state/view-store.ts'
import { followWorkspaces, loadWorkspaces, useWorkspaceStore } from '../../state/workspace-store.ts'
import { askAttendees, refreshAttendees, resetAttendees, whenAnswered } from '../attendees/attendee-store.ts'
import { forgetEdits, saveOnLeaving } from '../cases/case-edits.ts'
import { loadCases, refreshCase, resetCases } from '../cases/cases-store.ts'
import { useConvertStore } from '../convert/convert-store.ts'
import { loadOverview, resetOverview } from '../overview/overview-store.ts'
import { resetSole } from '../overview/sole-store.ts'
import { useMessagingStore } from '../passport/messaging-store.ts'
import { refreshPassport, usePassportStore } from '../passport/passport-store.ts'
import { resetPrivacy } from '../privacy/privacy-store.ts'
import { useResolveStore } from '../resolve/resolve-store.ts'
import { countAttendees, resetCounts } from '../search/count-store.ts'
import { followLocations, takeLocation } from './locations.ts'

/** During a sync the cache changes many times a second; the lists follow at this pace, ms. */
const REFRESH_MS = 700

const askAll = (filters: Filters): void => {
  askAttendees(filters)
  countAttendees(filters)
  identifyText(filters)
}

const refreshAll = throttle(() => {
  if (useWorkspaceStore.getState().workspaces?.current == null) return
  void refreshAttendees()
  countAttendees(useFilterStore.getState().filters)
  loadAccounts()
  refreshPassport()
  if (useViewStore.getState().view === 'overview') loadOverview()
  if (useViewStore.getState().view === 'cases') refreshCase()
}, REFRESH_MS)

const followFilters = (): void => {
  useFilterStore.subscribe(({ filters }, before) => {
    if (filters === before.filters || useWorkspaceStore.getState().workspaces?.current == null) return
    const { text, provider, accountId, reason } = before.filters
    askAttendees(filters)
    if (filters.text !== text || filters.accountId !== accountId || filters.reason !== reason) countAttendees(filters)
    if (filters.text !== text || filters.provider !== provider) identifyText(filters)
  })
}

/** The rail's number of cases: people first. */
const loadCasesLater = async (workspaceId: string): Promise<void> => {
  await whenAnswered()
  await whenIdle()
  if (useWorkspaceStore.getState().workspaces?.current === workspaceId) loadCases()
}

/** Everything on screen belongs to one workspace: leaving it forgets all of it. */
const startOver = (workspaceId: string | null): void => {
  refreshAll.cancel()
  usePaneStore.getState().forget()
  resetAccounts()
  resetAttendees()
  resetCounts()
  resetSync()
  resetRecent()
  resetOverview()
  resetPrivacy()
  resetSole()
  resetCases()
  forgetEdits()
  resetToasts()
  useViewStore.getState().show('people')
  useFilterStore.getState().reset()
  if (workspaceId === null) return
  loadAccounts()
  void loadSync()
  askAll(useFilterStore.getState().filters)
  void loadCasesLater(workspaceId)
  void takeLocation()
}

const followCurrent = (): void => {
  useWorkspaceStore.subscribe(({ workspaces }, before) => {
    const now = workspaces?.current ?? null
    if (now !== (before.workspaces?.current ?? null)) startOver(now)
    // Same workspace, new state: it may have been unlocked or opened again.
    else if (now !== null && workspaces !== before.workspaces) void loadSync()
  })
}

const followEndOfSync = (): void => {
  useSyncStore.subscribe(({ status }, before) => {
    if (before.status?.running === true && status?.running === false) refreshAll.call()
  })
}

/** A look-up has its answer: it counts against the day, and its identifiers are cached. */
const followLookups = (): void => {
  useResolveStore.subscribe(({ busy }, before) => {
    if (before.busy === 'live' && busy === null) refreshAll.call()
  })
  useConvertStore.subscribe(({ asking }, before) => {
    if (before.asking !== null && asking === null) refreshAll.call()
  })
  useMessagingStore.subscribe(({ asking }, before) => {
    if (before.asking !== null && asking === null) refreshAll.call()
  })
}

const followPeople = (): void => {
  usePassportStore.subscribe(({ passport }, before) => {
    if (passport === null || passport.attendeeId === null || passport === before.passport) return
    const { attendeeId: id, title, provider, account } = passport
    rememberPerson({ id, title, provider, accountName: account.name })
  })
}

/** Connects the stores with main and with each other, for as long as the page is there, and reads the first state. */
export const wireStores = (): void => {
  void loadWorkspaces()
  followWorkspaces()
  followSync()
  listen('cache.changed', refreshAll.call)
  followFilters()
  followCurrent()
  followEndOfSync()
  followTheme()
  followPeople()
  followLookups()
  followLocations()
  saveOnLeaving()
}
