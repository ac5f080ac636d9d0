import { fold, hasIdeographs } from './fold.ts'

/** A part of a text, end not included, in UTF-16 units. */
export type Mark = [from: number, to: number]

/** The folded text with the place in the original that each folded character comes from. */
const foldedWithPlaces = (text: string): { folded: string; places: number[] } => {
  let folded = ''
  const places: number[] = []
  let at = 0
  for (const character of text) {
    // A space folds to nothing by itself, but parts words here.
    const piece = /\s/.test(character) ? ' ' : fold(character)
    for (let index = 0; index < piece.length; index++) places.push(at)
    folded += piece
    at += character.length
  }
  places.push(text.length)
  return { folded, places }
}

/** All places of `piece`; with `beginnings`, only those where a word begins. */
const placesOf = (folded: string, piece: string, beginnings: boolean): number[] => {
  const found: number[] = []
  for (let at = folded.indexOf(piece); at >= 0; at = folded.indexOf(piece, at + 1))
    if (!beginnings || at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '')) found.push(at)
  return found
}

/**
 * Which parts of a text match a query: every word of it where a word begins, otherwise wherever it occurs. Accents and
 * case do not count. The marks are in order and do not overlap.
 */
export const marksOf = (text: string, query: string): Mark[] => {
  const pieces = fold(query)
    .split(' ')
    .map((piece) => piece.replace(/^@(?=.)/, ''))
    .filter((piece) => piece !== '')
  if (pieces.length === 0) return []
  const { folded, places } = foldedWithPlaces(text)
  const marks: Mark[] = []
  for (const piece of pieces) {
    const beginnings = hasIdeographs(piece) ? [] : placesOf(folded, piece, true)
    const found =
      beginnings.length > 0
        ? beginnings
        : piece.length < 2 && !hasIdeographs(piece)
          ? []
          : placesOf(folded, piece, false)
    for (const at of found) {
      const end = at + piece.length
      // A letter that folds to several ends where the next one begins.
      marks.push([
        places[at] ?? 0,
        places.find((place, index) => index >= end && place > (places[end - 1] ?? 0)) ?? text.length,
      ])
    }
  }
  marks.sort(([a], [b]) => a - b)
  const joined: Mark[] = []
  for (const [from, to] of marks) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}
