import { fold, wordsOf } from '#shared/text/fold.ts'
import type { StoredIdentifier } from './identifiers.ts'
import type { Store } from './statements.ts'

/** What an attendee is found by beside its keys. */
export interface SearchText {
  listNo: number
  title: string
  headline: string | null
  identifiers: StoredIdentifier[]
}

/** A word that no text has, one per list: the word index narrows to an account without touching the table. */
export const listToken = (listNo: number): string => String.fromCodePoint(0xe000 + (listNo % 6_400))

/** Long random ids: pieces of them mean nothing, and would be nine tenths of the index of pieces. */
const isOpaque = ({ kind, value }: StoredIdentifier): boolean =>
  kind === 'postpress-id' ||
  (value.length >= 20 && /^[\w-]+$/.test(value) && /[a-z]/i.test(value) && kind === 'internal')

/** The part before a WhatsApp id's server, which says nothing about the person. */
const withoutServer = (value: string): string => value.replace(/@(?:s\.whatsapp\.net|lid)$/, '')

/** The folded texts whose middle can be searched: the title and every identifier that a person could know. */
export const fragmentTexts = ({ title, identifiers }: SearchText): string[] => {
  const values = identifiers.filter((one) => !isOpaque(one)).map(({ value }) => fold(withoutServer(value)))
  const texts: string[] = []
  for (const text of [fold(title), ...values]) if (!texts.some((other) => other.includes(text))) texts.push(text)
  return texts
}

/** The words of the name, the headline and the public names. */
export const searchWords = ({ title, headline, identifiers }: SearchText): Set<string> => {
  const words = new Set(wordsOf(title))
  for (const word of wordsOf(headline ?? '')) words.add(word)
  for (const { kind, value } of identifiers)
    if (kind === 'public' || kind === 'username') for (const word of wordsOf(withoutServer(value))) words.add(word)
  return words
}

const indexed = (text: SearchText): [words: string, fragments: string] => [
  `${listToken(text.listNo)} ${[...searchWords(text)].join(' ')}`,
  fragmentTexts(text).join(' '),
]

/** Adds a new attendee to the text indexes. */
export const addSearchText = (store: Store, row: number, text: SearchText): void => {
  const [words, fragments] = indexed(text)
  store.run('INSERT INTO words (rowid, text) VALUES (?, ?)', row, words)
  store.run('INSERT INTO fragments (rowid, text) VALUES (?, ?)', row, fragments)
}

/** Brings the text indexes up to date; each is touched only when its own text changed. */
export const changeSearchText = (store: Store, row: number, before: SearchText, after: SearchText): void => {
  const [oldWords, oldFragments] = indexed(before)
  const [words, fragments] = indexed(after)
  // REPLACE on a contentless table can leave old terms behind: delete first.
  if (words !== oldWords) {
    store.run('DELETE FROM words WHERE rowid = ?', row)
    store.run('INSERT INTO words (rowid, text) VALUES (?, ?)', row, words)
  }
  if (fragments !== oldFragments) {
    store.run('DELETE FROM fragments WHERE rowid = ?', row)
    store.run('INSERT INTO fragments (rowid, text) VALUES (?, ?)', row, fragments)
  }
}

export const removeSearchText = (store: Store, row: number): void => {
  store.run('DELETE FROM words WHERE rowid = ?', row)
  store.run('DELETE FROM fragments WHERE rowid = ?', row)
}
