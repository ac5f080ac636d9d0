import { AppError } from '#shared/domain/errors.ts'
import type { Store } from '../cache/statements.ts'

/** A case as it is stored. Times are ms. */
export interface StoredCase {
  id: string
  title: string
  ticket: string
  notes: string
  createdAt: number
  changedAt: number
  closedAt: number | null
  people: number
}

interface Row {
  id: string
  title: string
  ticket: string
  notes: string
  created_at: number
  changed_at: number
  closed_at: number | null
  people: number
}

const toCase = (row: Row): StoredCase => ({
  id: row.id,
  title: row.title,
  ticket: row.ticket,
  notes: row.notes,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  closedAt: row.closed_at,
  people: row.people,
})

const COLUMNS = `c.id, c.title, c.ticket, c.created_at, c.changed_at, c.closed_at,
  (SELECT count(*) FROM pins p WHERE p.case_id = c.id AND p.removed_at IS NULL) AS people`

const gone = (): AppError =>
  new AppError('not-found', 'This case no longer exists.', { advice: 'It was deleted. Its list shows what is left.' })

/** Open cases first, newest first: an order that typing does not change. Without their notes. */
export const readCases = (store: Store): StoredCase[] =>
  store
    .all<Row>(
      `SELECT ${COLUMNS}, '' AS notes FROM cases c WHERE c.removed_at IS NULL
       ORDER BY c.closed_at IS NOT NULL, c.created_at DESC, c.id`,
    )
    .map(toCase)

/** One case. Throws `not-found`. */
export const readCase = (store: Store, id: string): StoredCase => {
  const row = store.get<Row>(`SELECT ${COLUMNS}, c.notes FROM cases c WHERE c.id = ? AND c.removed_at IS NULL`, id)
  if (row === undefined) throw gone()
  return toCase(row)
}

export const addCase = (
  store: Store,
  { id, title, ticket, at }: Pick<Row, 'id' | 'title' | 'ticket'> & { at: number },
) =>
  void store.run(
    `INSERT INTO cases (id, title, ticket, notes, created_at, changed_at) VALUES (?, ?, ?, '', ?, ?)`,
    id,
    title,
    ticket,
    at,
    at,
  )

/** Changes what is given of a case. Throws `not-found`. */
export const changeCase = (
  store: Store,
  id: string,
  change: Partial<Pick<StoredCase, 'title' | 'ticket' | 'notes' | 'closedAt'>>,
  at: number,
): void => {
  const { changes } = store.run(
    `UPDATE cases SET title = coalesce(?, title), ticket = coalesce(?, ticket), notes = coalesce(?, notes),
       closed_at = CASE WHEN ? THEN ? ELSE closed_at END, changed_at = ?
     WHERE id = ? AND removed_at IS NULL`,
    change.title ?? null,
    change.ticket ?? null,
    change.notes ?? null,
    change.closedAt === undefined ? 0 : 1,
    change.closedAt ?? null,
    at,
    id,
  )
  if (changes === 0) throw gone()
}

/** Takes a case out of the list, or with null brings it back. Throws `not-found`. */
export const removeCase = (store: Store, id: string, removedAt: number | null): void => {
  if (store.run('UPDATE cases SET removed_at = ? WHERE id = ?', removedAt, id).changes === 0) throw gone()
}
