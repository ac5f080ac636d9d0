import { fold, wordsOf } from '#shared/text/fold.ts'
import { type StoredIdentifier, unpackIdentifiers } from './identifiers.ts'
import { gramsQuery, type Query, wordsQuery } from './query.ts'
import { fragmentTexts, listToken, searchWords } from './search-text.ts'
import type { Store } from './statements.ts'
import { marks, type Scope } from './tallies.ts'

/** Rows are read and ranked this many at a time: enough for two screens, cheap enough for every keystroke. */
const CHUNK = 100

/** The end of the range of texts that begin with a text. */
const LAST = '\u{10ffff}'

interface Ranked {
  row: number
  reasons: number
  last: number | null
}

/** Contact before chat before group; then recent before old; then first seen first. */
const weight = (reasons: number): number => (reasons & 1 ? 0 : reasons & 2 ? 1 : reasons & 4 ? 2 : 3)
export const byRank = (a: Ranked, b: Ranked): number =>
  weight(a.reasons) - weight(b.reasons) || (b.last ?? -1) - (a.last ?? -1) || a.row - b.row

/** Rows of one kind of match, chunk by chunk, each chunk in rank order. A chunk may be empty. */
export type Tier = Generator<number[], void>

const ranked = (found: Ranked[]): number[] => found.sort(byRank).map(({ row }) => row)

const scoped = ({ lists, bit }: Scope): { sql: string; values: number[] } => ({
  sql: `${lists === null ? '' : ` AND f.list_no IN (${marks(lists)})`}${bit === null ? '' : ' AND f.reasons & ? <> 0'}`,
  values: [...(lists ?? []), ...(bit === null ? [] : [bit])],
})

/** Those of the rows that are in scope, ranked. */
export const inScope = (store: Store, rows: number[], scope: Scope): number[] => {
  if (rows.length === 0) return []
  const filter = scoped(scope)
  return ranked(
    store.all(
      `SELECT f.row, f.reasons, f.last_activity_at AS last FROM json_each(?) j JOIN facets f ON f.row = j.value WHERE 1${filter.sql}`,
      JSON.stringify(rows),
      ...filter.values,
    ),
  )
}

/** Attendees whose name begins with the text. */
export function* nameBeginnings(store: Store, { folded }: Query, scope: Scope): Tier {
  const filter = scoped(scope)
  const sql = `SELECT a.row, f.reasons, f.last_activity_at AS last, a.sort_title, a.list_no
    FROM attendees a INDEXED BY attendees_by_name CROSS JOIN facets f ON f.row = a.row
    WHERE a.sort_title < ? AND (a.sort_title, a.list_no, a.row) > (?, ?, ?)${filter.sql.replace('f.list_no', 'a.list_no')}
    ORDER BY a.sort_title, a.list_no, a.row LIMIT ${CHUNK}`
  let after: [string, number, number] = [folded, -1, -1]
  for (;;) {
    const found = store.all<Ranked & { sort_title: string; list_no: number }>(
      sql,
      folded + LAST,
      ...after,
      ...filter.values,
    )
    const end = found.at(-1)
    if (end !== undefined) after = [end.sort_title, end.list_no, end.row]
    yield ranked(found)
    if (found.length < CHUNK) return
  }
}

/** Attendees with an identifier that begins with the text. */
export function* keyBeginnings(store: Store, query: Query, scope: Scope): Tier {
  const filter = scoped(scope)
  const sql = `SELECT k.attendee_row AS row, f.reasons, f.last_activity_at AS last, k.value, k.scope
    FROM keys k CROSS JOIN facets f ON f.row = k.attendee_row
    WHERE k.value < ? AND (k.value, k.scope, k.attendee_row) > (?, ?, ?)${filter.sql}
    ORDER BY k.value, k.scope, k.attendee_row LIMIT ${CHUNK}`
  for (const beginning of query.beginnings) {
    let after: [string, number, number] = [beginning, -1, -1]
    for (;;) {
      const found = store.all<Ranked & { value: string; scope: number }>(
        sql,
        beginning + LAST,
        ...after,
        ...filter.values,
      )
      const end = found.at(-1)
      if (end !== undefined) after = [end.value, end.scope, end.row]
      yield ranked(found)
      if (found.length < CHUNK) break
    }
  }
  if (!/^[\w-]{3,22}$/.test(query.exact)) return
  // postpress IDs are compared with their case, which is how they are copied.
  const ids = store.all<{ row: number }>(
    `SELECT row FROM attendees WHERE id >= ? AND id < ? LIMIT ${CHUNK}`,
    query.exact,
    query.exact + LAST,
  )
  yield inScope(
    store,
    ids.map(({ row }) => row),
    scope,
  )
}

interface Texts extends Ranked {
  title: string
  headline: string | null
  identifiers: string
}

/** FTS rows after `after`, in the order of being first seen, with what a check needs when `texts` is set. */
const matching = (table: 'words' | 'fragments', { lists, bit }: Scope, texts: boolean): string =>
  `SELECT f.row, f.reasons, f.last_activity_at AS last${texts ? ', a.title, a.headline, a.identifiers' : ''}
   FROM ${table} t CROSS JOIN facets f ON f.row = t.rowid ${texts ? 'CROSS JOIN attendees a ON a.row = t.rowid' : ''}
   WHERE t.${table} MATCH ? AND t.rowid > ?${scoped({ lists: table === 'words' ? null : lists, bit }).sql}
   ORDER BY t.rowid LIMIT ${CHUNK}`

/** The words, narrowed to the lists in scope by their tokens; null when the text has no word. */
export const scopedWords = (query: Query, { lists }: Scope): string | null => {
  const words = wordsQuery(query)
  if (words === null || lists === null) return words
  return lists.length === 0 ? null : `(${lists.map((no) => `"${listToken(no)}"`).join(' OR ')}) AND ${words}`
}

const everyWord = (own: Iterable<string>, words: string[]): boolean => {
  const all = [...own]
  return words.every((word) => all.some((one) => one.startsWith(word)))
}

/** What the word index promised, checked against the texts themselves: the title first, which mostly decides it. */
const hasWords = ({ title, headline, identifiers }: Texts, { words, pieces, ideographs }: Query): boolean => {
  if (ideographs) {
    const text = `${fold(title)} ${fold(headline ?? '')}`
    if (!pieces.every((piece) => text.includes(piece))) return false
  }
  return (
    everyWord(wordsOf(title), words) ||
    everyWord(searchWords({ listNo: 0, title, headline, identifiers: unpackIdentifiers(identifiers) }), words)
  )
}

/** Attendees whose name, headline or public name has every word of the text, by its beginning, in any order. */
export function* wordBeginnings(store: Store, query: Query, scope: Scope): Tier {
  const words = scopedWords(query, scope)
  if (words === null) return
  const checked = query.ideographs || query.checked
  const sql = matching('words', scope, checked)
  const bits = scope.bit === null ? [] : [scope.bit]
  let after = -1
  for (;;) {
    const found = store.all<Texts>(sql, words, after, ...bits)
    after = found.at(-1)?.row ?? after
    const full = found.length === CHUNK
    yield ranked(checked ? found.filter((one) => hasWords(one, query)) : found)
    if (!full) return
  }
}

/** Attendees that have every piece of the text somewhere in the name or in an identifier. */
export function* middles(store: Store, query: Query, scope: Scope): Tier {
  const grams = gramsQuery(query)
  if (grams === null || scope.lists?.length === 0) return
  const sql = matching('fragments', scope, true)
  const { values } = scoped(scope)
  // The index knows which pieces occur, not where: every candidate is checked.
  const holds = ({ title, identifiers }: Texts): boolean => {
    const carried: StoredIdentifier[] = unpackIdentifiers(identifiers)
    const texts = fragmentTexts({ listNo: 0, title, headline: null, identifiers: carried })
    return query.pieces.every((piece) => texts.some((text) => text.includes(piece)))
  }
  let after = -1
  for (;;) {
    const found = store.all<Texts>(sql, grams, after, ...values)
    after = found.at(-1)?.row ?? after
    const full = found.length === CHUNK
    yield ranked(found.filter(holds))
    if (!full) return
  }
}
