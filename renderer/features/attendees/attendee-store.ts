import { create } from 'zustand'
import type { AttendeePage, AttendeeQuery } from '#shared/domain/attendees.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { ask } from '../../state/api.ts'
import type { Filters } from '../../state/filter-store.ts'
import { newestWins } from '../../state/newest-wins.ts'
import { NO_PAGES, PAGE_ROWS, type PageWindow, pagesOf, withPage } from './page-window.ts'

interface AttendeeState {
  /** The filters that `window` answers; null before the first answer. */
  shown: Filters | null
  window: PageWindow
  /** A question is under way whose answer will replace the rows. */
  loading: boolean
  /** Why the rows could not be read (again); rows that are there stay. */
  failure: Failure | null
  /** Counts answers to new questions: the grid goes back to its top. */
  answers: number
}

const EMPTY: AttendeeState = { shown: null, window: NO_PAGES, loading: false, failure: null, answers: 0 }

/** The rows of the grid, read page by page. */
export const useAttendeeStore = create<AttendeeState>()(() => EMPTY)

/** Changes whenever the rows on screen stop being the ones that pages were asked for. */
let generation = 0
let visible = { first: 0, last: 0 }
const underWay = new Set<number>()

const readPage = (
  filters: Filters,
  index: number,
  effort: AttendeeQuery['effort'] = 'full',
): Promise<Outcome<AttendeePage>> =>
  ask((api) => api.attendees.list({ ...filters, offset: index * PAGE_ROWS, limit: PAGE_ROWS, effort }))

/** Rare fragments of common pieces take several slices; whoever waits longer types another letter. */
const MOST_SLICES = 150

/** Fills the first page up with what takes longer to find, as long as its question is the newest. */
const deepen = async (filters: Filters): Promise<void> => {
  const asked = generation
  for (let slice = 0; slice < MOST_SLICES; slice++) {
    const outcome = await readPage(filters, 0)
    if (asked !== generation) return
    if (!outcome.ok) return useAttendeeStore.setState({ failure: outcome.error })
    const { rows, more } = outcome.value
    // Nothing to paint: another slice without a hit.
    const news = !more || rows.length !== useAttendeeStore.getState().window.pages.get(0)?.length
    if (news) useAttendeeStore.setState((state) => ({ window: withPage(state.window, 0, outcome.value) }))
    if (!more) return
  }
}

const startOver = (): void => {
  generation += 1
  underWay.clear()
}

const firstPage = newestWins<Filters, Outcome<AttendeePage>>(
  (filters) => readPage(filters, 0, 'quick'),
  (outcome, filters) => {
    startOver()
    visible = { first: 0, last: 0 }
    useAttendeeStore.setState((state) => ({
      shown: filters,
      window: outcome.ok ? withPage(NO_PAGES, 0, outcome.value) : NO_PAGES,
      loading: false,
      failure: outcome.ok ? null : outcome.error,
      answers: state.answers + 1,
    }))
    if (outcome.ok && outcome.value.more) void deepen(filters)
  },
)

/** Asks a new question. The old rows stay on screen until the newest answer arrives; older answers are dropped. */
export const askAttendees = (filters: Filters): void => {
  useAttendeeStore.setState({ loading: true })
  firstPage.ask(filters)
}

/** Resolves once the newest question is answered: Enter waits for its own rows. */
export const whenAnswered = (): Promise<void> => firstPage.idle()

/** Rows between a page's middle and a position. */
const distance = (index: number, position: number): number => Math.abs((index + 0.5) * PAGE_ROWS - position)

/** Loads the pages for rows around the screen, its middle first. Called on every scroll: it asks for each page once. */
export const showRows = async (first: number, last: number): Promise<void> => {
  visible = { first, last }
  const { shown, window } = useAttendeeStore.getState()
  if (shown === null) return
  const asked = generation
  const middle = (first + last) / 2
  const missing = pagesOf(first, last)
    .filter((index) => !window.pages.has(index) && !underWay.has(index))
    .sort((a, b) => distance(a, middle) - distance(b, middle))
  await Promise.all(
    missing.map(async (index) => {
      underWay.add(index)
      const outcome = await readPage(shown, index)
      if (asked !== generation) return
      underWay.delete(index)
      // Dropped for a newer question, whose rows are on their way.
      if (!outcome.ok && outcome.error.kind === 'cancelled') return
      useAttendeeStore.setState((state) =>
        outcome.ok
          ? { window: withPage(state.window, index, outcome.value), failure: null }
          : { failure: outcome.error },
      )
    }),
  )
}

/** Reads the rows on screen again after the cache changed; scroll position and rows stay until the answer is there. */
export const refreshAttendees = async (): Promise<void> => {
  const { shown, loading } = useAttendeeStore.getState()
  if (shown === null || loading) return
  startOver()
  const asked = generation
  const indexes = pagesOf(visible.first, visible.last)
  const outcomes = await Promise.all(indexes.map((index) => readPage(shown, index)))
  if (asked !== generation) return
  let window = NO_PAGES
  for (const [step, outcome] of outcomes.entries()) {
    if (!outcome.ok) return useAttendeeStore.setState({ failure: outcome.error })
    window = withPage(window, indexes[step] ?? 0, outcome.value)
  }
  useAttendeeStore.setState({ window, failure: null })
}

/** Forgets the rows of the workspace that was left. */
export const resetAttendees = (): void => {
  firstPage.forget()
  startOver()
  useAttendeeStore.setState({ ...EMPTY, answers: useAttendeeStore.getState().answers + 1 })
}
