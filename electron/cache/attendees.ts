import type { AttendeeRecord } from '#shared/domain/records.ts'
import { columnsOf, INSERT_ATTENDEE, initialOf, insertedValues, UPDATE_ATTENDEE } from './attendee-columns.ts'
import { noteChanges } from './changes.ts'
import { digestOf } from './digest.ts'
import { addFacets, type Facet } from './facets.ts'
import {
  identifiersIn,
  mergeIdentifiers,
  packIdentifiers,
  type StoredIdentifier,
  unpackIdentifiers,
} from './identifiers.ts'
import { addKeys, type KeyRow, keysOf, removeKeys } from './keys.ts'
import { listNoOf } from './lists.ts'
import { keyText } from './match-keys.ts'
import { type EvidenceReader, readEvidence, recomputeReasons } from './reasons.ts'
import {
  addText,
  changeText,
  noTextWrites,
  removeText,
  type SearchText,
  type TextWrites,
  writeTexts,
} from './search-text.ts'
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

/** When attendees were seen, and by which run of the attendee list; null: as members only. */
interface Sighting {
  generation: number | null
  at: number
}

/** Attendees that were seen together. */
export interface SeenAttendees extends Sighting {
  attendees: AttendeeRecord[]
}

/** What one saving of attendees shares: looked up once, and written together at its end. */
interface Batch {
  /** Whose entries are not written yet: whoever comes again has to wait for them. */
  touched: Set<string>
  listNo: (accountId: string, provider: AttendeeRecord['provider']) => number
  evidence: EvidenceReader
  facets: Facet[]
  keys: KeyRow[]
  texts: TextWrites
}

const startBatch = (store: Store): Batch => {
  const numbers = new Map<string, number>()
  return {
    touched: new Set(),
    listNo: (accountId, provider) => {
      const name = `${provider} ${accountId}`
      const no = numbers.get(name) ?? listNoOf(store, accountId, provider)
      numbers.set(name, no)
      return no
    },
    evidence: readEvidence(store),
    facets: [],
    keys: [],
    texts: noTextWrites(),
  }
}

const finishBatch = (store: Store, { facets, keys, texts }: Batch): void => {
  addFacets(store, facets)
  addKeys(store, keys)
  writeTexts(store, texts)
}

const insertAttendee = (
  store: Store,
  attendee: AttendeeRecord,
  digest: number,
  { generation, at: seen_at }: Sighting,
  batch: Batch,
): number => {
  const columns = columnsOf(attendee)
  const identifiers = identifiersIn(attendee)
  const list_no = batch.listNo(attendee.accountId, attendee.provider)
  const values = insertedValues(columns)
  const packed = packIdentifiers(identifiers)
  const row = Number(store.run(INSERT_ATTENDEE, ...values, list_no, seen_at, packed).lastInsertRowid)
  const { id, account_id, provider, provider_id, member_number, contact_evidence, is_self } = columns
  const { reasons, last } = batch.evidence({
    id,
    account_id,
    provider,
    provider_id,
    member_number,
    contact_evidence,
    is_self,
    identifiers,
  })
  const initial = initialOf(columns.sort_title)
  batch.facets.push({ row, list_no, reasons, last, initial, seen_at, generation, digest })
  for (const { value, scope } of keysOf(provider, identifiers)) batch.keys.push([value, scope, row])
  const { title, headline } = columns
  addText(batch.texts, row, { listNo: list_no, title, headline, identifiers })
  return row
}

const readHeld = (store: Store, row: number): Held | undefined =>
  store.get<Held>(
    `SELECT a.row, a.list_no, a.title, a.headline, a.identifiers, f.seen_at FROM attendees a JOIN facets f ON f.row = a.row WHERE a.row = ?`,
    row,
  )

/** Adds keys that are new, and re-indexes texts that changed. */
const changeIndexes = (
  provider: AttendeeRecord['provider'],
  { row, list_no: listNo, title, headline, identifiers }: Held,
  after: Omit<SearchText, 'listNo'>,
  batch: Batch,
): void => {
  const before = unpackIdentifiers(identifiers)
  const known = new Set(keysOf(provider, before).map(keyText))
  for (const key of keysOf(provider, after.identifiers))
    if (!known.has(keyText(key))) batch.keys.push([key.value, key.scope, row])
  changeText(batch.texts, row, { listNo, title, headline, identifiers: before }, { listNo, ...after })
}

const updateAttendee = (
  store: Store,
  held: Held,
  attendee: AttendeeRecord,
  digest: number,
  { generation, at }: Sighting,
  batch: Batch,
): void => {
  const columns = columnsOf(attendee)
  const identifiers = mergeIdentifiers(unpackIdentifiers(held.identifiers), identifiersIn(attendee), held.seen_at)
  store.run(UPDATE_ATTENDEE, { ...columns, row: held.row, identifiers: packIdentifiers(identifiers) })
  store.run(
    `UPDATE facets SET seen_at = ?, generation = coalesce(?, generation), digest = ?, initial = ? WHERE row = ?`,
    at,
    generation,
    digest,
    initialOf(columns.sort_title),
    held.row,
  )
  const headline = columns.headline ?? held.headline
  changeIndexes(attendee.provider, held, { title: columns.title, headline, identifiers }, batch)
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
  const batch = startBatch(store)
  changeIndexes(provider, held, { title: held.title, headline: held.headline, identifiers }, batch)
  finishBatch(store, batch)
  recomputeReasons(store, [row])
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

/** Saves what was seen together, and leaves index entries to the end of the batch; answers the rows. */
const savePart = (store: Store, { attendees, ...sighting }: SeenAttendees, batch: Batch): number[] => {
  // A page that shifted under the reader can hold somebody twice: the later one counts.
  const people = new Map(attendees.map((attendee) => [attendee.id, attendee]))
  const seen = readSeen(store, [...people.keys()])
  const same: number[] = []
  const saved = new Map<string, number>()
  const changed: { attendee: AttendeeRecord; digest: number; row: number }[] = []
  for (const attendee of people.values()) {
    const digest = digestOf(attendee)
    const known = seen.get(attendee.id)
    if (known?.digest === digest) same.push(known.row)
    else {
      batch.touched.add(attendee.id)
      if (known !== undefined) changed.push({ attendee, digest, row: known.row })
    }
    saved.set(attendee.id, known?.row ?? insertAttendee(store, attendee, digest, sighting, batch))
  }
  const { generation, at } = sighting
  // Before they are overwritten. A member list says less than the attendee list: what it leaves out is no change.
  if (generation !== null)
    noteChanges(
      store,
      changed.map(({ attendee }) => attendee),
      at,
    )
  for (const { attendee, digest, row } of changed) {
    const held = readHeld(store, row)
    if (held !== undefined) updateAttendee(store, held, attendee, digest, sighting, batch)
  }
  if (same.length > 0)
    store.run(
      'UPDATE facets SET seen_at = ?, generation = coalesce(?, generation) WHERE row IN (SELECT value FROM json_each(?))',
      at,
      generation,
      JSON.stringify(same),
    )
  return attendees.map(({ id }) => saved.get(id) ?? 0)
}

/**
 * Upserts attendees with their identifiers, reasons and index entries, and returns their rows, part by part. An attendee
 * that is the same as before costs a comparison and a note that it was seen. All parts share one writing of every index,
 * which is what costs most. `generation` null: seen as members only, so a run of the attendee list says nothing about them
 * yet.
 */
export const saveSeen = (store: Store, parts: SeenAttendees[]): number[][] => {
  let batch = startBatch(store)
  const rows = parts.map((part) => {
    if (part.attendees.some(({ id }) => batch.touched.has(id))) {
      finishBatch(store, batch)
      batch = startBatch(store)
    }
    return savePart(store, part, batch)
  })
  finishBatch(store, batch)
  return rows
}

/** Upserts attendees that were seen together, and returns their rows; see `saveSeen`. */
export const saveAttendees = (
  store: Store,
  attendees: AttendeeRecord[],
  generation: number | null,
  at: number,
): number[] => saveSeen(store, [{ attendees, generation, at }])[0] ?? []

/** Upserts one attendee; see `saveSeen`. */
export const saveAttendee = (store: Store, attendee: AttendeeRecord, generation: number | null, at: number): number =>
  saveAttendees(store, [attendee], generation, at)[0] ?? 0

/** Deletes attendees with everything that hangs on them, index entries included. */
export const deleteAttendees = (store: Store, rows: number[]): void => {
  const texts = noTextWrites()
  for (const row of rows) {
    const found = store.get<{ id: string; provider: AttendeeRecord['provider']; identifiers: string }>(
      'SELECT id, provider, identifiers FROM attendees WHERE row = ?',
      row,
    )
    if (found === undefined) continue
    removeText(texts, row)
    removeKeys(store, row, keysOf(found.provider, unpackIdentifiers(found.identifiers)))
    store.run('DELETE FROM members WHERE attendee_id = ?', found.id)
    store.run('DELETE FROM facets WHERE row = ?', row)
    store.run('DELETE FROM attendees WHERE row = ?', row)
  }
  writeTexts(store, texts)
}
