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
    expect(rowAt(window, 205)?.id).toBe('205')
    expect(rowAt(window, 5)).toBeNull()
    expect(rowAt(window, 300)).toBeNull()
  })

  it('covers a range that crosses pages', () => {
    expect(pagesOf(99, 100)).toEqual([0, 1])
    expect(pagesOf(-3, 0)).toEqual([0])
  })

  it('lays out the exact total', () => {
    expect(rowCount(withPage(NO_PAGES, 0, page(0, 100, 2_345)))).toBe(2_345)
    expect(rowCount(withPage(NO_PAGES, 0, page(0, 100, 5_000_000)))).toBe(5_000_000)
    expect(rowCount(NO_PAGES)).toBe(0)
  })

  it('grows past a capped total page by page and stops at the first page that is not full', () => {
    const first = withPage(NO_PAGES, 0, page(0, 100, 1_001, true))
    expect(rowCount(first)).toBe(1_001)
    const tenth = withPage(first, 10, page(10, 100, 1_001, true))
    expect(rowCount(tenth)).toBe(1_200)
    const end = withPage(tenth, 11, page(11, 37, 1_001, true))
    expect(rowCount(end)).toBe(1_137)
  })

  it('drops the pages farthest from the reader', () => {
    let window = NO_PAGES
    for (let index = 0; index < 60; index += 1) window = withPage(window, index, page(index, PAGE_ROWS, 10_000))
    expect(window.pages.size).toBeLessThanOrEqual(40)
    expect(rowAt(window, 0)).toBeNull()
    expect(rowAt(window, 5_950)?.id).toBe('5950')
  })
})
