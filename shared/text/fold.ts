const MARKS = /\p{M}+/gu
const IDEOGRAPH = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/gu
/** Controls, bidi overrides and isolates: they could make a name show as something else. */
const DECEIVING = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
/** Printable ASCII without double or outer spaces: folding it is lower case and nothing else. Most texts are like this. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** Text without accents and case, so that "Müller" is found as "muller". Lone surrogates become spaces. */
export const fold = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text
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

/** The words of a text, folded: runs of letters and digits; every ideograph is a word of its own. */
export const wordsOf = (text: string): string[] =>
  (PLAIN.test(text) ? text.toLowerCase() : fold(text).replace(IDEOGRAPH, ' $1 '))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Whether a text has characters of a script that is written without spaces. */
export const hasIdeographs = (text: string): boolean => text.search(IDEOGRAPH) >= 0

/** A name as it may be shown: one line, nothing that changes direction. */
export const shown = (text: string): string =>
  PLAIN.test(text) ? text : text.toWellFormed().replace(DECEIVING, ' ').replace(/\s+/g, ' ').trim()
