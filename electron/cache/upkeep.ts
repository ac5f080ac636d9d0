import type { Store } from './statements.ts'

/** Index pages that one slice merges: some 10 ms. */
const MERGE_PAGES = 250

/** Merges a part of one text index; true when there was something to merge. */
const merge = (store: Store, table: 'words' | 'fragments'): boolean => {
  const changes = (): number => store.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0
  const before = changes()
  store.run(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${MERGE_PAGES})`)
  // SQLite's documented sign that a merge had nothing to do: it changed no more than its own row.
  return changes() - before >= 2
}

/**
 * One slice of what makes later searches faster and the file smaller; a few milliseconds. True when more is left. The
 * last slice drops counts that came down to zero and lets SQLite refresh its statistics.
 */
export const tidySlice = (store: Store): boolean => {
  if (merge(store, 'words') || merge(store, 'fragments')) return true
  store.run('DELETE FROM tallies WHERE n = 0')
  store.db.pragma('wal_checkpoint(PASSIVE)')
  // The pages of a sync that is over: searches have a cache of their own.
  store.db.pragma('shrink_memory')
  return false
}
