import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { CacheMethods } from '../../electron/cache/cache.ts'
import { forgetAnswers } from '../../electron/cache/memo.ts'
import { createMethods } from '../../electron/cache/methods.ts'
import { openDatabase, openReader } from '../../electron/cache/open.ts'
import { savePages } from '../../electron/cache/save-page.ts'
import { listAttendees } from '../../electron/cache/search.ts'
import { createStore } from '../../electron/cache/statements.ts'
import { tidySlice } from '../../electron/cache/upkeep.ts'
import { KEY_BYTES, keyCheck } from '../../electron/storage/cipher.ts'
import { openVaultFile } from '../../electron/vault/vault-file.ts'
import { openRegistry } from '../../electron/workspaces/registry.ts'
import { accounts } from './data.ts'
import { rounded } from './figures.ts'
import { attendees, type SaveTogether, saveChats, saveRows } from './fill.ts'

const ID = 'bench'

/** A data folder of the app with one workspace whose cache holds the data set. */
export interface BenchWorkspace {
  dataDir: string
  rows: number
  /** What filling it through the cache took. */
  newRowsPerSecond: number
  bytesPerAttendee: number
  save: SaveTogether
  /** Search without what is remembered from the last one. */
  list: CacheMethods['listAttendees']
  forget(): void
  close(): void
}

const perSecond = (rows: number, ms: number): number => Math.round((rows / ms) * 1_000)

/** The key of the cache, where the app finds it without asking a keyring: nothing here is real. */
const keepOpenKey = (dataDir: string): Buffer => {
  const key = randomBytes(KEY_BYTES)
  openVaultFile(join(dataDir, 'vault.json')).write(ID, {
    keeper: 'open',
    backend: null,
    apiKey: null,
    dataKey: key.toString('base64'),
    check: keyCheck(key),
    recipe: null,
  })
  return key
}

/**
 * Fills a new data folder, encrypted as in the app unless `plain`. The workspace has no API key: the app opens it and
 * browses, and never calls anybody.
 */
export const fillWorkspace = (dataDir: string, rows: number, plain = false): BenchWorkspace => {
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  const registry = openRegistry(join(dataDir, 'workspaces.json'))
  const url = 'https://bench.example/api/v1'
  registry.save({ id: ID, name: 'Benchmark', kind: 'connected', url, keyLast4: null, keyBlob: null, createdAt: 1 })
  registry.setCurrent(ID)
  const file = join(dataDir, 'caches', `${ID}.sqlite`)
  const key = plain ? undefined : keepOpenKey(dataDir)
  const db = openDatabase(file, { key })
  createMethods(db).saveAccounts(accounts, 1)
  const writing = createStore(db)
  const save: SaveTogether = (pages) => savePages(writing, pages)
  const ms = saveRows(save, attendees(0, rows))
  saveChats(save, rows)
  // What the cache does when nothing is written for a while.
  while (tidySlice(writing));
  db.pragma('wal_checkpoint(TRUNCATE)')
  // As the thread that reads does.
  const reader = openReader(file, { key })
  const store = createStore(reader)
  return {
    dataDir,
    rows,
    newRowsPerSecond: perSecond(rows, ms),
    bytesPerAttendee: Math.round(statSync(file).size / rows),
    save,
    list: (query, candidates) => listAttendees(store, query, candidates),
    forget: () => forgetAnswers(store),
    close: () => {
      reader.close()
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.close()
    },
  }
}

export interface IngestFigures {
  new_rows_per_s: number
  unchanged_rows_per_s: number
  changed_10pct_rows_per_s: number
  bytes_per_attendee: number
}

/** Rows that are saved again: enough to measure, few enough for any size of data set. */
const AGAIN = 50_000

/** Rows a second: the first filling, the same rows once more, and one in ten of them changed. */
export const benchIngest = (workspace: BenchWorkspace): IngestFigures => {
  const rows = Math.min(workspace.rows, AGAIN)
  const unchanged = saveRows(workspace.save, attendees(0, rows))
  const mixed = saveRows(
    workspace.save,
    (function* () {
      for (const row of attendees(0, rows)) yield row.id.charCodeAt(0) % 10 === 0 ? { ...row, location: 'Lyon' } : row
    })(),
  )
  return {
    new_rows_per_s: workspace.newRowsPerSecond,
    unchanged_rows_per_s: perSecond(rows, unchanged),
    changed_10pct_rows_per_s: perSecond(rows, mixed),
    bytes_per_attendee: rounded(workspace.bytesPerAttendee, 0),
  }
}
