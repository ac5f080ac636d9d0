import { fold, hasIdeographs, wordsIn } from './fold.ts'

/** A part of a text, end not included, in UTF-16 units. */
export type Mark = [from: number, to: number]

/** Of a longer query, only the beginning is looked for. */
const LONGEST_QUERY = 200
/** A shorter piece in the middle of a word says nothing where a text does not hold the rest of the query. */
const TELLING = 3

/** A sigma at the end of a text is not the letter that it is in the middle, where a beginning stops. */
const sameSigma = (folded: string): string => folded.replaceAll('ς', 'σ')

/** What a character becomes amid others: the ends of a text are trimmed, and it may be the space that parts two words. */
const foldedAmid = (character: string): string =>
  character > ' ' && character <= '~' ? character.toLowerCase() : sameSigma(fold(`x${character}x`)).slice(1, -1)

/** The folded text with the place in the original that each folded unit comes from. */
const foldedWithPlaces = (text: string): { folded: string; places: number[] } => {
  let folded = ''
  const places: number[] = []
  let at = 0
  for (const character of text) {
    const piece = foldedAmid(character)
    for (let index = 0; index < piece.length; index++) places.push(at)
    folded += piece
    at += character.length
  }
  places.push(text.length)
  return { folded, places }
}

/** Links and addresses: their parts are not words of anybody. */
const ADDRESS = /[/@]/

const PART_OF_WORD = /[\p{L}\p{N}]$/u

/** Whether a word begins at a place: ideographs before it are words of their own. */
const beginsWord = (folded: string, at: number): boolean => {
  const before = folded.slice(Math.max(0, at - 2), at)
  return !PART_OF_WORD.test(before) || hasIdeographs([...before].at(-1) ?? '')
}

/** All places of a piece. */
const placesOf = (folded: string, piece: string): number[] => {
  const found: number[] = []
  for (let at = folded.indexOf(piece); at >= 0; at = folded.indexOf(piece, at + 1)) found.push(at)
  return found
}

/** Where a text has a piece: a part of the folded text. */
const spans = (piece: string, places: number[]): Mark[] => places.map((at) => [at, at + piece.length])

/** Where a word begins with the piece, or with the words that make it up ("al-hassan"), otherwise where its middle may be. */
const spansOf = (folded: string, piece: string, middles: boolean): Mark[] => {
  const all = placesOf(folded, piece)
  if (hasIdeographs(piece)) return spans(piece, all)
  const beginnings = all.filter((at) => beginsWord(folded, at))
  if (beginnings.length > 0) return spans(piece, beginnings)
  if (middles && piece.length > 1 && all.length > 0) return spans(piece, all)
  if (ADDRESS.test(piece)) return []
  return wordsIn(piece).flatMap((word) =>
    spans(
      word,
      placesOf(folded, word).filter((at) => beginsWord(folded, at)),
    ),
  )
}

const piecesOf = (query: string): string[] => {
  const pieces = sameSigma(fold(query.slice(0, LONGEST_QUERY)))
    .split(' ')
    .map((piece) => piece.replace(/^@(?=.)/, ''))
  return [...new Set(pieces)].filter((piece) => piece !== '')
}

/** Parts of the folded text in the original, in order and joined where they touch. */
const joined = (found: Mark[], places: number[]): Mark[] => {
  const marks: Mark[] = []
  for (const [first, end] of found.sort(([a], [b]) => a - b)) {
    const from = places[first] ?? 0
    // A letter that folds to several ends where the next one begins.
    let next = end
    while (next < places.length - 1 && places[next] === places[end - 1]) next++
    const to = places[next] ?? 0
    const last = marks.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else marks.push([from, to])
  }
  return marks
}

/**
 * Which parts of a text match a query: every word of it where a word begins. Where none begins so, its middle counts if
 * the text holds the whole query, or if there is enough of the word to be no chance. Accents and case do not count. The
 * marks are in order and do not overlap.
 */
export const marksOf = (text: string, query: string): Mark[] => {
  const pieces = piecesOf(query)
  if (pieces.length === 0) return []
  const { folded, places } = foldedWithPlaces(text)
  const whole = pieces.every((piece) => folded.includes(piece))
  const found = pieces.flatMap((piece) => spansOf(folded, piece, whole || piece.length >= TELLING))
  return joined(found, places)
}
