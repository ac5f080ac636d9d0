import type { SyncStatus } from '#shared/domain/sync.ts'
import type { Identified } from '#shared/identifiers/types.ts'
import { type Filters, NO_FILTERS } from '../../state/filter-store.ts'

/** Why the list is empty; each case has its own words and its own next step. */
export type EmptyCase =
  | 'unknown-identifier'
  | 'no-match'
  | 'filtered-out'
  | 'first-sync'
  | 'never-synced'
  | 'nothing-here'

/** Picks the case. An identifier beats everything: it can be resolved whatever is synced. */
export const emptyCase = (filters: Filters, identified: Identified | null, status: SyncStatus | null): EmptyCase => {
  if (filters.text.trim() !== '') {
    return identified !== null && identified.candidates.length > 0 ? 'unknown-identifier' : 'no-match'
  }
  if (filters.provider !== null || filters.accountId !== null || filters.reason !== null) return 'filtered-out'
  if (status?.running === true) return 'first-sync'
  return status === null || status.lastCompleteAt === null ? 'never-synced' : 'nothing-here'
}

/** The filters without those that narrow the list; text and sort stay. */
export const widened = (filters: Filters): Filters => ({ ...NO_FILTERS, text: filters.text, sort: filters.sort })
