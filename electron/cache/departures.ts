import type { DepartedAttendee } from '#shared/domain/sync.ts'
import { dropEmptied } from './account-succession.ts'
import { deleteAttendees } from './attendees.ts'
import type { Checkpoint, StoredList } from './cache.ts'
import { noteChange } from './changes.ts'
import { sparedIds } from './problems.ts'
import { startPurge } from './purge.ts'
import { recomputeReasons, rowsOfAccount } from './reasons.ts'
import type { Store } from './statements.ts'
import { handOver } from './succession.ts'

/** How long an attendee that postpress no longer reports stays readable. */
const KEEP_DEPARTED_MS = 30 * 24 * 60 * 60 * 1_000

interface Unseen {
  row: number
  id: string
}

const depart = (store: Store, accountId: string, unseen: Unseen[], at: number): void => {
  for (const { row, id } of unseen) {
    const { changes } = store.run(
      'INSERT OR IGNORE INTO departed (row, account_id, at) VALUES (?, ?, ?)',
      row,
      accountId,
      at,
    )
    if (changes > 0) noteChange(store, id, at, { kind: 'departed', before: null, after: null })
  }
}

/** Deletes what was gone for long enough. Called after a complete run only, so a person who came back is never among it. */
const purge = (store: Store, accountId: string, at: number): void => {
  const rows = store.all<{ row: number }>(
    'SELECT row FROM departed WHERE account_id = ? AND at < ?',
    accountId,
    at - KEEP_DEPARTED_MS,
  )
  if (rows.length === 0) return
  deleteAttendees(
    store,
    rows.map(({ row }) => row),
  )
  startPurge(store)
}

/** What a complete run of an account that was connected again did not report of its earlier self. */
const departFromEarlier = (store: Store, accountId: string, at: number): void => {
  for (const { id } of store.all<{ id: string }>('SELECT id FROM accounts WHERE succeeded_by = ?', accountId)) {
    const left = store.all<Unseen>(
      `SELECT a.row, a.id FROM facets f JOIN attendees a ON a.row = f.row
       WHERE f.list_no IN (SELECT no FROM lists WHERE account_id = ?)`,
      id,
    )
    depart(store, id, left, at)
    purge(store, id, at)
  }
  dropEmptied(store, accountId)
}

/** Attendees that this complete run of their list did not meet: marked as no longer reported. */
const departAttendees = (store: Store, checkpoint: Checkpoint, spared: Set<string>, at: number): void => {
  const { accountId, generation } = checkpoint
  const unseen = store.all<Unseen>(
    `SELECT a.row, a.id FROM facets f JOIN attendees a ON a.row = f.row
     WHERE f.list_no IN (SELECT no FROM lists WHERE account_id = ?) AND f.generation < ?`,
    accountId,
    generation,
  )
  const unseenRows = new Set(unseen.map(({ row }) => row))
  const gone = unseen.filter(({ id }) => !spared.has(id))
  depart(
    store,
    accountId,
    handOver(store, gone, (row) => !unseenRows.has(row), at),
    at,
  )
  purge(store, accountId, at)
  departFromEarlier(store, accountId, at)
}

/** People who were only ever seen in a group and are in none any more. */
const departFormerMembers = (store: Store, accountId: string, at: number): void => {
  const unseen = store.all<Unseen>(
    `SELECT a.row, a.id FROM facets f JOIN attendees a ON a.row = f.row
     WHERE f.list_no IN (SELECT no FROM lists WHERE account_id = ?) AND f.generation IS NULL
       AND NOT EXISTS (SELECT 1 FROM members m WHERE m.attendee_id = a.id)`,
    accountId,
  )
  const formers = new Set(unseen.map(({ row }) => row))
  depart(
    store,
    accountId,
    handOver(store, unseen, (row) => !formers.has(row), at),
    at,
  )
}

/** Where a list's rows are. */
const PLACES: Record<StoredList, { table: string; id: string; and: string }> = {
  chats: { table: 'chats', id: 'id', and: '' },
  relations: { table: 'relations', id: 'internal_id', and: '' },
  followers: { table: 'follows', id: 'internal_id', and: "AND direction = 'followers'" },
  following: { table: 'follows', id: 'internal_id', and: "AND direction = 'following'" },
}

const deleteRows = (store: Store, checkpoint: Checkpoint, list: StoredList, spared: Set<string>): void => {
  const { accountId, generation } = checkpoint
  const { table, id, and } = PLACES[list]
  const { changes } = store.run(
    `DELETE FROM ${table} WHERE account_id = ? ${and} AND generation < ? AND ${id} NOT IN (SELECT value FROM json_each(?))`,
    accountId,
    generation,
    JSON.stringify([...spared]),
  )
  if (changes === 0) return
  store.run('DELETE FROM members WHERE chat_id NOT IN (SELECT id FROM chats)')
  recomputeReasons(store, rowsOfAccount(store, accountId))
}

/** Rows of a list that the run of this generation did not meet. */
export const countUnseen = (
  store: Store,
  { accountId, resource, generation }: { accountId: string; resource: StoredList; generation: number },
): number => {
  const { table, and } = PLACES[resource]
  const sql = `SELECT count(*) AS n FROM ${table} WHERE account_id = ? ${and} AND generation < ?`
  return store.get<{ n: number }>(sql, accountId, generation)?.n ?? 0
}

/**
 * After a complete run: what the run did not meet is gone. Chats, relations and followers are deleted; attendees are marked as no
 * longer reported. A partial run changes nothing, nor does a complete one that met items without an id.
 */
export const removeUnseen = (store: Store, checkpoint: Checkpoint, at: number): void => {
  if (checkpoint.resource === 'owner') return
  const spared = sparedIds(store, checkpoint)
  if (spared === null) return
  if (checkpoint.resource === 'attendees') departAttendees(store, checkpoint, spared, at)
  else if (checkpoint.resource === 'members') departFormerMembers(store, checkpoint.accountId, at)
  else deleteRows(store, checkpoint, checkpoint.resource, spared)
}

/** These attendees are reported (again). */
export const noteReturned = (store: Store, rows: number[], at: number): void => {
  if (store.get('SELECT 1 FROM departed LIMIT 1') === undefined) return
  const back = store.all<Unseen>(
    'SELECT d.row, a.id FROM departed d JOIN attendees a ON a.row = d.row WHERE d.row IN (SELECT value FROM json_each(?))',
    JSON.stringify(rows),
  )
  for (const { row, id } of back) {
    store.run('DELETE FROM departed WHERE row = ?', row)
    noteChange(store, id, at, { kind: 'returned', before: null, after: null })
  }
}

/** Attendees that postpress no longer reports, newest first, at most 500, and when they will be deleted. */
export const readDeparted = (store: Store): DepartedAttendee[] =>
  store
    .all<Omit<DepartedAttendee, 'deletedAfter'>>(
      `SELECT a.id, d.account_id AS accountId, a.provider, a.title, d.at FROM departed d JOIN attendees a ON a.row = d.row
       ORDER BY d.at DESC, d.row LIMIT 500`,
    )
    .map((departed) => ({ ...departed, deletedAfter: departed.at + KEEP_DEPARTED_MS }))
