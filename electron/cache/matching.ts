import type { Store } from './statements.ts'
import type { Scope } from './tallies.ts'
import { type Ranked, scoped } from './tiers.ts'

/** What a check reads of a row. */
export interface Texts {
  title: string
  headline: string | null
  identifiers: string
}

/** What a text index found, with the texts that a check reads. */
export type FoundTexts = Ranked & Texts

/**
 * FTS rows after a row, up to a limit, in the order of being first seen, with what a check needs when `texts` is set. The
 * values are the match, the row, those of the scope, and the limit.
 */
export const matching = (table: 'words' | 'fragments', { lists, bit }: Scope, texts: boolean): string =>
  `SELECT f.row, f.reasons, f.last_activity_at AS last${texts ? ', a.title, a.headline, a.identifiers' : ''}
   FROM ${table} t CROSS JOIN facets f ON f.row = t.rowid ${texts ? 'CROSS JOIN attendees a ON a.row = t.rowid' : ''}
   WHERE t.${table} MATCH ? AND t.rowid > ?${scoped({ lists: table === 'words' ? null : lists, bit }).sql}
   ORDER BY t.rowid LIMIT ?`

/** What a check reads of these rows. */
export const readTexts = (store: Store, found: Ranked[]): Map<number, Texts> =>
  new Map(
    store
      .all<Texts & { row: number }>(
        'SELECT a.row, a.title, a.headline, a.identifiers FROM json_each(?) j CROSS JOIN attendees a ON a.row = j.value',
        JSON.stringify(found.map(({ row }) => row)),
      )
      .map(({ row, ...texts }) => [row, texts]),
  )
