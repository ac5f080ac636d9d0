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
export const isOpaque = ({ kind, value }: StoredIdentifier): boolean =>
  kind === 'postpress-id' ||
  (value.length >= 20 && /^[\w-]+$/.test(value) && /[a-z]/i.test(value) && kind === 'internal')

/** The part before a WhatsApp id's server, which says nothing about the person. */
export const withoutServer = (value: string): string => value.replace(/@(?:s\.whatsapp\.net|lid)$/, '')

/** Names that a person is known by in public: their words count like those of the name. */
export const isPublicName = ({ kind }: StoredIdentifier): boolean => kind === 'public' || kind === 'username'

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
  for (const one of identifiers)
    if (isPublicName(one)) for (const word of wordsOf(withoutServer(one.value))) words.add(word)
  return words
}

const indexed = (text: SearchText): [words: string, fragments: string] => [
  `${listToken(text.listNo)} ${[...searchWords(text)].join(' ')}`,
  fragmentTexts(text).join(' '),
]

/** What is to be written to the text indexes, table by table. */
export interface TextWrites {
  /** Rows whose old entries go first: REPLACE on a contentless table can leave old terms behind. */
  removed: Record<TextTable, number[]>
  added: Record<TextTable, [row: number, text: string][]>
}
type TextTable = 'words' | 'fragments'

export const noTextWrites = (): TextWrites => ({
  removed: { words: [], fragments: [] },
  added: { words: [], fragments: [] },
})

/** A new attendee's entries. */
export const addText = ({ added }: TextWrites, row: number, text: SearchText): void => {
  const [words, fragments] = indexed(text)
  added.words.push([row, words])
  added.fragments.push([row, fragments])
}

/** The entries of an attendee that changed; each index is touched only when its own text did. */
export const changeText = (writes: TextWrites, row: number, before: SearchText, after: SearchText): void => {
  const old = indexed(before)
  for (const [at, text] of indexed(after).entries()) {
    if (text === old[at]) continue
    const table = at === 0 ? 'words' : 'fragments'
    writes.removed[table].push(row)
    writes.added[table].push([row, text])
  }
}

/** An attendee that is deleted. */
export const removeText = ({ removed }: TextWrites, row: number): void => {
  removed.words.push(row)
  removed.fragments.push(row)
}

/**
 * Writes one statement per index and nothing in between: every other statement of the transaction would make the
 * indexes flush what they hold in memory.
 */
export const writeTexts = (store: Store, { removed, added }: TextWrites): void => {
  for (const table of ['words', 'fragments'] as const) {
    if (removed[table].length > 0)
      store.run(`DELETE FROM ${table} WHERE rowid IN (SELECT value FROM json_each(?))`, JSON.stringify(removed[table]))
    if (added[table].length > 0)
      store.run(
        `INSERT INTO ${table} (rowid, text) SELECT value ->> 0, value ->> 1 FROM json_each(?)`,
        JSON.stringify(added[table]),
      )
  }
}
