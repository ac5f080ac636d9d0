import type { AttendeePage, AttendeeQuery, TabCounts } from '#shared/domain/attendees.ts'
import { PROVIDERS, type Provider } from '#shared/domain/providers.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import { findRows } from './find.ts'
import { fold, foldWords } from './fold.ts'
import { REASON_BITS } from './reasons.ts'
import { readRows, toRow } from './rows.ts'
import type { Store } from './statements.ts'

/** A search stops after this many hits: nobody reads further, and common words stay fast. */
export const HIT_CAP = 1_000
/** Longer queries are names of nobody; the rest of the text is left out. */
const MAX_QUERY = 200
const MAX_WORDS = 8

type Filter = Pick<AttendeeQuery, 'provider' | 'accountId' | 'reason'>

const bitOf = (filter: Filter): number | null => (filter.reason === null ? null : REASON_BITS[filter.reason])

/** Null filters let everything pass. */
const WHERE =
  '(@provider IS NULL OR a.provider = @provider) AND (@account IS NULL OR a.account_id = @account) AND (@bit IS NULL OR a.reasons & @bit <> 0)'

interface Bound {
  provider: Provider | null
  account: string | null
  bit: number | null
}

const boundOf = (filter: Filter): Bound => ({
  provider: filter.provider,
  account: filter.accountId,
  bit: bitOf(filter),
})

const ORDER: Record<AttendeeQuery['sort'], string> = {
  name: 'a.nameless, a.sort_title, a.row',
  'last-activity': 'a.last_activity_at IS NULL, a.last_activity_at DESC, a.nameless, a.sort_title, a.row',
  'first-seen': 'a.first_seen_at DESC, a.row DESC',
}

const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`

const matchWords = (text: string): string | null => {
  const words = foldWords(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
  return words.length === 0 ? null : words.map((word) => `${quoted(word)}*`).join(' AND ')
}

/** Ids of all rows that match a text, best first: identifiers, name beginnings, words, fragments. */
const hitsOf = (store: Store, filter: Filter, text: string, candidates: Candidate[]): Map<number, string | null> => {
  const hits = new Map<number, string | null>()
  for (const candidate of candidates) {
    const found = findRows(store, candidate, filter.accountId)
    const allowed = readRows(store, [...found.keys()]).filter((data) => passes(data, filter))
    for (const { row } of allowed) if (!hits.has(row)) hits.set(row, found.get(row) ?? null)
  }
  const query = fold(text.slice(0, MAX_QUERY))
  const add = (rows: { row: number }[]): void => {
    for (const { row } of rows) if (!hits.has(row) && hits.size < HIT_CAP) hits.set(row, null)
  }
  if (query === '') return hits
  const bound = boundOf(filter)
  add(
    store.all(
      `SELECT a.row FROM attendees a WHERE ${WHERE} AND a.sort_title >= @from AND a.sort_title < @to ORDER BY a.sort_title, a.row LIMIT ${HIT_CAP}`,
      { ...bound, from: query, to: `${query}\u{10ffff}` },
    ),
  )
  const words = matchWords(text.slice(0, MAX_QUERY))
  if (words !== null && hits.size < HIT_CAP)
    add(
      store.all(
        `SELECT a.row FROM words f JOIN attendees a ON a.row = f.rowid WHERE f.words MATCH @words AND ${WHERE} ORDER BY f.rowid LIMIT ${HIT_CAP}`,
        { ...bound, words },
      ),
    )
  if ([...query].length >= 3 && hits.size < HIT_CAP) add(fragments(store, bound, query))
  return hits
}

const passes = (data: { provider: Provider; reasons: number }, filter: Filter): boolean =>
  (filter.provider === null || data.provider === filter.provider) &&
  (filter.reason === null || (data.reasons & REASON_BITS[filter.reason]) !== 0)

/** The trigram index answers with candidates (it knows which three-letter pieces occur, not where): each is checked. */
const fragments = (store: Store, bound: Bound, query: string): { row: number }[] => {
  const characters = [...query]
  const pieces = characters.slice(2).map((_, index) => quoted(characters.slice(index, index + 3).join('')))
  const rows = store.all<{ row: number; title: string; ids: string | null }>(
    `SELECT a.row, a.title, (SELECT group_concat(value, ' ') FROM identifiers WHERE attendee_row = a.row) AS ids
     FROM fragments f JOIN attendees a ON a.row = f.rowid WHERE f.fragments MATCH @pieces AND ${WHERE} ORDER BY f.rowid LIMIT ${HIT_CAP}`,
    { ...bound, pieces: [...new Set(pieces)].slice(0, 32).join(' AND ') },
  )
  return rows.filter(({ title, ids }) => fold(title).includes(query) || fold(ids ?? '').includes(query))
}

const browse = (store: Store, query: AttendeeQuery): AttendeePage => {
  const bound = boundOf(query)
  const total =
    store.get<{ total: number }>(`SELECT count(*) AS total FROM attendees a WHERE ${WHERE}`, bound)?.total ?? 0
  const rows = store.all<{ row: number }>(
    `SELECT a.row FROM attendees a WHERE ${WHERE} ORDER BY ${ORDER[query.sort]} LIMIT @limit OFFSET @offset`,
    { ...bound, limit: query.limit, offset: query.offset },
  )
  return {
    rows: readRows(
      store,
      rows.map(({ row }) => row),
    ).map((data) => toRow(data, null)),
    total,
    capped: false,
  }
}

/** One page of the grid. Any text is safe: it is bound, and every search term is quoted. */
export const listAttendees = (store: Store, query: AttendeeQuery, candidates: Candidate[]): AttendeePage => {
  if (query.text.trim() === '') return browse(store, query)
  const hits = hitsOf(store, query, query.text, candidates)
  const rows = [...hits.keys()].slice(query.offset, query.offset + query.limit)
  return {
    rows: readRows(store, rows).map((data) => toRow(data, hits.get(data.row) ?? null)),
    total: hits.size,
    capped: hits.size >= HIT_CAP,
  }
}

/** How many rows each tab would list. */
export const countAttendees = (
  store: Store,
  query: Omit<Filter, 'provider'> & { text: string },
  candidates: Candidate[],
): TabCounts => {
  const count = (provider: Provider | null): number => {
    const filter = { ...query, provider }
    if (query.text.trim() !== '') return hitsOf(store, filter, query.text, candidates).size
    return (
      store.get<{ total: number }>(`SELECT count(*) AS total FROM attendees a WHERE ${WHERE}`, boundOf(filter))
        ?.total ?? 0
    )
  }
  const tabs = Object.fromEntries(PROVIDERS.map((provider) => [provider, count(provider)])) as Record<Provider, number>
  return { all: count(null), ...tabs }
}
