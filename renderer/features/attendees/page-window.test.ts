import { describe, expect, it } from 'vitest'
import type { AttendeePage, AttendeeRow } from '#shared/domain/attendees.ts'
import { NO_PAGES, PAGE_ROWS, pagesOf, rowAt, rowCount, withPage } from './page-window.ts'

const row = (id: string): AttendeeRow => ({
  id,
  accountId: 'a',
  accountName: 'A',
  provider: 'x',
  title: id,
  nameless: false,
  headline: null,
  publicId: null,
  internalId: id,
  reasons: [],
  isSelf: false,
  lastActivityAt: null,
  match: null,
  matchText: null,
})

const page = (index: number, rows: number, total: number, capped = false): AttendeePage => ({
  rows: Array.from({ length: rows }, (_, n) => row(`${index * PAGE_ROWS + n}`)),
  total,
  capped,
  more: false,
})

describe('the loaded part of the list', () => {
  it('finds rows by position and null where a page is missing', () => {
    const window = withPage(NO_PAGES, 2, page(2, PAGE_ROWS, 1_000))
    expect(rowAt(window, 105)?.id).toBe('105')
    expect(rowAt(window, 5)).toBeNull()
    expect(rowAt(window, 300)).toBeNull()
  })

  it('covers a range that crosses pages', () => {
    expect(pagesOf(49, 50)).toEqual([0, 1])
    expect(pagesOf(-3, 0)).toEqual([0])
  })

  it('lays out the exact total', () => {
    expect(rowCount(withPage(NO_PAGES, 0, page(0, PAGE_ROWS, 2_345)))).toBe(2_345)
    expect(rowCount(withPage(NO_PAGES, 0, page(0, PAGE_ROWS, 5_000_000)))).toBe(5_000_000)
    expect(rowCount(NO_PAGES)).toBe(0)
  })

  it('grows past a capped total page by page and stops at the first page that is not full', () => {
    const first = withPage(NO_PAGES, 0, page(0, PAGE_ROWS, 1_001, true))
    expect(rowCount(first)).toBe(1_001)
    const twentieth = withPage(first, 20, page(20, PAGE_ROWS, 1_001, true))
    expect(rowCount(twentieth)).toBe(1_100)
    const end = withPage(twentieth, 21, page(21, 37, 1_001, true))
    expect(rowCount(end)).toBe(1_087)
  })

  it('drops the pages farthest from the reader', () => {
    let window = NO_PAGES
    for (let index = 0; index < 120; index += 1) window = withPage(window, index, page(index, PAGE_ROWS, 10_000))
    expect(window.pages.size).toBeLessThanOrEqual(60)
    expect(rowAt(window, 0)).toBeNull()
    expect(rowAt(window, 5_950)?.id).toBe('5950')
  })
})
