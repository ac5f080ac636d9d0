import type Database from 'better-sqlite3'

/** In the order in which rows may refer to each other. */
export const TABLES = ['facts', 'settings', 'cases', 'pins', 'links', 'audit'] as const

/** The case of a pinned person whose own case could not be read. */
const RECOVERED = `INSERT OR IGNORE INTO cases (id, title, ticket, notes, created_at, changed_at)
  SELECT ?, 'Recovered case', '', '', ?, ?`

type Row = Record<string, unknown>

const columnsOf = (db: Database.Database, table: string): string[] =>
  (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)

/** Reads a table from one end until the damage; false when it got through. */
const readFrom = (db: Database.Database, table: string, order: 'ASC' | 'DESC', take: (row: Row) => void): boolean => {
  try {
    const rows = db.prepare(`SELECT * FROM ${table} ORDER BY rowid ${order}`).iterate()
    for (const row of rows) take(row as Row)
    return false
  } catch {
    // The rest of the table is what cannot be read: the caller counts on it.
    return true
  }
}

/** What came of a salvage: rows kept of each source, and whether rows of one could not be read or put. */
export interface Salvaged {
  kept: number[]
  lost: boolean
}

/**
 * Copies every row that can still be read from the sources into an empty notebook; of a row that several have, the first
 * one's counts. Tables are read from both ends, so that one bad page costs only its own rows.
 */
export const salvage = (sources: Database.Database[], into: Database.Database): Salvaged => {
  const kept = sources.map(() => 0)
  let lost = false
  into.transaction(() => {
    for (const table of TABLES) {
      const known = columnsOf(into, table)
      const put = (row: Row): number => {
        const columns = known.filter((column) => column in row)
        try {
          if (table === 'pins') into.prepare(RECOVERED).run(row['case_id'], row['pinned_at'], row['pinned_at'])
          return into
            .prepare(
              `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
            )
            .run(columns.map((column) => row[column])).changes
        } catch {
          lost = true
          return 0
        }
      }
      for (const [index, from] of sources.entries()) {
        const seen = new Set<unknown>()
        const once = (row: Row): void => {
          const key = table === 'audit' ? row['no'] : JSON.stringify(known.slice(0, 2).map((column) => row[column]))
          if (!seen.has(key)) kept[index] = (kept[index] ?? 0) + put(row)
          seen.add(key)
        }
        if (readFrom(from, table, 'ASC', once)) {
          lost = true
          readFrom(from, table, 'DESC', once)
        }
      }
    }
  })()
  return { kept, lost }
}
