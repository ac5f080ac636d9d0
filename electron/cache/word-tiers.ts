import { fold, wordsOf } from '#shared/text/fold.ts'
import { unpackIdentifiers } from './identifiers.ts'
import { type FoundTexts, matching, readTexts, type Texts } from './matching.ts'
import { type Query, quoted } from './query.ts'
import { listToken, searchWords } from './search-text.ts'
import type { Store } from './statements.ts'
import type { Scope } from './tallies.ts'
import { CHUNK, type Ranked, ranked, type Tier } from './tiers.ts'

/** Lengths of beginnings that the word index keeps: those are read row by row, as far as they are needed. */
const INDEXED = [6, 4, 3, 2, 1]
const indexedBeginning = (word: string): string => {
  const characters = [...word]
  return characters.slice(0, INDEXED.find((length) => length <= characters.length) ?? 1).join('')
}

const all = (terms: string[]): string => terms.join(' AND ')
const whole = (words: string[]): string => all(words.map(quoted))
/** What the index answers at once: everybody whose words begin like these, and some whose words go on differently. */
const nearly = (words: string[]): string => all(words.map((word) => `${quoted(indexedBeginning(word))} *`))
/** Exactly the beginnings: the index reads every word that begins so before it answers. */
const beginnings = (words: string[]): string => all(words.map((word) => `${quoted(word)} *`))

/** Narrowed to the lists in scope by their tokens; null when nobody can have the words. */
const inLists = (query: string, words: string[], { lists }: Scope): string | null => {
  if (words.length === 0 || lists?.length === 0) return null
  return lists === null ? query : `(${lists.map((no) => `"${listToken(no)}"`).join(' OR ')}) AND ${query}`
}

/** Rows that have the words, counted up to the cap; 0 where the word index alone cannot tell. */
export const countWords = (store: Store, { words, ideographs }: Query, scope: Scope, cap: number): number => {
  const exact = words.every((word) => indexedBeginning(word) === word)
  const query = inLists(exact ? nearly(words) : whole(words), words, scope)
  // Ideographs are checked one by one, and a reason is not in the word index.
  if (query === null || ideographs || scope.bit !== null) return 0
  return (
    store.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ${cap})`, query)
      ?.n ?? 0
  )
}

const everyWord = (own: Iterable<string>, words: string[]): boolean => {
  const known = [...own]
  return words.every((word) => known.some((one) => one.startsWith(word)))
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

/** The reason in scope, as a bound value; the lists in scope are part of the match. */
const bitOf = ({ bit }: Scope): number[] => (bit === null ? [] : [bit])

/** Rows that match after a row, at most `limit`, in the order of being first seen. */
const rowsAfter = (store: Store, scope: Scope, match: string, after: number, limit: number): Ranked[] =>
  store.all(matching('words', scope, false), match, after, ...bitOf(scope), limit)

/** Attendees whose name, headline or public name has every word of the text as it stands, in any order. */
function* wholeWords(store: Store, query: Query, scope: Scope): Tier {
  const match = query.ideographs ? null : inLists(whole(query.words), query.words, scope)
  if (match === null) return
  for (let after = -1; ; ) {
    const rows = rowsAfter(store, scope, match, after, CHUNK)
    after = rows.at(-1)?.row ?? after
    yield ranked(rows)
    if (rows.length < CHUNK) return
  }
}

/** A beginning is looked up exactly when fewer than one candidate in this many has it: then there are few of them. */
const RARE = 5

/** Attendees whose name, headline or public name has every word of the text, by its beginning, in any order. */
function* wordBeginnings(store: Store, query: Query, scope: Scope): Tier {
  const { words, ideographs } = query
  const exact = inLists(beginnings(words), words, scope)
  let match = inLists(nearly(words), words, scope)
  if (match === null || exact === null) return
  let checked = ideographs || match !== exact
  for (let after = -1; ; ) {
    const rows = store.all<FoundTexts>(matching('words', scope, checked), match, after, ...bitOf(scope), CHUNK)
    after = rows.at(-1)?.row ?? after
    const full = rows.length === CHUNK
    const good = checked ? rows.filter((one) => hasWords(one, query)) : rows
    yield ranked(good)
    if (!full) return
    if (match !== exact && good.length * RARE < rows.length) {
      match = exact
      checked = ideographs
    }
  }
}

/** So few are read and checked at once, faster than the index is asked twice. */
const FEW = 120

/** What a check can tell is not asked of the index where millions have it: initials beside a name. */
const longer = (words: string[]): string[] => {
  const long = words.filter((word) => [...word].length > 1)
  return long.length === 0 ? words : long
}

/** Everybody whose words begin like these, and some whose words go on differently; null when they are not few. */
const fewNearly = (store: Store, { words }: Query, scope: Scope): Ranked[] | null => {
  const match = inLists(nearly(longer(words)), words, scope)
  if (match === null) return []
  const rows = rowsAfter(store, scope, match, -1, FEW)
  return rows.length < FEW ? rows : null
}

/** Attendees whose name, headline or public name has every word of the text, in any order: whole words come first. */
export function* everyWordOf(store: Store, query: Query, scope: Scope): Tier {
  // Several words are mostly the words of few: one question brings all of them, whole words and beginnings.
  const few = query.words.length > 1 ? fewNearly(store, query, scope) : null
  if (few === null) {
    yield* wholeWords(store, query, scope)
    yield* wordBeginnings(store, query, scope)
    return
  }
  const texts = readTexts(store, few)
  const whole: Ranked[] = []
  const begun: Ranked[] = []
  for (const one of few) {
    const own = texts.get(one.row)
    if (own === undefined || !hasWords(own, query)) continue
    const known = searchWords({ listNo: 0, ...own, identifiers: unpackIdentifiers(own.identifiers) })
    const isWhole = !query.ideographs && query.words.every((word) => known.has(word))
    ;(isWhole ? whole : begun).push(one)
  }
  yield ranked(whole)
  yield ranked(begun)
}
