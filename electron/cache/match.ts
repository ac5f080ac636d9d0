import type { Provider } from '#shared/domain/providers.ts'
import { fold, wordsIn } from '#shared/text/fold.ts'
import type { StoredIdentifier } from './identifiers.ts'
import { keysOf } from './keys.ts'
import { labelOf } from './labels.ts'
import type { Query } from './query.ts'
import { type Match, type RowData, readIdentifiers } from './rows.ts'
import { isOpaque, isPublicName, withoutServer } from './search-text.ts'
import type { Store } from './statements.ts'

/** A text, folded once; parted into words only where they are asked for, once too. */
interface Folded {
  text: string
  words(): string[]
}

const foldedOf = (original: string): Folded => {
  const text = fold(original)
  let words: string[] | null = null
  return {
    text,
    words: () => {
      words ??= wordsIn(text)
      return words
    },
  }
}

/** Whether a text has a term of the query, in one of the ways in which the tiers match. */
type Has = (own: Folded, term: string) => boolean
const contains: Has = ({ text }, piece) => text.includes(piece)
const begins: Has = (own, word) => own.words().some((one) => one.startsWith(word))

/** Whether a text answers the query by itself. */
const holds = (own: Folded, { pieces, words, ideographs }: Query): boolean =>
  pieces.every((piece) => contains(own, piece)) ||
  // Ideographs must stand side by side as typed: as words of their own they would match in any order.
  (!ideographs && words.length > 0 && words.every((word) => begins(own, word)))

/** So much of a postpress ID must be typed to look for it. */
const SHORTEST_ID = 3

/** Whether the query is the beginning of an identifier, in the form in which identifiers are looked up. */
const isKeyed = (provider: Provider, one: StoredIdentifier, { beginnings, exact }: Query): boolean =>
  one.kind === 'postpress-id'
    ? exact.length >= SHORTEST_ID && one.value.startsWith(exact)
    : beginnings.length > 0 &&
      keysOf(provider, [one]).some(({ value }) => beginnings.some((beginning) => value.startsWith(beginning)))

/** What can be named as the reason for a row. */
interface Field {
  match: Match
  own: Folded
  /** Whether the word index knows it. */
  inWords: boolean
}

const HEADLINE: Match = { label: 'Headline', value: null }

/** The field that has most of what the name leaves open, the first of several; and whether all fields together have it. */
const mostOf = (name: Folded, fields: Field[], terms: string[], has: Has): { match: Match | null; all: boolean } => {
  const open = terms.filter((term) => !has(name, term))
  const found = new Set<string>()
  let match: Match | null = null
  let most = 0
  for (const field of fields) {
    const held = open.filter((term) => has(field.own, term))
    for (const term of held) found.add(term)
    if (held.length <= most) continue
    most = held.length
    match = field.match
  }
  return { match, all: open.every((term) => found.has(term)) }
}

/** The field beside the name of which a query that no text answers alone has most: by words, or else by pieces. */
const sharedOf = (name: Folded, fields: Field[], { words, pieces, ideographs }: Query): Match | null => {
  const byPieces = () => mostOf(name, fields, pieces, contains)
  if (ideographs) return byPieces().match
  const known = fields.filter(({ inWords }) => inWords)
  const byWords = mostOf(name, known, words, begins)
  return byWords.all ? byWords.match : (byPieces().match ?? byWords.match)
}

const matchOf = (
  { provider, headline, public_id }: RowData,
  name: Folded,
  identifiers: StoredIdentifier[],
  query: Query,
): Match | null => {
  const fields: Field[] = []
  const inColumn: Field[] = []
  for (const one of identifiers) {
    const match = { label: labelOf(provider, one.kind, one.product), value: one.display }
    if (isOpaque(one)) {
      // Nobody is found by the middle of a random id: that it has the letters of the query is chance.
      if (isKeyed(provider, one, query)) return match
      continue
    }
    const own = foldedOf(withoutServer(one.value))
    if (holds(own, query) || isKeyed(provider, one, query)) return match
    // A row shows its public id anyway: of two that have as much, the other one is named.
    const list = one.value === public_id ? inColumn : fields
    list.push({ match, own, inWords: isPublicName(one) })
  }
  if (headline !== null) {
    const own = foldedOf(headline)
    if (holds(own, query)) return HEADLINE
    fields.push({ match: HEADLINE, own, inWords: true })
  }
  return sharedOf(name, [...fields, ...inColumn], query)
}

/**
 * Which field matched, of each row whose name does not say it, with its value: the identifier or headline that holds the
 * whole query, otherwise the one that holds most of the words that are not in the name; of two the one without a column.
 */
export const matchesOf = (store: Store, rows: RowData[], query: Query): Map<number, Match> => {
  const unexplained = rows
    .map((data) => ({ data, name: foldedOf(data.title) }))
    .filter(({ name }) => !holds(name, query))
  const identifiers = readIdentifiers(
    store,
    unexplained.map(({ data }) => data.row),
  )
  const matches = new Map<number, Match>()
  for (const { data, name } of unexplained) {
    const match = matchOf(data, name, identifiers.get(data.row) ?? [], query)
    if (match !== null) matches.set(data.row, match)
  }
  return matches
}
