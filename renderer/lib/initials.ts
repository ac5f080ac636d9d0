import { atFirstUse } from '#shared/text/first-use.ts'

const segmenter = atFirstUse(() => new Intl.Segmenter('und', { granularity: 'grapheme' }))

/** Letters without marks, which most words begin with, need no segmenter: this runs for every row of every keystroke. */
const PLAIN_START = /^[\u0021-\u024f](?:[\u0020-\u024f]|$)/

const firstGrapheme = (word: string): string => {
  if (PLAIN_START.test(word)) return word.charAt(0)
  for (const { segment } of segmenter().segment(word)) return segment
  return ''
}

/**
 * One or two letters for an avatar: first and last word; whole graphemes, so emoji and combined letters survive.
 * A number in place of a name is "#", nothing at all is "?".
 */
export const initialsOf = (name: string): string => {
  if (/\d/.test(name) && !/[\p{L}\p{So}]/u.test(name)) return '#'
  const words = name
    .slice(0, 200)
    .split(/[\s._@+-]+/u)
    .filter((word) => /[\p{L}\p{N}\p{So}]/u.test(word))
  const first = words[0]
  if (first === undefined) return '?'
  const last = words.length > 1 ? words[words.length - 1] : undefined
  const letters = firstGrapheme(first) + (last !== undefined && /^\p{L}/u.test(last) ? firstGrapheme(last) : '')
  return letters.toUpperCase()
}

/** A hue from 0 to 359 that stays the same for one seed. */
export const hueOf = (seed: string): number => {
  let hash = 0
  for (let index = 0; index < seed.length; index += 1) hash = (hash * 31 + seed.charCodeAt(index)) >>> 0
  return hash % 360
}
