import type { AttendeePage, AttendeeQuery, Letter, TabCounts } from '#shared/domain/attendees.ts'
import { PROVIDERS, type Provider } from '#shared/domain/providers.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import { browseRows, lettersOf } from './browse.ts'
import { listsOf, listsUnder } from './lists.ts'
import { matchesOf } from './match.ts'
import { REASON_BITS } from './reasons.ts'
import { readRows, toRow } from './rows.ts'
import { COUNT_CAP, type Session, searchFor } from './session.ts'
import type { Store } from './statements.ts'
import { type Scope, totalsOf } from './tallies.ts'
import { countWords } from './word-tiers.ts'

type Filter = Pick<AttendeeQuery, 'provider' | 'accountId' | 'reason'>

const scopeOf = (store: Store, filter: Filter): Scope => ({
  lists: listsUnder(store, filter),
  bit: filter.reason === null ? null : REASON_BITS[filter.reason],
})

/** Hits that are put in another order than the best first: as many as anyone would look through. */
const MOST_SORTED = 2_000

const browse = (store: Store, query: AttendeeQuery): AttendeePage => {
  const { rows, total } = browseRows(store, query.sort, scopeOf(store, query), query.offset, query.limit)
  return { rows: readRows(store, rows).map((data) => toRow(data, null)), total, capped: false, more: false }
}

const sorted = (store: Store, rows: number[], sort: AttendeeQuery['sort']): number[] =>
  sort === 'first-seen'
    ? rows.sort((a, b) => b - a)
    : store
        .all<{ row: number }>(
          'SELECT f.row FROM json_each(?) j JOIN facets f ON f.row = j.value ORDER BY f.last_activity_at IS NULL, f.last_activity_at DESC, f.row',
          JSON.stringify(rows),
        )
        .map(({ row }) => row)

const pageOf = (store: Store, session: Session, query: AttendeeQuery): AttendeePage => {
  const best = query.sort === 'name'
  const need = best ? query.offset + query.limit : MOST_SORTED
  session.gather(need, query.effort)
  const hits = [...session.hits.keys()]
  const rows = (best ? hits : sorted(store, hits, query.sort)).slice(query.offset, query.offset + query.limit)
  const done = session.done()
  const data = readRows(store, rows)
  const matches = matchesOf(
    store,
    data.filter(({ row }) => session.hits.get(row) === null),
    session.query,
  )
  return {
    rows: data.map((one) => toRow(one, session.hits.get(one.row) ?? matches.get(one.row) ?? null)),
    // The first answer to a keystroke does not count: the tabs do, when typing pauses.
    total: done || query.effort === 'quick' ? hits.length : Math.max(hits.length, session.atLeast()),
    capped: !done,
    more: !done && hits.length < need,
  }
}

/** One page of the grid. Any text is safe: it is bound, and every search term is quoted. */
export const listAttendees = (store: Store, query: AttendeeQuery, candidates: Candidate[]): AttendeePage =>
  query.text.trim() === ''
    ? browse(store, query)
    : pageOf(store, searchFor(store, query.text, candidates, scopeOf(store, query), query.accountId), query)

interface Count {
  n: number
  atLeast: boolean
}

/** Counting never takes long: it stops at the cap, and reads one slice of fragments at most. */
const countText = (session: Session): Count => {
  // Counting in the index is far cheaper than finding, and enough to know that it is "1,000+".
  if (session.atLeast() >= COUNT_CAP) return { n: COUNT_CAP, atLeast: true }
  session.gather(COUNT_CAP, 'quick')
  if (!session.done()) session.gather(COUNT_CAP, 'full')
  const n = Math.min(session.hits.size, COUNT_CAP)
  return { n, atLeast: !session.done() || n === COUNT_CAP }
}

type Question = Omit<Filter, 'provider'> & { text: string }

/** The hits of a search by provider. */
const byProvider = (store: Store, session: Session): Map<Provider, number> => {
  const providers = new Map(listsOf(store).map(({ no, provider }) => [no, provider]))
  const found = store.all<{ list_no: number; n: number }>(
    'SELECT f.list_no, count(*) AS n FROM json_each(?) j JOIN facets f ON f.row = j.value GROUP BY f.list_no',
    JSON.stringify([...session.hits.keys()]),
  )
  const counts = new Map<Provider, number>()
  for (const { list_no, n } of found) {
    const provider = providers.get(list_no)
    if (provider !== undefined) counts.set(provider, (counts.get(provider) ?? 0) + n)
  }
  return counts
}

const textCounts = (store: Store, query: Question, candidates: Candidate[]): Map<Provider | null, Count> => {
  const scope = (provider: Provider | null): Scope => scopeOf(store, { ...query, provider })
  const session = searchFor(store, query.text, candidates, scope(null), query.accountId)
  const all = countText(session)
  const counts = new Map<Provider | null, Count>([[null, all]])
  const hits = byProvider(store, session)
  for (const provider of PROVIDERS) {
    const n = hits.get(provider) ?? 0
    // Behind the cap, a tab's own number is counted in the word index.
    const words = all.atLeast ? countWords(store, session.query, scope(provider), COUNT_CAP) : 0
    counts.set(provider, { n: Math.min(Math.max(n, words), COUNT_CAP), atLeast: all.atLeast })
  }
  return counts
}

const listCounts = (store: Store, query: Question): Map<Provider | null, Count> => {
  const { lists, bit } = scopeOf(store, { ...query, provider: null })
  const providers = new Map(listsOf(store).map(({ no, provider }) => [no, provider]))
  const counts = new Map<Provider | null, Count>()
  for (const { list_no, reasons, n } of totalsOf(store, lists)) {
    if (bit !== null && (reasons & bit) === 0) continue
    for (const tab of [null, providers.get(list_no) ?? null])
      counts.set(tab, { n: (counts.get(tab)?.n ?? 0) + n, atLeast: false })
  }
  return counts
}

/** How many rows each tab would list: exact without a text, up to a cap with one. */
export const countAttendees = (store: Store, query: Question, candidates: Candidate[]): TabCounts => {
  const counts = query.text.trim() === '' ? listCounts(store, query) : textCounts(store, query, candidates)
  const tabs = [null, ...PROVIDERS].map((provider) => [provider ?? 'all', counts.get(provider)] as const)
  return {
    ...(Object.fromEntries(tabs.map(([tab, count]) => [tab, count?.n ?? 0])) as Omit<TabCounts, 'lowerBounds'>),
    lowerBounds: tabs.filter(([, count]) => count?.atLeast === true).map(([tab]) => tab),
  }
}

/** Where each letter begins in the list that is sorted by name. */
export const lettersUnder = (store: Store, filter: Filter): Letter[] => lettersOf(store, scopeOf(store, filter))
