import type { Query } from './query.ts'

const GRAM = 3
/** A longer text has pieces enough in its beginning. */
const MAX_GRAMS = 24

/** Three characters of a text, and where they stand in it. */
export interface Gram {
  gram: string
  piece: number
  at: number
}

/** The three-character pieces of the text, once each; none when it is too short. */
export const gramsOf = ({ pieces }: Query): Gram[] => {
  const grams = new Map<string, Gram>()
  for (const [piece, text] of pieces.entries()) {
    const characters = [...text]
    for (let at = 0; at + GRAM <= characters.length; at++) {
      const gram = characters.slice(at, at + GRAM).join('')
      if (!grams.has(gram)) grams.set(gram, { gram, piece, at })
    }
  }
  return [...grams.values()].slice(0, MAX_GRAMS)
}

/** A gram and about how many people have it. */
export interface RatedGram extends Gram {
  rows: number
}

/** Whether two grams share characters of the text. */
const overlap = (one: Gram, other: Gram): boolean => one.piece === other.piece && Math.abs(one.at - other.at) < GRAM

/** Grams that are asked for together, at most. */
const MOST_GRAMS = 5
/** Reading a candidate and checking it takes as long as reading so many entries of the index. */
const ENTRIES_PER_CHECK = 100
/** What a gram leaves of the candidates that another one left: more than chance would, since names repeat. */
const REPEATED = 3
/** The same where both share characters: digits go on in ten ways, words in few. */
const SHARED = { digits: 0.1, letters: 0.6 }

const share = (gram: RatedGram, chosen: RatedGram[], people: number): number => {
  if (!chosen.some((one) => overlap(one, gram))) return Math.min(1, (REPEATED * gram.rows) / Math.max(people, 1))
  return /^\d+$/.test(gram.gram) ? SHARED.digits : SHARED.letters
}

/**
 * Of these grams, those to ask for: the rarest one, and others as long as checking what would be left
 * without them takes longer than reading them. What stands elsewhere in the text narrows more than a neighbour.
 */
export const chooseGrams = (grams: RatedGram[], people: number): RatedGram[] => {
  const [first, ...rest] = grams.toSorted((a, b) => a.rows - b.rows)
  if (first === undefined) return []
  const chosen = [first]
  let left = first.rows
  while (chosen.length < MOST_GRAMS) {
    const others = rest.filter((gram) => !chosen.includes(gram))
    const next = others.find((gram) => !chosen.some((one) => overlap(one, gram))) ?? others[0]
    if (next === undefined || next.rows > left * ENTRIES_PER_CHECK) break
    left *= share(next, chosen, people)
    chosen.push(next)
  }
  return chosen
}
