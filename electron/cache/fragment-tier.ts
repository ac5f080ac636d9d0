import { fold } from '#shared/text/fold.ts'
import { unpackIdentifiers } from './identifiers.ts'
import { matching, type Texts } from './matching.ts'
import { gramsOf, type Query, quoted } from './query.ts'
import { fragmentTexts } from './search-text.ts'
import type { Store } from './statements.ts'
import type { Scope } from './tallies.ts'
import { CHUNK, ranked, scoped, type Tier } from './tiers.ts'

/** How many rows have a piece is guessed from how close together the first of them are. */
const PROBE = 64
/** Guesses kept at once: typing on asks for one new piece a letter. */
const MOST_GUESSES = 2_000
const guesses = new WeakMap<Store, Map<string, number>>()

/** About how many rows have a piece: exact when they are few, 0 when none has it. */
const rowsWith = (store: Store, gram: string): number => {
  const known = guesses.get(store) ?? new Map<string, number>()
  guesses.set(store, known)
  const before = known.get(gram)
  // Only what is common stays a guess: rows that come later may have what none had.
  if (before !== undefined && before >= PROBE) return before
  const { n, last } = store.get<{ n: number; last: number | null }>(
    `SELECT count(*) AS n, max(rowid) AS last FROM (SELECT rowid FROM fragments WHERE fragments MATCH ? LIMIT ${PROBE})`,
    quoted(gram),
  ) ?? { n: 0, last: null }
  const end = store.get<{ last: number }>('SELECT max(row) AS last FROM facets')?.last ?? 0
  const rows = n < PROBE || last === null ? n : Math.round((PROBE * end) / Math.max(last, 1))
  if (known.size >= MOST_GUESSES) known.clear()
  known.set(gram, rows)
  return rows
}

/** Pieces that are asked for together: more only narrow what is narrow already, and each one has to be read. */
const MOST_GRAMS = 3
/** So few rows are checked faster than another piece is read. */
const FEW_ROWS = 300

/** The query for the rarest pieces of the text; null when the text is too short, or nobody has one of them. */
const rarest = (store: Store, query: Query): string | null => {
  const grams: { gram: string; rows: number }[] = []
  for (const gram of gramsOf(query)) {
    const rows = rowsWith(store, gram)
    if (rows === 0) return null
    grams.push({ gram, rows })
    if (rows < PROBE) break
  }
  grams.sort((a, b) => a.rows - b.rows)
  const chosen = grams.slice(0, (grams[0]?.rows ?? 0) <= FEW_ROWS ? 1 : MOST_GRAMS)
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

/** Attendees that have every piece of the text somewhere in the name or in an identifier. */
export function* middles(store: Store, query: Query, scope: Scope): Tier {
  const match = scope.lists?.length === 0 ? null : rarest(store, query)
  if (match === null) return
  const sql = matching('fragments', scope, true)
  const { values } = scoped(scope)
  for (let after = -1; ; ) {
    const found = store.all<Texts>(sql, match, after, ...values)
    after = found.at(-1)?.row ?? after
    // The index knows which pieces occur, not where: every candidate is checked.
    yield ranked(found.filter((one) => holds(one, query.pieces)))
    if (found.length < CHUNK) return
  }
}
