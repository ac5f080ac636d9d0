import type Database from 'better-sqlite3'
import { first } from './migrations/001-first.ts'

/** "PPNB": tells a notebook from any other SQLite file. */
export const APPLICATION_ID = 0x50504e42

/** Applied in order, each in one transaction; `user_version` counts the applied ones. Never edit one that has shipped. */
export const MIGRATIONS: readonly string[] = [first]

/** Brings a notebook from `version` up to date. */
export const migrate = (db: Database.Database, version: number, migrations: readonly string[]): void => {
  migrations.slice(version).forEach((migration, index) => {
    db.transaction(() => {
      db.exec(migration)
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${version + index + 1}`)
    }).immediate()
  })
}
