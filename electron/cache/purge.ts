import type { Store } from './statements.ts'

/**
 * Deleting a row is not the end of it. A text index keeps the words of a deleted row in its segment, only marked as
 * deleted, until that segment is merged; a page that SQLite rebuilt may keep copies of cells that moved away; and the
 * log keeps earlier versions of pages. So what was deleted for good is followed by a purge, slice by slice: both indexes
 * are merged into one segment each, the file is written anew, and the log is emptied. `purge` in `facts` remembers how
 * far it came: a purge that a crash or a quit cut off goes on at the next start.
 */
const FACT = 'purge'
const STAGES = ['words', 'fragments', 'file', 'log'] as const
type Stage = (typeof STAGES)[number]

/** Index pages that one slice merges: some 10 ms. */
const MERGE_PAGES = 250

const stageNow = (store: Store): { stage: Stage; begun: boolean } | null => {
  const value = store.get<{ value: string }>('SELECT value FROM facts WHERE name = ?', FACT)?.value
  if (value === undefined) return null
  const [stage, begun] = value.split(' ')
  return { stage: STAGES.find((one) => one === stage) ?? 'words', begun: begun === 'begun' }
}

const setStage = (store: Store, stage: Stage, begun = false): void =>
  void store.run(
    'INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    FACT,
    begun ? `${stage} begun` : stage,
  )

/** Part of the transaction that deletes: from now on something is to be purged. */
export const startPurge = (store: Store): void => setStage(store, 'words')

export const isPurging = (store: Store): boolean => stageNow(store) !== null

/** Merges a part of one index. True when nothing is left to merge. */
const mergeSlice = (store: Store, table: 'words' | 'fragments', begun: boolean): boolean => {
  const changes = (): number => store.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0
  const before = changes()
  // A negative number starts: every segment, a single one with deleted rows too, becomes part of one merge.
  const pages = begun ? MERGE_PAGES : -MERGE_PAGES
  store.run(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${pages})`)
  // SQLite's documented sign that a merge had nothing to do: it changed no more than its own row.
  return changes() - before < 2
}

/** Does one slice of the purge. True when more is left. */
export const purgeSlice = (store: Store): boolean => {
  const now = stageNow(store)
  if (now === null) return false
  const { stage, begun } = now
  switch (stage) {
    case 'words':
    case 'fragments': {
      const done = mergeSlice(store, stage, begun)
      if (done) setStage(store, stage === 'words' ? 'fragments' : 'file')
      else if (!begun) setStage(store, stage, true)
      return true
    }
    case 'file':
      store.db.exec('VACUUM')
      setStage(store, 'log')
      return true
    case 'log': {
      store.run('DELETE FROM facts WHERE name = ?', FACT)
      const [result] = store.db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
      // A reader holds the log for a moment: once more, with the fact back in place.
      if (result?.busy === 1) setStage(store, 'log')
      return result?.busy === 1
    }
  }
}
