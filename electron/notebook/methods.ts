import type Database from 'better-sqlite3'
import { createStore } from '../cache/statements.ts'
import { readAudit, writeAudit } from './audit.ts'
import { forgetInNotebook } from './forget.ts'
import type { NotebookMethods } from './notebook.ts'

/** Binds every notebook method to one connection. `actor`: who works with it, for the audit log. */
export const createMethods = (db: Database.Database, actor: string): NotebookMethods => {
  const store = createStore(db)
  return {
    audit: (action, subjectId, at) => db.transaction(() => writeAudit(store, actor, action, subjectId, at)).immediate(),
    auditPage: (query) => readAudit(store, query),
    forgetPerson: (values) => forgetInNotebook(store, values),
    readSetting: (name) =>
      store.get<{ value: string }>('SELECT value FROM settings WHERE name = ?', name)?.value ?? null,
    saveSetting: (name, value) =>
      void store.run(
        'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
        name,
        value,
      ),
  }
}
