import { fold, hasIdeographs, wordsOf } from '#shared/text/fold.ts'

/** Longer queries are names of nobody; the rest of the text is left out. */
const MAX_QUERY = 200
const MAX_WORDS = 8

/** What a text asks for, in the forms that the indexes know. */
export interface Query {
  /** The whole text, folded. */
  folded: string
  /** Beginnings of identifiers: the text as one word, or the digits of a phone number. */
  beginnings: string[]
  /** As typed, for ids that are compared with their case. */
  exact: string
  words: string[]
  /** Every one must occur in the name or in an identifier. */
  pieces: string[]
  /** A script without spaces: its words must also stand side by side as typed. */
  ideographs: boolean
}

const PHONE_LIKE = /^\+?[\d\s().\-/]{3,}$/

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** What a number looks like inside an international one: without the prefix that only dials. */
const national = (digits: string): string => digits.replace(/^0+(?=\d{3})/, '')

/** Reads a search text. Any text is safe: nothing of it is ever SQL or query syntax. */
export const readQuery = (text: string): Query => {
  const exact = text.slice(0, MAX_QUERY).toWellFormed().trim()
  const folded = fold(exact)
  const phone = PHONE_LIKE.test(folded) && digitsOf(folded).length >= 3 ? digitsOf(folded) : null
  const isNumber = phone !== null && /[^\d]|^00/.test(folded)
  const word = folded.replace(/^@/, '')
  const split = folded.split(' ').filter((piece) => piece !== '')
  // A phone's WhatsApp id is kept by its digits.
  const jid = /^(\d{5,})@/.exec(word)?.[1]
  // The words of a link are not those of a person.
  const words = (phone !== null && isNumber) || /:\/\//.test(folded) ? [] : wordsOf(exact).slice(0, MAX_WORDS)
  return {
    folded,
    beginnings:
      folded === '' || (folded.includes(' ') && phone === null)
        ? []
        : [isNumber && phone !== null ? phone.replace(/^00/, '') : word, jid ?? ''].filter((one) => one !== ''),
    exact,
    words,
    pieces: phone === null ? split.map((piece) => piece.replace(/^@(?=.)/, '')) : [national(phone)],
    ideographs: hasIdeographs(exact),
  }
}

/** A term of an FTS query; every term is quoted, so no character of it is syntax. */
export const quoted = (term: string): string => `"${term.replaceAll('"', '""').replaceAll('\0', '')}"`
