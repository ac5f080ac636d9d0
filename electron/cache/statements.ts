import type Database from 'better-sqlite3'

/** A connection whose statements are prepared once each, by their text. */
export interface Store {
  db: Database.Database
  get<T>(sql: string, ...values: unknown[]): T | undefined
  all<T>(sql: string, ...values: unknown[]): T[]
  run(sql: string, ...values: unknown[]): Database.RunResult
}

/** Wraps a connection. Values are always bound, never written into the SQL. */
export const createStore = (db: Database.Database): Store => {
  const prepared = new Map<string, Database.Statement<unknown[]>>()
  const of = (sql: string): Database.Statement<unknown[]> => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const statement = db.prepare<unknown[]>(sql)
    prepared.set(sql, statement)
    return statement
  }
  return {
    db,
    get: <T>(sql: string, ...values: unknown[]) => of(sql).get(...values) as T | undefined,
    all: <T>(sql: string, ...values: unknown[]) => of(sql).all(...values) as T[],
    run: (sql, ...values) => of(sql).run(...values),
  }
}
