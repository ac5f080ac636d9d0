const MARKS = /\p{M}+/gu
const IDEOGRAPH = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/gu
/** Controls, bidi overrides and isolates: they could make a name show as something else. */
const DECEIVING = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
/** Printable ASCII without double or outer spaces: folding it is lower case and nothing else. Most texts are like this. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/

const foldAny = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replace(DECEIVING, ' ')
    .replaceAll('\ufffd', ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** A name is folded for its order, its words and its fragments one after the other; headlines repeat. */
const MOST_REMEMBERED = 500
const remembered = new Map<string, string>()

/** Text without accents and case, so that "Müller" is found as "muller". Lone surrogates become spaces. */
export const fold = (text: string): string => {
  if (PLAIN.test(text)) return text.toLowerCase()
  const known = remembered.get(text)
  if (known !== undefined) return known
  const folded = foldAny(text)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(text, folded)
  return folded
}

/** The words of a text that is folded already. */
export const wordsIn = (folded: string): string[] => {
  const words = PLAIN.test(folded)
    ? folded.split(/[^a-z0-9]+/)
    : folded.replace(IDEOGRAPH, ' $1 ').split(/[^\p{L}\p{N}]+/u)
  return words.filter((word) => word !== '')
}

/** The words of a text, folded: runs of letters and digits; every ideograph is a word of its own. */
export const wordsOf = (text: string): string[] => wordsIn(fold(text))

/** Whether a text has characters of a script that is written without spaces. */
export const hasIdeographs = (text: string): boolean => text.search(IDEOGRAPH) >= 0

/** A name as it may be shown: one line, nothing that changes direction. */
export const shown = (text: string): string =>
  PLAIN.test(text) ? text : text.toWellFormed().replace(DECEIVING, ' ').replace(/\s+/g, ' ').trim()
