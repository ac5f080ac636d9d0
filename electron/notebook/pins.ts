import * as z from 'zod'
import { PersonRef, PersonSnapshot } from '#shared/domain/cases.ts'
import { AppError } from '#shared/domain/errors.ts'
import type { Store } from '../cache/statements.ts'
import type { StoredCase } from './cases.ts'

/** A pinned person: who it was when they were pinned. Times are ms. */
export interface StoredPin {
  key: string
  note: string
  pinnedAt: number
  ref: PersonRef
  person: PersonSnapshot
}

interface Row {
  person_key: string
  note: string
  person: string
  pinned_at: number
}

const WrittenPin = z.object({ ref: PersonRef, person: PersonSnapshot })
type WrittenPin = z.infer<typeof WrittenPin>

/** Stands for a person whose data a damaged file no longer holds: the note and the rest of the case stay readable. */
const unreadable = (row: Row): WrittenPin => ({
  ref: { kind: 'attendee', id: row.person_key.slice(0, 200) },
  person: {
    attendeeId: row.person_key,
    provider: 'linkedin',
    title: row.person_key,
    nameless: true,
    headline: null,
    account: { id: '', name: 'Account' },
    identifiers: [],
    known: { state: 'unknown', summary: 'What was written down is damaged.', sentences: [], becomesKnown: null },
    elsewhere: [],
    takenAt: row.pinned_at,
  },
})

const readWritten = (row: Row): WrittenPin => {
  try {
    return WrittenPin.parse(JSON.parse(row.person))
  } catch {
    return unreadable(row)
  }
}

const toPin = (row: Row): StoredPin => ({
  key: row.person_key,
  note: row.note,
  pinnedAt: row.pinned_at,
  ...readWritten(row),
})

const gone = (): AppError => new AppError('not-found', 'This person is no longer pinned to the case.')

/** The people of a case in the order in which they were pinned. */
export const readPins = (store: Store, caseId: string): StoredPin[] =>
  store
    .all<Row>(
      `SELECT person_key, note, person, pinned_at FROM pins WHERE case_id = ? AND removed_at IS NULL
       ORDER BY pinned_at, person_key`,
      caseId,
    )
    .map(toPin)

/** Pins a person, or pins again whoever was taken off: their note is kept. */
export const addPin = (store: Store, caseId: string, pin: StoredPin): void =>
  void store.run(
    `INSERT INTO pins (case_id, person_key, note, person, pinned_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET person = excluded.person, removed_at = NULL`,
    caseId,
    pin.key,
    pin.note,
    JSON.stringify({ ref: pin.ref, person: pin.person } satisfies WrittenPin),
    pin.pinnedAt,
  )

/** Throws `not-found`. */
export const annotatePin = (store: Store, caseId: string, key: string, note: string): void => {
  const { changes } = store.run(
    'UPDATE pins SET note = ? WHERE case_id = ? AND person_key = ? AND removed_at IS NULL',
    note,
    caseId,
    key,
  )
  if (changes === 0) throw gone()
}

/** Takes a person off a case, or with null brings them back. Throws `not-found`. */
export const removePin = (store: Store, caseId: string, key: string, removedAt: number | null): void => {
  const { changes } = store.run(
    'UPDATE pins SET removed_at = ? WHERE case_id = ? AND person_key = ?',
    removedAt,
    caseId,
    key,
  )
  if (changes === 0) throw gone()
}

/** Cases that hold a person under any of these keys. */
export const casesHolding = (store: Store, keys: string[]): Pick<StoredCase, 'id' | 'title' | 'closedAt'>[] =>
  store.all(
    `SELECT DISTINCT c.id, c.title, c.closed_at AS closedAt FROM json_each(?) k
     JOIN pins p ON p.person_key = k.value JOIN cases c ON c.id = p.case_id
     WHERE p.removed_at IS NULL AND c.removed_at IS NULL ORDER BY c.changed_at DESC, c.id`,
    JSON.stringify(keys),
  )
