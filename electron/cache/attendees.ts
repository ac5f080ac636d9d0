import type { AttendeeRecord } from '#shared/domain/records.ts'
import { columnsOf, INSERT_ATTENDEE, initialOf, UPDATE_ATTENDEE } from './attendee-columns.ts'
import { digestOf } from './digest.ts'
import {
  identifiersIn,
  mergeIdentifiers,
  packIdentifiers,
  type StoredIdentifier,
  unpackIdentifiers,
} from './identifiers.ts'
import { addKeys, keysOf, removeKeys } from './keys.ts'
import { listNoOf } from './lists.ts'
import { keyText } from './match-keys.ts'
import { evidenceOf, recomputeReasons } from './reasons.ts'
import { addSearchText, changeSearchText, removeSearchText, type SearchText } from './search-text.ts'
import type { Store } from './statements.ts'

/** What the row of an attendee holds, as far as an update needs it. */
interface Held {
  row: number
  list_no: number
  title: string
  headline: string | null
  identifiers: string
  seen_at: number
}

interface Sighting {
  generation: number | null
  at: number
  digest: number
}

/** Writes to the text indexes wait until all tables are written: each write in between would make them flush to disk. */
type Later = (() => void)[]

const insertAttendee = (
  store: Store,
  attendee: AttendeeRecord,
  { generation, at, digest }: Sighting,
  later: Later,
): number => {
  const columns = columnsOf(attendee)
  const identifiers = identifiersIn(attendee)
  const list_no = listNoOf(store, attendee.accountId, attendee.provider)
  const saved = { ...columns, list_no, at, identifiers: packIdentifiers(identifiers) }
  const row = Number(store.run(INSERT_ATTENDEE, saved).lastInsertRowid)
  const { reasons, last } = evidenceOf(store, { ...columns, identifiers })
  store.run(
    `INSERT INTO facets (row, list_no, reasons, last_activity_at, initial, seen_at, generation, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    row,
    list_no,
    reasons,
    last,
    initialOf(columns.sort_title),
    at,
    generation,
    digest,
  )
  addKeys(store, row, keysOf(attendee.provider, identifiers))
  const { title, headline } = columns
  later.push(() => addSearchText(store, row, { listNo: list_no, title, headline, identifiers }))
  return row
}

const readHeld = (store: Store, row: number): Held | undefined =>
  store.get<Held>(
    `SELECT a.row, a.list_no, a.title, a.headline, a.identifiers, f.seen_at FROM attendees a JOIN facets f ON f.row = a.row WHERE a.row = ?`,
    row,
  )

/** Adds keys that are new, and re-indexes texts that changed. */
const changeIndexes = (
  store: Store,
  provider: AttendeeRecord['provider'],
  held: Held,
  after: { title: string; headline: string | null; identifiers: StoredIdentifier[] },
  later: Later,
): void => {
  const before = unpackIdentifiers(held.identifiers)
  const known = new Set(keysOf(provider, before).map(keyText))
  addKeys(
    store,
    held.row,
    keysOf(provider, after.identifiers).filter((key) => !known.has(keyText(key))),
  )
  const listNo = held.list_no
  const text: SearchText = { listNo, title: held.title, headline: held.headline, identifiers: before }
  later.push(() => changeSearchText(store, held.row, text, { listNo, ...after }))
}

const updateAttendee = (store: Store, held: Held, attendee: AttendeeRecord, sighting: Sighting, later: Later): void => {
  const columns = columnsOf(attendee)
  const identifiers = mergeIdentifiers(unpackIdentifiers(held.identifiers), identifiersIn(attendee), held.seen_at)
  store.run(UPDATE_ATTENDEE, { ...columns, row: held.row, identifiers: packIdentifiers(identifiers) })
  store.run(
    `UPDATE facets SET seen_at = ?, generation = coalesce(?, generation), digest = ?, initial = ? WHERE row = ?`,
    sighting.at,
    sighting.generation,
    sighting.digest,
    initialOf(columns.sort_title),
    held.row,
  )
  const headline = columns.headline ?? held.headline
  changeIndexes(store, attendee.provider, held, { title: columns.title, headline, identifiers }, later)
  recomputeReasons(store, [held.row])
}

/** Adds identifiers that something else than the attendee list told (a live profile); null when the row is gone. */
export const addIdentifiers = (
  store: Store,
  provider: AttendeeRecord['provider'],
  row: number,
  news: StoredIdentifier[],
): void => {
  const held = readHeld(store, row)
  if (held === undefined) return
  const before = unpackIdentifiers(held.identifiers)
  const own = before.filter(({ seenAt }) => seenAt === null)
  // What the attendee itself carries needs no second origin.
  const others = news.filter((one) => !own.some((old) => old.kind === one.kind && old.value === one.value))
  const identifiers = mergeIdentifiers(before, others, null)
  const publicId = identifiers.find(({ kind }) => kind === 'public' || kind === 'username')?.value ?? null
  store.run(
    'UPDATE attendees SET identifiers = ?, public_id = coalesce(public_id, ?) WHERE row = ?',
    packIdentifiers(identifiers),
    publicId,
    row,
  )
  const later: Later = []
  changeIndexes(store, provider, held, { title: held.title, headline: held.headline, identifiers }, later)
  recomputeReasons(store, [row])
  for (const write of later) write()
}

const readSeen = (store: Store, ids: string[]): Map<string, { row: number; digest: number }> =>
  new Map(
    store
      .all<{ id: string; row: number; digest: number }>(
        `SELECT a.id, f.row, f.digest FROM json_each(?) j CROSS JOIN attendees a ON a.id = j.value CROSS JOIN facets f ON f.row = a.row`,
        JSON.stringify(ids),
      )
      .map(({ id, row, digest }) => [id, { row, digest }]),
  )

/**
 * Upserts attendees with their identifiers, reasons and index entries, and returns their rows. An attendee that is the
 * same as before costs a comparison and a note that it was seen. `generation` null: seen as a member only, so a run of
 * the attendee list says nothing about it yet.
 */
export const saveAttendees = (
  store: Store,
  attendees: AttendeeRecord[],
  generation: number | null,
  at: number,
): number[] => {
  const seen = readSeen(
    store,
    attendees.map(({ id }) => id),
  )
  const same: number[] = []
  const later: Later = []
  const rows = attendees.map((attendee) => {
    const digest = digestOf(JSON.stringify(attendee))
    const known = seen.get(attendee.id)
    if (known?.digest === digest) {
      same.push(known.row)
      return known.row
    }
    const held = known === undefined ? undefined : readHeld(store, known.row)
    if (held !== undefined) updateAttendee(store, held, attendee, { generation, at, digest }, later)
    const row = held?.row ?? insertAttendee(store, attendee, { generation, at, digest }, later)
    seen.set(attendee.id, { row, digest })
    return row
  })
  if (same.length > 0)
    store.run(
      'UPDATE facets SET seen_at = ?, generation = coalesce(?, generation) WHERE row IN (SELECT value FROM json_each(?))',
      at,
      generation,
      JSON.stringify(same),
    )
  for (const write of later) write()
  return rows
}

/** Upserts one attendee; see `saveAttendees`. */
export const saveAttendee = (store: Store, attendee: AttendeeRecord, generation: number | null, at: number): number =>
  saveAttendees(store, [attendee], generation, at)[0] ?? 0

/** Deletes attendees with everything that hangs on them, index entries included. */
export const deleteAttendees = (store: Store, rows: number[]): void => {
  for (const row of rows) {
    const found = store.get<{ id: string; provider: AttendeeRecord['provider']; identifiers: string }>(
      'SELECT id, provider, identifiers FROM attendees WHERE row = ?',
      row,
    )
    if (found === undefined) continue
    removeSearchText(store, row)
    removeKeys(store, row, keysOf(found.provider, unpackIdentifiers(found.identifiers)))
    store.run('DELETE FROM members WHERE attendee_id = ?', found.id)
    store.run('DELETE FROM facets WHERE row = ?', row)
    store.run('DELETE FROM attendees WHERE row = ?', row)
  }
}
