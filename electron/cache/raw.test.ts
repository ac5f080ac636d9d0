import { beforeEach, describe, expect, it } from 'vitest'
import type { AttendeeRecord, ProfileRecord, RelationRecord } from '#shared/domain/records.ts'
import { NOTHING_ELSE } from '../testing/records.ts'
import type { CacheMethods, Checkpoint, SyncPage } from './cache.ts'
import { createMethods } from './methods.ts'
import { openDatabase } from './open.ts'

const INTERNAL = 'ACoAACyqrxsBPkj5lkYEno55nan46cvhSg35gbk'

const person = (id: string, raw?: string): AttendeeRecord => ({
  id,
  accountId: 'li',
  provider: 'linkedin',
  providerId: INTERNAL,
  name: `Person ${id}`,
  ...NOTHING_ELSE,
  identifiers: [{ kind: 'internal', value: INTERNAL, product: 'classic', source: 'attendee' }],
  ...(raw === undefined ? {} : { raw }),
})

const relation: RelationRecord = {
  accountId: 'li',
  provider: 'linkedin',
  internalId: INTERNAL,
  publicId: 'p',
  name: 'P',
  headline: null,
  profileUrl: null,
  since: null,
  raw: '{"a":"relation"}',
}

const profile: ProfileRecord = {
  accountId: 'li',
  provider: 'linkedin',
  product: null,
  internalId: INTERNAL,
  name: 'P',
  headline: null,
  location: null,
  profileUrl: null,
  networkDistance: null,
  contact: null,
  details: [],
  throttledSections: [],
  identifiers: [{ kind: 'internal', value: INTERNAL, product: 'classic', source: 'profile' }],
  fetchedAt: 9,
  raw: '{"a":"profile"}',
}

const checkpoint = (resource: Checkpoint['resource'], generation: number, state: Checkpoint['state']): Checkpoint => ({
  accountId: 'li',
  resource,
  generation,
  state,
  cursor: null,
  pages: 1,
  items: 1,
  problems: 0,
  startedAt: 1,
  completedAt: state === 'done' ? 2 : null,
  failure: null,
})

const page = (items: AttendeeRecord[], generation = 1, at = 5): SyncPage => ({
  resource: 'attendees',
  items,
  checkpoint: checkpoint('attendees', generation, 'done'),
  problems: [],
  at,
})

const subject = { attendeeId: 'one', accountId: 'li', provider: 'linkedin', internalId: INTERNAL } as const

let cache: CacheMethods
let db: ReturnType<typeof openDatabase>
beforeEach(() => {
  db = openDatabase(':memory:')
  cache = createMethods(db)
})

describe('answers as received', () => {
  it('are not kept until the workspace opts in, whatever a page brings', () => {
    cache.savePage(page([person('one', '{"secret":"SSS-1"}')]))
    cache.saveProfile(profile)
    expect(cache.rawOf(subject)).toEqual({ on: false, answers: [] })
    expect(db.serialize().includes('SSS-1')).toBe(false)
    expect(db.serialize().includes('"a":"profile"')).toBe(false)
  })

  it('are kept with the page that brings them: attendee, relation, profile', () => {
    expect(cache.keepRaw(true)).toEqual({ on: true, answers: 0 })
    cache.savePage(page([person('one', '{"a":"attendee"}')]))
    const relations: SyncPage = {
      resource: 'relations',
      items: [relation],
      checkpoint: checkpoint('relations', 1, 'done'),
      problems: [],
      at: 6,
    }
    cache.savePage(relations)
    cache.saveProfile(profile)
    expect(cache.rawOf(subject)).toEqual({
      on: true,
      answers: [
        { source: 'attendee', json: '{"a":"attendee"}', receivedAt: 5 },
        { source: 'relation', json: '{"a":"relation"}', receivedAt: 6 },
        { source: 'profile', json: '{"a":"profile"}', receivedAt: 9 },
      ],
    })
    // What the cache compares is the same with and without: a field that it does not use makes nobody "changed".
    cache.savePage(page([person('one', '{"a":"attendee 2"}')], 2, 7))
    expect(cache.rawOf(subject).answers[0]).toEqual({ source: 'attendee', json: '{"a":"attendee 2"}', receivedAt: 7 })
    expect(cache.passport('one')?.changes).toEqual([])
  })

  it('are rolled back with their page', () => {
    cache.keepRaw(true)
    const broken = {
      ...page([person('one', '{"a":1}')]),
      problems: [{ itemId: null, reason: null as unknown as string }],
    }
    expect(() => cache.savePage(broken)).toThrow()
    expect(cache.rawKeeping()).toEqual({ on: true, answers: 0 })
  })

  it('are deleted when keeping is switched off', () => {
    cache.keepRaw(true)
    cache.savePage(page([person('one', '{"secret":"SSS-2"}')]))
    expect(db.serialize().includes('SSS-2')).toBe(true)
    expect(cache.keepRaw(false)).toEqual({ on: false, answers: 0 })
    expect(db.serialize().includes('SSS-2')).toBe(false)
  })

  it('go with the person', () => {
    cache.keepRaw(true)
    cache.savePage(page([person('one', '{"a":1}')]))
    cache.saveProfile(profile)
    expect(cache.rawKeeping().answers).toBe(2)
    // The next complete run does not meet the person; long after, they are deleted.
    cache.savePage(page([], 2, 10))
    const later = 10 + 31 * 24 * 3_600_000
    cache.savePage(page([], 3, later))
    expect(cache.passport('one')).toBeNull()
    expect(cache.rawOf(subject).answers.map(({ source }) => source)).toEqual(['profile'])
    db.prepare('DELETE FROM profiles').run()
    expect(cache.rawKeeping().answers).toBe(0)
  })
})
