import { describe, expect, it } from 'vitest'
import { openDatabase } from './open.ts'
import { TRACES } from './traces.ts'

/** Tables that go with the row of an attendee, relation or profile: by triggers, or by the code that deletes attendees. */
const DEPENDENT = ['facets', 'keys', 'departed', 'profile_keys', 'raw']
/** Tables that say nothing about a person who can be forgotten. */
const IMPERSONAL = ['accounts', 'owners', 'lists', 'tallies', 'checkpoints', 'lookups', 'facts', 'runs', 'forgotten']

describe('what is known of a person', () => {
  it('is looked for in every table: a new one must say where it belongs before it can hold people', () => {
    const db = openDatabase(':memory:')
    const tables = db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT LIKE 'words%' AND name NOT LIKE 'fragments%'`,
      )
      .pluck()
      .all() as string[]
    db.close()
    const covered = new Set([...TRACES.map(({ table }) => table), ...DEPENDENT, ...IMPERSONAL])
    expect(tables.filter((table) => !covered.has(table))).toEqual([])
  })
})
