import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AttendeeRow } from '#shared/domain/attendees.ts'
import type { AttendeeRecord, IdentifierFact } from '#shared/domain/records.ts'
import { fold, wordsOf } from '#shared/text/fold.ts'
import { NOTHING_ELSE, runningCheckpoint } from '../testing/records.ts'
import type { CacheMethods } from './cache.ts'
import { createMethods } from './methods.ts'
import { openDatabase } from './open.ts'
import { byId, crowdedCache, personAt, searchIn } from './testing/crowd.ts'

const OPAQUE = 'ACoAAB1AnLe9xkQ2fJcb7wzMtrV0sYdPgHk'

const linkedin = (
  n: number,
  name: string,
  headline: string | null,
  publicId: string,
  more: IdentifierFact[] = [],
): AttendeeRecord => ({
  ...NOTHING_ELSE,
  id: `QZ${n}xkcvbQZWRTYPSDFGHJ`,
  accountId: 'account',
  provider: 'linkedin',
  providerId: `${OPAQUE}${n}`,
  name,
  headline,
  identifiers: [
    { kind: 'internal', value: `${OPAQUE}${n}`, source: 'attendee' },
    { kind: 'public', value: publicId, source: 'attendee' },
    ...more,
  ],
})

const cacheOf = (items: AttendeeRecord[]): CacheMethods => {
  const cache = createMethods(openDatabase(':memory:'))
  for (const accountId of new Set(items.map((one) => one.accountId)))
    cache.savePage({
      resource: 'attendees',
      items: items.filter((one) => one.accountId === accountId),
      problems: [],
      at: 5,
      checkpoint: runningCheckpoint(accountId, 'attendees'),
    })
  return cache
}

/** What the only person found for a text is said to have matched by. */
const explained = (person: AttendeeRecord, text: string): [match: string | null, value: string | null] => {
  const rows = searchIn(cacheOf([person]), text)
  expect(rows.length, text).toBe(1)
  return [rows[0]?.match ?? null, rows[0]?.matchText ?? null]
}

describe('what a row says it matched by', () => {
  const kwame = linkedin(1, 'Kwame Gallagher', 'Founder at Cobalt Legal', 'kwame-any-4211')

  it('is nothing where the name holds the whole query', () => {
    expect(explained(kwame, 'kwame')).toEqual([null, null])
    expect(explained(kwame, 'gall KWA')).toEqual([null, null])
  })

  it('is the one field that holds the whole query', () => {
    expect(explained(kwame, 'legal cob')).toEqual(['Headline', null])
    expect(explained(kwame, 'any kwame')).toEqual(['Public ID', 'kwame-any-4211'])
  })

  it('is the field with most of the words that the name leaves open, of two the one that has no column', () => {
    expect(explained(kwame, 'an le')).toEqual(['Headline', null])
    expect(explained(kwame, 'any cobalt legal')).toEqual(['Headline', null])
    expect(explained(kwame, 'kwame legal')).toEqual(['Headline', null])
    expect(explained(kwame, 'gallagher any')).toEqual(['Public ID', 'kwame-any-4211'])
    expect(explained(kwame, 'gallagher any legal')).toEqual(['Headline', null])
    expect(explained(kwame, 'any kwame-any legal')).toEqual(['Public ID', 'kwame-any-4211'])
  })

  it('is known for pieces in the middle of a name and of an identifier', () => {
    expect(explained(kwame, 'allagh 211')).toEqual(['Public ID', 'kwame-any-4211'])
    const phone: IdentifierFact = { kind: 'phone', value: '33612345678', source: 'attendee' }
    expect(explained(linkedin(1, 'Kwame Gallagher', null, 'kg', [phone]), 'allagh 34567')).toEqual([
      'Phone',
      '33612345678',
    ])
  })

  it('is no random id that has the letters of the query by chance', () => {
    expect(explained(linkedin(1, 'Kwame Gallagher', 'Analyst, legal', 'kg'), 'an le')).toEqual(['Headline', null])
    expect(explained(kwame, OPAQUE.slice(0, 20))).toEqual(['Internal ID', `${OPAQUE}1`])
  })

  it('is known for queries in two scripts', () => {
    expect(explained(linkedin(1, '李小明', 'Cobalt Legal', 'xm'), '李 legal')).toEqual(['Headline', null])
    expect(explained(linkedin(1, 'Ada Lee', '产品经理', 'al-1'), 'ada 经理')).toEqual(['Headline', null])
    // The name has both characters, but not side by side as typed.
    expect(explained(linkedin(1, '明小', '小明', 'xm'), '小明')).toEqual(['Headline', null])
  })

  it('is known where an identifier is found in another form than its own', () => {
    const messenger: AttendeeRecord = {
      ...linkedin(1, 'Ada', null, 'ada.b.lindqvist'),
      provider: 'messenger',
      providerId: '100',
      identifiers: [
        { kind: 'internal', value: '100', source: 'attendee' },
        { kind: 'username', value: 'ada.b.lindqvist', source: 'attendee' },
      ],
    }
    expect(explained(messenger, 'adablin')).toEqual(['Username', 'ada.b.lindqvist'])
  })
})

describe('every row of an answer', () => {
  let cache: CacheMethods
  beforeAll(() => {
    cache = crowdedCache()
  })

  const inName = ({ title }: AttendeeRow, text: string): boolean =>
    wordsOf(text).every((word) => wordsOf(title).some((own) => own.startsWith(word))) ||
    fold(text)
      .split(' ')
      .every((piece) => fold(title).includes(piece))

  /** Words of one person, from any of the fields, cut to beginnings. */
  const query = fc
    .record({
      index: fc.nat({ max: 19_999 }),
      picks: fc.array(fc.tuple(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 5 })), { minLength: 2, maxLength: 4 }),
    })
    .map(({ index, picks }) => {
      const { name, headline, identifiers } = personAt(index)
      const words = wordsOf(
        `${name} ${headline ?? ''} ${identifiers[1]?.value.replace('@s.whatsapp.net', '') ?? ''}`,
      ).filter((word) => /^[\p{L}\p{N}]/u.test(word))
      return picks.map(([at, length]) => [...(words[at % words.length] ?? '')].slice(0, length).join('')).join(' ')
    })

  it('says in its name or by a field why it is there', () => {
    let named = 0
    fc.assert(
      fc.property(query, (text) => {
        for (const row of searchIn(cache, text)) {
          if (row.match !== null) named++
          else expect(inName(row, text), `${text}: ${row.title}, ${byId.get(row.id)?.headline}`).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
    expect(named).toBeGreaterThan(0)
  })
})
