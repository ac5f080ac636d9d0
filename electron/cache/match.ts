import { fold, wordsOf } from '#shared/text/fold.ts'
import { unpackIdentifiers } from './identifiers.ts'
import { labelOf } from './labels.ts'
import type { Query } from './query.ts'
import type { Match, RowData } from './rows.ts'

/** Whether a text answers the query by itself, in any of the ways that the tiers match. */
const holds = (text: string, query: Query): boolean => {
  const folded = fold(text)
  if (query.pieces.every((piece) => folded.includes(piece))) return true
  const words = wordsOf(text)
  return query.words.length > 0 && query.words.every((word) => words.some((own) => own.startsWith(word)))
}

/** Which field matched when the name does not say it: the identifier or headline, with its value; null for the name. */
export const matchOf = (data: RowData, query: Query): Match | null => {
  if (holds(data.title, query)) return null
  for (const { kind, product, value, display } of unpackIdentifiers(data.identifiers))
    if (holds(value, query)) return { label: labelOf(data.provider, kind, product), value: display }
  return data.headline !== null && holds(data.headline, query) ? { label: 'Headline', value: null } : null
}
