const MARKS = /\p{M}+/gu
const IDEOGRAPH = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/gu
/** Controls, bidi overrides and isolates: they could make a name show as something else. */
const DECEIVING = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Text without accents and case, so that "Müller" is found as "muller". Lone surrogates become spaces. */
export const fold = (text: string): string =>
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

/** Folded text for the word index: every ideograph is a word of its own. */
export const foldWords = (text: string): string => fold(text).replace(IDEOGRAPH, ' $1 ')

/** A name as it may be shown: one line, nothing that changes direction. */
export const shown = (text: string): string => text.toWellFormed().replace(DECEIVING, ' ').replace(/\s+/g, ' ').trim()
