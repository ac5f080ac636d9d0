import type Database from 'better-sqlite3'
import { isDamage } from '../storage/damage.ts'
import { mendHeader } from '../storage/file-header.ts'
import { connect, type NotebookPlace } from './connection.ts'
import { backupsOf, madeAt } from './files.ts'
import { type Salvaged, salvage } from './salvage.ts'

const dayOf = (copy: string): string => new Date(madeAt(copy)).toISOString().slice(0, 10)

/** What `read` finds in a damaged notebook or a copy; null for a file that cannot be read as one. */
const withFile = <T>(place: NotebookPlace, file: string, read: (from: Database.Database) => T): T | null => {
  let from: Database.Database | null = null
  try {
    mendHeader(file)
    from = connect({ ...place, file }, { readonly: true })
    return read(from)
  } catch (error) {
    if (!isDamage(error)) throw error
    return null
  } finally {
    from?.close()
  }
}

/** What a salvage would bring; changes nothing. */
const tryOut = (from: Database.Database, db: Database.Database): Salvaged => {
  db.exec('BEGIN')
  try {
    return salvage([from], db)
  } finally {
    db.exec('ROLLBACK')
  }
}

/**
 * Fills a new notebook with what can be read of the damaged one, and with what its newest copy has of the rest. From a
 * notebook that lost nothing only its own rows come: a copy would bring back what was deleted since.
 */
export const recover = (place: NotebookPlace, aside: string, db: Database.Database): string => {
  const { kept, lost } = withFile(place, aside, (from) => tryOut(from, db)) ?? { kept: [], lost: true }
  const some = (kept[0] ?? 0) > 0
  const ownRows = (): Salvaged | null => withFile(place, aside, (from) => salvage([from], db))
  if (some && !lost) {
    ownRows()
    return 'All its cases, notes and links could be read.'
  }
  for (const copy of backupsOf(place.file)) {
    const found = withFile(place, copy, (older) =>
      some ? withFile(place, aside, (from) => salvage([from, older], db)) : salvage([older], db),
    )
    // A copy that is damaged too: the next one may not be.
    if (found === null || found.kept.every((rows) => rows === 0)) continue
    if (!some) return `Its cases, notes and links come from the last copy, made on ${dayOf(copy)}.`
    if (found.kept.at(-1) === 0) break
    return `What could be read of its cases, notes and links is here, and the rest as it was in the last copy, made on ${dayOf(copy)}.`
  }
  if (!some) return 'Nothing in it could be read: it starts empty.'
  ownRows()
  return 'What could be read of its cases, notes and links is here; some of it is lost.'
}
