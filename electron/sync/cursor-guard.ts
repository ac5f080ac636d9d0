import { AppError } from '#shared/domain/errors.ts'

/** No list of this API is longer: 5,000 pages of 250 are 1.25 million items. */
const MAX_PAGES = 5_000
/** Pages in a row without anything new. Real lists can have one: items move while they are read. */
const MAX_STALE_PAGES = 3

export interface PassedPage {
  /** Items that no earlier page of this run had. */
  fresh: number
  /** Set when the list does not come to an end: it counts as incomplete, so nothing may be deleted because of it. */
  failure: AppError | null
}

/** Watches the pages of one list, so that a server whose cursors loop or never end cannot keep the app busy. */
export interface CursorGuard {
  /** Notes a page: ids of its items, ids of those set aside (null: it had none), where the next one starts. */
  pass(page: { ids: string[]; setAside: (string | null)[]; cursor: string | null }): PassedPage
}

const neverEnds = (message: string): AppError =>
  new AppError('bad-response', message, {
    advice: 'What was read so far is kept. Sync again; if it stays, report it to postpress.',
  })

/** `startedAt` is the cursor of the first page that will be read; null at the beginning of the list. */
export const createCursorGuard = (startedAt: string | null): CursorGuard => {
  const cursors = new Set(startedAt === null ? [] : [startedAt])
  const seen = new Set<string>()
  const seenAside = new Set<string>()
  let pages = 0
  let stalePages = 0

  const failureAt = (cursor: string): AppError | null => {
    if (cursors.has(cursor)) return neverEnds('postpress sent the same page position twice, so the list is incomplete.')
    if (stalePages >= MAX_STALE_PAGES) return neverEnds('postpress sent several pages in a row without anything new.')
    return pages >= MAX_PAGES ? neverEnds('The list that postpress sent has no end.') : null
  }

  return {
    pass: ({ ids, setAside, cursor }) => {
      const before = seen.size
      const beforeAside = seenAside.size
      for (const id of ids) seen.add(id)
      // What has no id cannot be recognised, so it counts as new.
      for (const [index, id] of setAside.entries()) seenAside.add(id ?? `#${pages}.${index}`)
      const fresh = seen.size - before
      pages += 1
      stalePages = fresh + (seenAside.size - beforeAside) === 0 ? stalePages + 1 : 0
      const failure = cursor === null ? null : failureAt(cursor)
      if (cursor !== null) cursors.add(cursor)
      return { fresh, failure }
    },
  }
}
