import uFuzzy from '@leeoniya/ufuzzy'
import Database from 'better-sqlite3'
import flexsearch from 'flexsearch'
import MiniSearch from 'minisearch'
import type { CacheMethods } from '../../electron/cache/cache.ts'
import { attendeeAt } from './data.ts'
import { percentile, rounded } from './figures.ts'
import { type BenchQuery, benchQueries } from './queries.ts'
import { benchSearch } from './search.ts'

export interface PeerFigures {
  build_s: number
  p50_ms: number
  p95_ms: number
  p99_ms: number
  /** How many times slower than the cache, on the same data in the same run. */
  p50_ratio: number
  p99_ratio: number
  by_kind: Record<string, number>
}

const PAGE = 50

interface Entry {
  id: number
  name: string
  headline: string
  ids: string
}

const entryAt = (index: number): Entry => {
  const { name, headline, identifiers, id } = attendeeAt(index)
  return { id: index, name, headline: headline ?? '', ids: [id, ...identifiers.map(({ value }) => value)].join(' ') }
}

/** Each peer as its users would set it up: build from the rows, then answer 50 hits. */
type Peer = (entries: Entry[]) => (text: string) => unknown

const PEERS: Record<string, Peer> = {
  minisearch: (entries) => {
    const index = new MiniSearch<Entry>({
      fields: ['name', 'headline', 'ids'],
      searchOptions: { prefix: true, combineWith: 'AND' },
    })
    index.addAll(entries)
    return (text) => index.search(text).slice(0, PAGE)
  },
  flexsearch: (entries) => {
    const index = new flexsearch.Index({ tokenize: 'forward' })
    for (const { id, name, headline, ids } of entries) index.add(id, `${name} ${headline} ${ids}`)
    return (text) => index.search(text, { limit: PAGE })
  },
  ufuzzy: (entries) => {
    const haystack = entries.map(({ name, headline, ids }) => `${name} ${headline} ${ids}`)
    const fuzzy = new uFuzzy()
    return (text) => fuzzy.filter(haystack, text)?.slice(0, PAGE)
  },
  like: (entries) => {
    const db = new Database(':memory:')
    db.exec('CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, headline TEXT, ids TEXT)')
    const insert = db.prepare('INSERT INTO people VALUES (?, ?, ?, ?)')
    db.transaction(() => {
      for (const { id, name, headline, ids } of entries) insert.run(id, name, headline, ids)
    })()
    const select = db.prepare(
      `SELECT id FROM people WHERE name LIKE @text OR headline LIKE @text OR ids LIKE @text LIMIT ${PAGE}`,
    )
    return (text) => select.all({ text: `%${text}%` })
  },
}

const timesOf = (search: (text: string) => unknown, queries: BenchQuery[]): { kind: string; ms: number }[] =>
  queries.map(({ kind, text }) => {
    const runs = [0, 1].map(() => {
      const start = performance.now()
      search(text)
      return performance.now() - start
    })
    return { kind, ms: Math.min(...runs) }
  })

const kindMedians = (times: { kind: string; ms: number }[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(times.map(({ kind }) => kind))].map((kind) => [
      kind,
      rounded(
        percentile(
          times.filter((time) => time.kind === kind).map(({ ms }) => ms),
          0.5,
        ),
      ),
    ]),
  )

/** What could be used in place of the cache, against it: build time, latency and ratios. */
export const benchPeers = (
  list: CacheMethods['listAttendees'],
  rows: number,
  forget: () => void,
): { rows: number; cache: Record<string, number>; libraries: Record<string, PeerFigures> } => {
  const queries = benchQueries(rows).filter((_, index) => index % 2 === 0)
  const own = benchSearch(list, rows, forget, queries)
  const entries = Array.from({ length: rows }, (_, index) => entryAt(index))
  const libraries = Object.fromEntries(
    Object.entries(PEERS).map(([name, build]) => {
      const start = performance.now()
      const search = build(entries)
      const build_s = rounded((performance.now() - start) / 1_000, 1)
      const times = timesOf(search, queries)
      const all = times.map(({ ms }) => ms)
      const [p50_ms, p95_ms, p99_ms] = [0.5, 0.95, 0.99].map((share) => rounded(percentile(all, share)))
      const figures = { build_s, p50_ms: p50_ms ?? 0, p95_ms: p95_ms ?? 0, p99_ms: p99_ms ?? 0 }
      return [
        name,
        {
          ...figures,
          p50_ratio: rounded(figures.p50_ms / own.p50_ms, 1),
          p99_ratio: rounded(figures.p99_ms / own.p99_ms, 1),
          by_kind: kindMedians(times),
        },
      ]
    }),
  )
  const cache = Object.fromEntries(Object.entries(own.by_kind).map(([kind, { p50_ms }]) => [kind, p50_ms]))
  return { rows, cache, libraries }
}
