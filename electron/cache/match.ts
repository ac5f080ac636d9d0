import { fold, wordsOf } from '#shared/text/fold.ts'
import { labelOf } from './labels.ts'
import type { Query } from './query.ts'
import { type Match, type RowData, readIdentifiers } from './rows.ts'
import type { Store } from './statements.ts'

/** Whether a text answers the query by itself, in any of the ways that the tiers match. */
const holds = (text: string, query: Query): boolean => {
  const folded = fold(text)
  if (query.pieces.every((piece) => folded.includes(piece))) return true
  const words = wordsOf(text)
  return query.words.length > 0 && query.words.every((word) => words.some((own) => own.startsWith(word)))
}

/** Which field matched, of each row whose name does not say it: the identifier or headline, with its value. */
export const matchesOf = (store: Store, rows: RowData[], query: Query): Map<number, Match> => {
  const unexplained = rows.filter(({ title }) => !holds(title, query))
  const identifiers = readIdentifiers(
    store,
    unexplained.map(({ row }) => row),
  )
  const matches = new Map<number, Match>()
  for (const { row, provider, headline } of unexplained) {
    const found = identifiers.get(row)?.find(({ value }) => holds(value, query))
    if (found !== undefined)
      matches.set(row, { label: labelOf(provider, found.kind, found.product), value: found.display })
    else if (headline !== null && holds(headline, query)) matches.set(row, { label: 'Headline', value: null })
  }
  return matches
}
