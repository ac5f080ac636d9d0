import { beforeEach, describe, expect, it } from 'vitest'
import type { AttendeeQuery } from '#shared/domain/attendees.ts'
import type { AttendeeRecord } from '#shared/domain/records.ts'
import { identify } from '#shared/identifiers/identify.ts'
import { NOTHING_ELSE } from '../testing/records.ts'
import { deleteAttendees, saveAttendees } from './attendees.ts'
import { openDatabase } from './open.ts'
import { countAttendees, listAttendees } from './search.ts'
import { createStore, type Store } from './statements.ts'
import { tidySlice } from './upkeep.ts'

const attendee = (id: string, changes: Partial<AttendeeRecord> = {}): AttendeeRecord => ({
  id,
  accountId: 'x-account',
  provider: 'x',
  providerId: `1${id}`,
  name: `Person ${id}`,
  ...NOTHING_ELSE,
  identifiers: [
    { kind: 'internal', value: `1${id}`, source: 'attendee' },
    { kind: 'public', value: `handle_${id}`, source: 'attendee' },
  ],
  ...changes,
})

let store: Store
beforeEach(() => {
  store = createStore(openDatabase(':memory:'))
})

const query: AttendeeQuery = {
  text: '',
  provider: null,
  accountId: null,
  reason: null,
  sort: 'name',
  offset: 0,
  limit: 100,
  effort: 'full',
}
const found = (text: string): string[] =>
  listAttendees(store, { ...query, text }, identify(text).candidates).rows.map(({ id }) => id)
const changes = (): number => store.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0
const many = Array.from({ length: 1_000 }, (_, index) => attendee(String(index).padStart(5, '0')))

describe('saving attendees again', () => {
  it('notes an unchanged attendee as seen and writes nothing else', () => {
    const [row] = saveAttendees(store, [attendee('a')], 1, 10)
    const before = changes()
    expect(saveAttendees(store, [attendee('a')], 2, 20)).toEqual([row])
    expect(changes() - before).toBe(1)
    expect(store.get('SELECT seen_at, generation FROM facets')).toEqual({ seen_at: 20, generation: 2 })
  })

  it('finds the new name and no longer the old one, and keeps identifiers that are no longer reported', () => {
    saveAttendees(store, [attendee('a', { name: 'Ada Lovelace' })], 1, 10)
    const renamed = attendee('a', {
      name: 'Grace Hopper',
      identifiers: [{ kind: 'public', value: 'amazing', source: 'attendee' }],
    })
    saveAttendees(store, [renamed], 1, 20)
    expect(found('lovelace')).toEqual([])
    expect(found('ovelac')).toEqual([])
    expect(found('hopper')).toEqual(['a'])
    expect(found('handle_a')).toEqual(['a'])
    expect(found('@amazing')).toEqual(['a'])
    expect(countAttendees(store, { text: '', accountId: null, reason: null }, []).x).toBe(1)
  })

  it('takes the later one of two records of one person in a page', () => {
    saveAttendees(store, [attendee('a', { name: 'First' }), attendee('a', { name: 'Second' })], 1, 10)
    expect(found('second')).toEqual(['a'])
    expect(found('first')).toEqual([])
  })

  it('leaves nothing of a deleted attendee behind', () => {
    const rows = saveAttendees(store, many, 1, 10)
    deleteAttendees(store, rows)
    for (const table of ['attendees', 'facets', 'keys'])
      expect(store.get(`SELECT count(*) AS n FROM ${table}`)).toEqual({ n: 0 })
    expect(store.get('SELECT coalesce(sum(n), 0) AS n FROM tallies')).toEqual({ n: 0 })
    expect(found('person')).toEqual([])
    expect(found('erso')).toEqual([])
  })
})

describe('tidying the indexes', () => {
  it('comes to an end, finds the same people, and drops empty counts', () => {
    for (let from = 0; from < many.length; from += 20) saveAttendees(store, many.slice(from, from + 20), 1, 10)
    deleteAttendees(store, saveAttendees(store, [attendee('zz', { name: 'Zoe' })], 1, 10))
    const before = [found('person 00'), found('erson'), found('handle_00042')]
    let slices = 0
    while (tidySlice(store)) slices += 1
    expect(slices).toBeLessThan(1_000)
    expect([found('person 00'), found('erson'), found('handle_00042')]).toEqual(before)
    expect(store.get('SELECT count(*) AS n FROM tallies WHERE n <= 0')).toEqual({ n: 0 })
  })
})
