import type { CacheMethods } from '../../electron/cache/cache.ts'
import type { AttendeeQuery } from '../../shared/domain/attendees.ts'
import { identify } from '../../shared/identifiers/identify.ts'
import type { Candidate } from '../../shared/identifiers/types.ts'
import { type Latencies, latencies, rounded } from './figures.ts'
import { type BenchQuery, benchQueries } from './queries.ts'

export interface SearchFigures extends Latencies {
  rows: number
  queries: number
  /** The first answer, which a keystroke paints: identifiers, beginnings and words. */
  first_answer: Latencies
  /** Until nothing is left to find, slice by slice, each of which could be given up for another keystroke. */
  complete: Latencies
  by_kind: Record<string, Latencies>
}

const ROUNDS = 5
const PAGE = 50

const queryFor = (text: string, effort: AttendeeQuery['effort']): AttendeeQuery => ({
  text,
  provider: null,
  accountId: null,
  reason: null,
  sort: 'name',
  offset: 0,
  limit: PAGE,
  effort,
})

interface Times {
  first: number
  whole: number
  complete: number
}

/**
 * Times of one search: the first answer; with the first slice of fragments where the page is not full; and until the
 * page is full or nobody is left.
 */
const measure = (list: CacheMethods['listAttendees'], text: string, candidates: Candidate[]): Times => {
  const start = performance.now()
  let page = list(queryFor(text, 'quick'), candidates)
  const first = performance.now() - start
  if (page.more) page = list(queryFor(text, 'full'), candidates)
  const whole = performance.now() - start
  while (page.more) page = list(queryFor(text, 'full'), candidates)
  return { first, whole, complete: performance.now() - start }
}

/**
 * Latency inside the cache thread, 50 rows an answer. `forget` makes the cache forget what it remembers of searches:
 * every measured answer is worked out. The best of five runs of a query counts, so that other programs do not.
 */
export const benchSearch = (
  list: CacheMethods['listAttendees'],
  rows: number,
  forget: () => void,
  queries: BenchQuery[] = benchQueries(rows),
): SearchFigures => {
  const read = queries.map((query) => ({ ...query, candidates: identify(query.text).candidates }))
  for (const { text, candidates } of read) {
    forget()
    measure(list, text, candidates)
  }
  const times = read.map(({ kind, text, candidates }) => {
    const runs = Array.from({ length: ROUNDS }, () => {
      forget()
      return measure(list, text, candidates)
    })
    return {
      kind,
      first: Math.min(...runs.map(({ first }) => first)),
      whole: Math.min(...runs.map(({ whole }) => whole)),
      complete: Math.min(...runs.map(({ complete }) => complete)),
    }
  })
  const kinds = [...new Set(times.map(({ kind }) => kind))]
  return {
    rows,
    queries: times.length,
    ...latencies(times.map(({ whole }) => whole)),
    first_answer: latencies(times.map(({ first }) => first)),
    complete: latencies(times.map(({ complete }) => complete)),
    by_kind: Object.fromEntries(
      kinds.map((kind) => [kind, latencies(times.filter((time) => time.kind === kind).map(({ whole }) => whole))]),
    ),
  }
}

/** How much slower the encrypted cache answers than a plain one with the same rows. */
export interface EncryptionCost {
  encrypted: Latencies
  plain: Latencies
  p50_ratio: number
  p95_ratio: number
  p99_ratio: number
}

export const encryptionCost = (encrypted: Latencies, plain: Latencies): EncryptionCost => {
  const ratio = (percentile: 'p50_ms' | 'p95_ms' | 'p99_ms'): number =>
    rounded(encrypted[percentile] / plain[percentile], 2)
  const only = ({ p50_ms, p95_ms, p99_ms, max_ms }: Latencies): Latencies => ({ p50_ms, p95_ms, p99_ms, max_ms })
  return {
    encrypted: only(encrypted),
    plain: only(plain),
    p50_ratio: ratio('p50_ms'),
    p95_ratio: ratio('p95_ms'),
    p99_ratio: ratio('p99_ms'),
  }
}
