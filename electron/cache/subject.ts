import type { SubjectData } from '#shared/domain/privacy.ts'
import { keyOf, keyText } from './match-keys.ts'
import { personOf } from './person.ts'
import type { Store } from './statements.ts'
import { bindings, readTraces } from './traces.ts'

/** Bookkeeping of the cache that says nothing about the person. */
const INTERNAL = new Set(['row', 'list_no', 'sort_title', 'nameless', 'generation', 'no', 'identifiers', 'data'])

/** One stored row as names and texts; JSON columns stay JSON. */
const fieldsOf = (row: object): SubjectData['sections'][number]['records'][number] =>
  Object.entries(row)
    .filter(([name, value]) => value !== null && (!INTERNAL.has(name) || name === 'data'))
    .map(([name, value]) => ({ name, value: String(value) }))

/** Everything that the cache holds about the person behind a postpress ID. Throws `not-found`. */
export const subjectData = (store: Store, attendeeId: string): SubjectData => {
  const person = personOf(store, attendeeId)
  const keys = person.identifiers.map((one) => keyText(keyOf(person.provider, one)))
  const identifiers = person.identifiers.map(({ kind, value, product, source, seenAt }) => [
    { name: 'kind', value: kind },
    { name: 'value', value },
    { name: 'source', value: source },
    ...(product === null ? [] : [{ name: 'product', value: product as string }]),
    ...(seenAt === null ? [] : [{ name: 'last seen at', value: String(seenAt) }]),
  ])
  const sections = readTraces(store, bindings(person, keys))
    .filter(({ rows }) => rows.length > 0)
    .map(({ what, rows }) => ({ what, records: rows.map(fieldsOf) }))
  const facets = store.all<object>(
    'SELECT row, seen_at, last_activity_at FROM facets WHERE row IN (SELECT value FROM json_each(?))',
    JSON.stringify(person.rows),
  )
  return {
    provider: person.provider,
    postpressIds: person.postpressIds,
    sections: [
      ...sections.filter(({ what }) => what === 'attendees'),
      { what: 'identifiers', records: identifiers },
      { what: 'last seen', records: facets.map(fieldsOf) },
      ...sections.filter(({ what }) => what !== 'attendees'),
    ],
  }
}
