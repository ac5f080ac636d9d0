import { createHmac, randomBytes } from 'node:crypto'
import type { AuditPage } from '#shared/domain/audit.ts'
import type { Store } from '../cache/statements.ts'

const SALT = 'audit-salt'
const MOST = 200

/** Ids are short and guessable: the hash is keyed with a salt of this file. */
const saltOf = (store: Store): string => {
  store.run('INSERT OR IGNORE INTO facts (name, value) VALUES (?, ?)', SALT, randomBytes(32).toString('hex'))
  return store.get<{ value: string }>('SELECT value FROM facts WHERE name = ?', SALT)?.value ?? ''
}

/** The hash under which the log knows an id. */
export const subjectOf = (store: Store, id: string): string =>
  createHmac('sha256', Buffer.from(saltOf(store), 'hex'))
    .update(id)
    .digest('hex')
    .slice(0, 32)

/** Adds a line to the log; `subjectId` is kept as a hash only. */
export const writeAudit = (store: Store, actor: string, action: string, subjectId: string | null, at: number): void => {
  const subject = subjectId === null ? null : subjectOf(store, subjectId)
  store.run('INSERT INTO audit (at, actor, action, subject) VALUES (?, ?, ?, ?)', at, actor, action, subject)
}

/** What is asked of the log: entries before a number (null: from the newest), all or those about one id. */
export interface AuditQuery {
  before: number | null
  limit: number
  subjectId: string | null
}

/** A page of the log, newest first, by keyset. */
export const readAudit = (store: Store, { before, limit, subjectId }: AuditQuery): AuditPage => {
  const most = Math.min(Math.max(limit, 1), MOST)
  const from = before ?? Number.MAX_SAFE_INTEGER
  const entries =
    subjectId === null
      ? store.all<AuditPage['entries'][number]>('SELECT * FROM audit WHERE no < ? ORDER BY no DESC LIMIT ?', from, most)
      : store.all<AuditPage['entries'][number]>(
          'SELECT * FROM audit WHERE subject = ? AND no < ? ORDER BY no DESC LIMIT ?',
          subjectOf(store, subjectId),
          from,
          most,
        )
  return { entries, before: entries.length < most ? null : (entries.at(-1)?.no ?? null) }
}
