import type { AttendeePage, AttendeeRow } from '#shared/domain/attendees.ts'

/** Rows per page: two screens, so that a keystroke's answer is small. */
export const PAGE_ROWS = 50

/** Pages kept in memory; the ones farthest from the reader go first. */
const MOST_PAGES = 60

/** The loaded part of a long list. Pages may be missing anywhere. */
export interface PageWindow {
  pages: ReadonlyMap<number, readonly AttendeeRow[]>
  total: number
  /** `total` is a lower bound. */
  capped: boolean
}

export const NO_PAGES: PageWindow = { pages: new Map(), total: 0, capped: false }

/** The window after a page arrived. Pages far from it are dropped; a total that was found to be larger stays larger. */
export const withPage = (window: PageWindow, index: number, page: AttendeePage): PageWindow => {
  const pages = new Map(window.pages).set(index, page.rows)
  for (const far of [...pages.keys()].sort((a, b) => Math.abs(b - index) - Math.abs(a - index))) {
    if (pages.size <= MOST_PAGES) break
    pages.delete(far)
  }
  return { pages, total: page.total, capped: page.capped }
}

/** The row at a position, or null while its page is not loaded. */
export const rowAt = (window: PageWindow, index: number): AttendeeRow | null =>
  window.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS] ?? null

/**
 * Rows to lay out. Behind a capped total the list grows as it is read: one more page as long as the last one was full.
 */
export const rowCount = (window: PageWindow): number => {
  const last = Math.max(-1, ...window.pages.keys())
  const rows = window.pages.get(last)?.length ?? 0
  const seen = last * PAGE_ROWS + rows
  if (!window.capped) return window.total
  const grown = rows === PAGE_ROWS ? seen + PAGE_ROWS : seen
  // A last page that is not full is the true end, even below the reported lower bound.
  return rows < PAGE_ROWS && last >= 0 ? seen : Math.max(window.total, grown)
}

/** Pages that cover the rows `first` to `last`, both included. */
export const pagesOf = (first: number, last: number): number[] => {
  const from = Math.floor(Math.max(0, first) / PAGE_ROWS)
  const to = Math.floor(Math.max(0, last) / PAGE_ROWS)
  return Array.from({ length: to - from + 1 }, (_, step) => from + step)
}
