import { createStore } from './electron/cache/statements.ts'
import { openReader } from './electron/cache/open.ts'
import { readQuery } from './electron/cache/query.ts'
import * as T from './electron/cache/tiers.ts'
import { benchQueries } from './e2e/bench/queries.ts'
import { identify } from './shared/identifiers/identify.ts'
import { findRows } from './electron/cache/find.ts'
import { readRows, toRow } from './electron/cache/rows.ts'
import { matchOf } from './electron/cache/match.ts'
const db = openReader(process.argv[2]!); const store = createStore(db); const scope = { lists: null, bit: null }
const acc = new Map<string, Map<string, number[]>>()
const rec = (kind: string, what: string, ms: number) => { let m = acc.get(kind); if (!m) acc.set(kind, m = new Map()); let a = m.get(what); if (!a) m.set(what, a = []); a.push(ms) }
for (let round = 0; round < 2; round++) { acc.clear()
for (const { kind, text } of benchQueries(1000000)) {
  const t = (what: string, f: () => void) => { let best = 1e9; for (let i = 0; i < 3; i++) { const s = performance.now(); f(); best = Math.min(best, performance.now() - s) } rec(kind, what, best) }
  const q = readQuery(text); const c = identify(text).candidates; let rows: number[] = []
  t('exact', () => { for (const x of c) findRows(store, x, null) })
  t('name', () => { rows = T.nameBeginnings(store, q, scope).next().value ?? [] })
  t('key', () => { T.keyBeginnings(store, q, scope).next() })
  t('word', () => { const r = T.wordBeginnings(store, q, scope).next().value ?? []; rows = rows.length ? rows : r })
  t('mid', () => { T.middles(store, q, scope).next() })
  t('rows50', () => { readRows(store, rows.slice(0, 50)) })
  t('match50', () => { readRows(store, rows.slice(0, 50)).map((d) => toRow(d, matchOf(d, q))) })
} }
console.table(Object.fromEntries([...acc].map(([k, m]) => [k, Object.fromEntries([...m].map(([w, a]) => [w, a.sort((x, y) => x - y)[Math.floor(a.length * 0.75)]!.toFixed(2)]))])))
