import type { SyncRun } from '#shared/domain/sync.ts'
import type { Store } from './statements.ts'

/** Older runs are forgotten. */
const KEPT_RUNS = 100

/** Writes a run of the sync log, or where it stands now. */
export const saveRun = (store: Store, run: SyncRun): void => {
  store.db
    .transaction(() => {
      store.run(
        'INSERT INTO runs (id, started_at, data) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET data = excluded.data',
        run.id,
        run.startedAt,
        JSON.stringify(run),
      )
      store.run('DELETE FROM runs WHERE id NOT IN (SELECT id FROM runs ORDER BY started_at DESC LIMIT ?)', KEPT_RUNS)
    })
    .immediate()
}

/** The last runs, newest first. */
export const readRuns = (store: Store): SyncRun[] =>
  store
    .all<{ data: string }>('SELECT data FROM runs ORDER BY started_at DESC LIMIT ?', KEPT_RUNS)
    .map(({ data }) => JSON.parse(data) as SyncRun)
