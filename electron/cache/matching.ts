import type { Scope } from './tallies.ts'
import { CHUNK, type Ranked, scoped } from './tiers.ts'

/** What a text index found, with the texts that a check reads. */
export interface Texts extends Ranked {
  title: string
  headline: string | null
  identifiers: string
}

/** FTS rows after a row, in the order of being first seen, with what a check needs when `texts` is set. */
export const matching = (table: 'words' | 'fragments', { lists, bit }: Scope, texts: boolean): string =>
  `SELECT f.row, f.reasons, f.last_activity_at AS last${texts ? ', a.title, a.headline, a.identifiers' : ''}
   FROM ${table} t CROSS JOIN facets f ON f.row = t.rowid ${texts ? 'CROSS JOIN attendees a ON a.row = t.rowid' : ''}
   WHERE t.${table} MATCH ? AND t.rowid > ?${scoped({ lists: table === 'words' ? null : lists, bit }).sql}
   ORDER BY t.rowid LIMIT ${CHUNK}`
