import type Database from 'better-sqlite3'
import { createStore } from '../cache/statements.ts'
import { readAudit, writeAudit } from './audit.ts'
import { addCase, changeCase, readCase, readCases, removeCase } from './cases.ts'
import { copyDaily } from './daily-copy.ts'
import { eraseCopies } from './files.ts'
import { forgetPerson } from './forget.ts'
import { dropLinks, readLinks, saveLink } from './links.ts'
import type { NotebookMethods } from './notebook.ts'
import { addPin, annotatePin, casesHolding, readPins, removePin } from './pins.ts'

/**
 * Binds every notebook method to one connection. `actor`: who works with it, for the audit log, which gets its line in the
 * same transaction as what it tells about.
 */
export const createMethods = (db: Database.Database, actor: string): NotebookMethods => {
  const store = createStore(db)
  const log = (action: string, subject: string | null, at: number): void =>
    writeAudit(store, actor, action, subject, at)
  const write = <T>(change: () => T): T => db.transaction(change).immediate()
  return {
    audit: (action, subjectId, at) => write(() => log(action, subjectId, at)),
    auditPage: (query) => readAudit(store, query),
    readSetting: (name) =>
      store.get<{ value: string }>('SELECT value FROM settings WHERE name = ?', name)?.value ?? null,
    saveSetting: (name, value) =>
      void store.run(
        'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
        name,
        value,
      ),

    cases: () => readCases(store),
    readCase: (id) => ({ case: readCase(store, id), pins: readPins(store, id) }),
    addCase: ({ id, title, ticket }, at) =>
      write(() => {
        addCase(store, { id, title, ticket, at })
        log('case.created', id, at)
        return readCase(store, id)
      }),
    changeCase: (id, change, at) =>
      write(() => {
        changeCase(store, id, change, at)
        if (change.closedAt !== undefined) log(change.closedAt === null ? 'case.reopened' : 'case.closed', id, at)
        return readCase(store, id)
      }),
    removeCase: (id, removedAt, at) =>
      write(() => {
        removeCase(store, id, removedAt)
        log(removedAt === null ? 'case.restored' : 'case.deleted', id, at)
      }),
    pin: (caseId, pin, at) =>
      write(() => {
        changeCase(store, caseId, {}, at)
        addPin(store, caseId, pin)
        log('person.pinned', pin.key, at)
      }),
    annotate: (caseId, key, note, at) =>
      write(() => {
        annotatePin(store, caseId, key, note)
        changeCase(store, caseId, {}, at)
      }),
    removePin: (caseId, key, removedAt, at) =>
      write(() => {
        removePin(store, caseId, key, removedAt)
        changeCase(store, caseId, {}, at)
        log(removedAt === null ? 'person.pinned' : 'person.unpinned', key, at)
      }),
    casesHolding: (keys) => casesHolding(store, keys),

    links: (keys) => readLinks(store, keys),
    decide: (ones, others, link, at) =>
      write(() => {
        const [one, other] = [ones[0], others[0]]
        if (one === undefined || other === undefined || one === other) return
        dropLinks(store, ones, others)
        if (link !== null) saveLink(store, { one, other, ...link })
        for (const key of [one, other]) log(link === null ? 'link.withdrawn' : `link.${link.verdict}`, key, at)
      }),

    forgetPerson: (keys) => {
      const deleted = forgetPerson(store, keys)
      eraseCopies(db.name)
      return deleted
    },
    copyDaily: (at) => copyDaily(db, at),
  }
}
