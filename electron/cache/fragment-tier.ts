import { fold } from '#shared/text/fold.ts'
import { chooseGrams, gramsOf, type RatedGram } from './grams.ts'
import { unpackIdentifiers } from './identifiers.ts'
import { matching, readTexts, type Texts } from './matching.ts'
import { type Query, quoted } from './query.ts'
import { fragmentTexts } from './search-text.ts'
import type { Store } from './statements.ts'
import type { Scope } from './tallies.ts'
import { CHUNK, type Ranked, ranked, scoped, type Tier } from './tiers.ts'

/** How many rows have a piece is guessed from how close together the first of them are. */
const PROBE = 64
/** Guesses kept at once: typing on asks for one new piece a letter. */
const MOST_GUESSES = 2_000
const guesses = new WeakMap<Store, Map<string, number>>()

const lastRow = (store: Store): number => store.get<{ last: number }>('SELECT max(row) AS last FROM facets')?.last ?? 0

/** About how many rows have a piece: exact when they are few, 0 when none has it. */
const rowsWith = (store: Store, gram: string, end: number): number => {
  const known = guesses.get(store) ?? new Map<string, number>()
  guesses.set(store, known)
  const before = known.get(gram)
  // Only what is common stays a guess: rows that come later may have what none had.
  if (before !== undefined && before >= PROBE) return before
  const { n, last } = store.get<{ n: number; last: number | null }>(
    `SELECT count(*) AS n, max(rowid) AS last FROM (SELECT rowid FROM fragments WHERE fragments MATCH ? LIMIT ${PROBE})`,
    quoted(gram),
  ) ?? { n: 0, last: null }
  const rows = n < PROBE || last === null ? n : Math.round((PROBE * end) / Math.max(last, 1))
  if (known.size >= MOST_GUESSES) known.clear()
  known.set(gram, rows)
  return rows
}

/** The query for the pieces of the text; null when the text is too short, or nobody has one of them. */
const matchFor = (store: Store, query: Query): string | null => {
  const grams: RatedGram[] = []
  const end = lastRow(store)
  for (const gram of gramsOf(query)) {
    const rows = rowsWith(store, gram.gram, end)
    if (rows === 0) return null
    grams.push({ ...gram, rows })
    if (rows < PROBE) break
  }
  const chosen = chooseGrams(grams, end)
  return chosen.length === 0 ? null : chosen.map(({ gram }) => quoted(gram)).join(' AND ')
}

const PLAIN_JSON = /^[ -~]*$/

/** Whether every piece stands somewhere in the name or in an identifier. */
const holds = ({ title, identifiers }: Texts, pieces: string[]): boolean => {
  const name = fold(title)
  const missing = pieces.filter((piece) => !name.includes(piece))
  if (missing.length === 0) return true
  // Most candidates fall here, before their identifiers are unpacked. Quotes and backslashes are written otherwise there.
  if (PLAIN_JSON.test(identifiers)) {
    const raw = identifiers.toLowerCase()
    if (missing.some((piece) => !/["\\]/.test(piece) && !raw.includes(piece))) return false
  }
  const texts = fragmentTexts({ listNo: 0, title, headline: null, identifiers: unpackIdentifiers(identifiers) })
  return missing.every((piece) => texts.some((text) => text.includes(piece)))
}

/**
 * Every question begins at the start of the index, however far it goes: candidates are asked for in few questions, and
 * mostly the first one brings all.
 */
const FIRST_QUESTION = 2 * CHUNK
const NEXT_QUESTIONS = 5 * CHUNK

function* candidates(store: Store, match: string, scope: Scope): Generator<Ranked[], void> {
  const sql = matching('fragments', scope, false)
  const { values } = scoped(scope)
  let after = -1
  for (let limit = FIRST_QUESTION; ; limit = NEXT_QUESTIONS) {
    const found = store.all<Ranked>(sql, match, after, ...values, limit)
    for (let from = 0; from < found.length; from += CHUNK) yield found.slice(from, from + CHUNK)
    if (found.length < limit) return
    after = found.at(-1)?.row ?? after
  }
}

/** Attendees that have every piece of the text somewhere in the name or in an identifier. */
export function* middles(store: Store, query: Query, scope: Scope): Tier {
  const match = scope.lists?.length === 0 ? null : matchFor(store, query)
  if (match === null) return
  for (const chunk of candidates(store, match, scope)) {
    // The index knows which pieces occur, not where: every candidate is checked.
    const texts = readTexts(store, chunk)
    const isGood = (row: number): boolean => {
      const own = texts.get(row)
      return own !== undefined && holds(own, query.pieces)
    }
    yield ranked(chunk.filter(({ row }) => isGood(row)))
  }
}
