import type { LinkVerdict } from '#shared/domain/attendees.ts'
import type { Store } from '../cache/statements.ts'

/** What was decided about two people. `evidence`: what spoke for it then. Times are ms. */
export interface StoredLink {
  one: string
  other: string
  verdict: LinkVerdict
  evidence: string
  decidedAt: number
}

/** A pair has one row, whichever side it is seen from. */
const sides = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a])

/** Everything that was decided about a person under any of these keys. */
export const readLinks = (store: Store, keys: string[]): StoredLink[] =>
  store.all<StoredLink>(
    `SELECT one, other, verdict, evidence, decided_at AS decidedAt FROM links
       WHERE one IN (SELECT value FROM json_each(?)) OR other IN (SELECT value FROM json_each(?))
     ORDER BY decided_at`,
    JSON.stringify(keys),
    JSON.stringify(keys),
  )

/** Remembers a decision in place of earlier ones about the same pair. */
export const saveLink = (store: Store, { one, other, verdict, evidence, decidedAt }: StoredLink): void =>
  void store.run(
    `INSERT INTO links (one, other, verdict, evidence, decided_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET verdict = excluded.verdict, evidence = excluded.evidence, decided_at = excluded.decided_at`,
    ...sides(one, other),
    verdict,
    evidence,
    decidedAt,
  )

/** Forgets what was decided between any of `ones` and any of `others`: a person may have been known by another key then. */
export const dropLinks = (store: Store, ones: string[], others: string[]): void => {
  for (const one of ones)
    for (const other of others)
      if (one !== other) store.run('DELETE FROM links WHERE one = ? AND other = ?', ...sides(one, other))
}
