import type { Candidate } from '#shared/identifiers/types.ts'
import { findRows } from './find.ts'
import { middles } from './fragment-tier.ts'
import { hasValue, rowsOfValue } from './keys.ts'
import { candidateKeys, POSTPRESS } from './match-keys.ts'
import { remember } from './memo.ts'
import { type Query, readQuery } from './query.ts'
import { BY_NAME, type Match } from './rows.ts'
import type { Store } from './statements.ts'
import type { Scope } from './tallies.ts'
import { inScope, keyBeginnings, nameBeginnings, type Tier } from './tiers.ts'
import { countWords, everyWordOf } from './word-tiers.ts'

/** A search goes no deeper than this: nobody reads further, and the rest is one more letter away. */
const MOST_HITS = 10_000
/** Where counts stop: "1,000+". */
export const COUNT_CAP = 1_000
/** Chunks of candidates for fragments that one call checks: about a millisecond. The next call goes on from there. */
const SLICE = 2
const MOST_EXACT = 200

/** A search that is carried on as far as it is read: pages, counts and the slower tiers continue the same one. */
export interface Session {
  query: Query
  /** Rows in the order of the answer, with what matched where that is known already. */
  hits: Map<number, Match | null>
  /** Nothing is left to find. */
  done(): boolean
  /** Reads on until `need` rows are found; `quick` leaves fragments to the next call. */
  gather(need: number, effort: 'quick' | 'full'): void
  /** How many rows match, as far as that is cheap to know: at least this many. */
  atLeast(): number
}

/** People who carry the text as an identifier: readings first, then the same letters in another case. */
const exactHits = (
  store: Store,
  query: Query,
  candidates: Candidate[],
  scope: Scope,
  accountId: string | null,
): Map<number, Match | null> => {
  const hits = new Map<number, Match | null>()
  const add = (found: Map<number, Match | null>): void => {
    for (const row of inScope(store, [...found.keys()], scope))
      if (!hits.has(row)) hits.set(row, found.get(row) ?? null)
  }
  const present = new Map<string, boolean>()
  const isAnybodys = (value: string): boolean => {
    const known = present.get(value) ?? hasValue(store, value)
    present.set(value, known)
    return known
  }
  // A word has many readings, and mostly none of them is anybody's: one look-up tells.
  for (const candidate of candidates)
    if (candidateKeys(candidate).some(({ scope: of, value }) => of === POSTPRESS || isAnybodys(value)))
      add(findRows(store, candidate, accountId))
  for (const value of query.beginnings)
    if (isAnybodys(value.toLowerCase())) add(new Map(rowsOfValue(store, value, MOST_EXACT).map((row) => [row, null])))
  return hits
}

const create = (
  store: Store,
  text: string,
  candidates: Candidate[],
  scope: Scope,
  accountId: string | null,
): Session => {
  const query = readQuery(text)
  const hits = exactHits(store, query, candidates, scope, accountId)
  const nothing = query.folded === '' || scope.lists?.length === 0
  // An identifier that somebody carries is what was meant: no other text holds it as words or in its middle.
  const identified = hits.size > 0 && /[\d@:/]/.test(query.exact)
  const names = nothing ? null : nameBeginnings(store, query, scope)
  const quick: Tier[] = names === null ? [] : [names, keyBeginnings(store, query, scope)]
  if (!nothing && !identified) quick.push(everyWordOf(store, query, scope))
  const slow: Tier[] = nothing || identified ? [] : [middles(store, query, scope)]
  let counted: number | null = null
  /** False at the end of the tier. */
  const step = (tier: Tier): boolean => {
    const { value, done } = tier.next()
    for (const row of value ?? []) if (!hits.has(row)) hits.set(row, tier === names ? BY_NAME : null)
    return done !== true
  }
  const read = (tiers: Tier[], need: number, most: number): void => {
    for (let steps = 0; tiers[0] !== undefined && hits.size < need && steps < most; steps++)
      if (!step(tiers[0])) tiers.shift()
  }
  return {
    query,
    hits,
    done: () => hits.size >= MOST_HITS || (quick.length === 0 && slow.length === 0),
    gather: (need, effort) => {
      read(quick, Math.min(need, MOST_HITS), Number.POSITIVE_INFINITY)
      if (effort === 'full' && quick.length === 0) read(slow, Math.min(need, MOST_HITS), SLICE)
    },
    atLeast: () => {
      // Once every quick tier is read, the hits are the count.
      counted ??= quick.length === 0 ? 0 : countWords(store, query, scope, COUNT_CAP)
      return Math.max(hits.size, counted)
    },
  }
}

/** The search for a text under a scope; the same one until the database changes. */
export const searchFor = (
  store: Store,
  text: string,
  candidates: Candidate[],
  scope: Scope,
  accountId: string | null,
): Session =>
  remember(store, `search ${scope.lists?.join() ?? 'all'} ${scope.bit} ${text}`, () =>
    create(store, text, candidates, scope, accountId),
  )
