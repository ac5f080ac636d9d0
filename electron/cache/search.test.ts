import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AttendeeRow } from '#shared/domain/attendees.ts'
import type { AttendeeRecord } from '#shared/domain/records.ts'
import { fold, wordsOf } from '#shared/text/fold.ts'
import type { CacheMethods } from './cache.ts'
import { byId, crowdedCache, ids, people, personAt, ROWS, searchIn } from './testing/crowd.ts'

/*
 * The search against a scan of 20,000 people: whoever a scan finds by identifier, beginning or word is found, nobody is
 * shown whom the scan does not find, and the order holds.
 */
let cache: CacheMethods
beforeAll(() => {
  cache = crowdedCache()
})

const search = (text: string): AttendeeRow[] => searchIn(cache, text)

const valuesOf = (person: AttendeeRecord): string[] => [
  person.id,
  ...person.identifiers.map(({ value }) => fold(value)),
]

/** Every way in which a scan would call it a match. */
const isMatch = (person: AttendeeRecord, text: string): boolean => {
  const folded = fold(text).replace(/^@/, '')
  const own = wordsOf([person.name, person.headline ?? '', ...person.identifiers.map(({ value }) => value)].join(' '))
  const texts = [fold(person.name), fold(person.headline ?? ''), ...valuesOf(person)]
  const digits = text.replace(/\D/g, '').replace(/^0+/, '')
  return (
    texts.some((one) => one.includes(folded)) ||
    folded.split(' ').every((piece) => texts.some((one) => one.includes(piece))) ||
    wordsOf(text).every((word) => own.some((one) => one.startsWith(word))) ||
    (/^[+\d\s().-]+$/.test(text) && digits.length >= 3 && valuesOf(person).some((value) => value.includes(digits)))
  )
}

const person = fc.integer({ min: 0, max: ROWS - 1 }).map((index) => people[index] ?? personAt(0))

describe('search against a scan', () => {
  it('finds everybody by every identifier, first of all rows, in any case', () => {
    fc.assert(
      fc.property(person, fc.boolean(), ({ id, identifiers, name }, upper) => {
        for (const { value } of identifiers) {
          const rows = search(upper ? value.toUpperCase() : value)
          expect(rows[0]?.id, `${value} of ${name}`).toBe(id)
        }
        expect(search(id)[0]?.id).toBe(id)
      }),
      { numRuns: 60 },
    )
  })

  it('finds everybody by the beginning of every identifier, of the name and of every word', () => {
    fc.assert(
      fc.property(person, fc.integer({ min: 9, max: 14 }), ({ id, identifiers, name, headline }, length) => {
        const words = [...wordsOf(name), ...wordsOf(headline ?? '')]
        const asked = [
          ...identifiers.map(({ value }) => value.slice(0, length)),
          name.slice(0, length),
          // Together, because one word has thousands of people; in the other order, without accents.
          words.reverse().join(' '),
        ]
        for (const text of asked) expect(ids(search(text)), text).toContain(id)
      }),
      { numRuns: 40 },
    )
  })

  it('finds people by the middle of names and identifiers and by the last digits of a phone', () => {
    const whatsapp = people.find(({ provider, identifiers }) => provider === 'whatsapp' && identifiers.length > 1)
    const phone = whatsapp?.identifiers[1]?.value.split('@')[0] ?? ''
    expect(ids(search(phone.slice(-8)))).toContain(whatsapp?.id)
    expect(ids(search(`0${phone.slice(2, 3)} ${phone.slice(3, 5)} ${phone.slice(5)}`))).toContain(whatsapp?.id)
    expect(ids(search(`+33 (${phone.slice(2, 5)}) ${phone.slice(5)}`))[0]).toBe(whatsapp?.id)
    for (const [middle, whole] of [
      ['ürg', 'Jürgen'],
      ['arch', 'Marchand'],
      ['ukasz', 'Łukasz'],
      ['明', '小明'],
      ['اطم', 'فاطمة'],
    ] as const) {
      const found = search(middle)
      const wanted = people.filter(({ name }) => name.includes(whole))
      expect(found.length, middle).toBeGreaterThanOrEqual(Math.min(wanted.length, 1_000))
      expect(found.every(({ id }) => isMatch(byId.get(id) ?? personAt(0), middle))).toBe(true)
    }
  })

  it('shows nobody whom a scan does not find', () => {
    const words = fc.constantFrom(
      'anna',
      'jürg',
      'LEE',
      'maria g',
      'weiss',
      'leem',
      'o con',
      '小',
      '明王',
      'talent',
      '336',
      '9 99',
      'user.a',
      'ito a',
      'فاط',
      'ng',
      'ipek',
    )
    fc.assert(
      fc.property(words, (text) => {
        const rows = search(text)
        const wrong = rows.filter(({ id }) => !isMatch(byId.get(id) ?? personAt(0), text))
        expect(wrong.map(({ title }) => title)).toEqual([])
        expect(new Set(ids(rows)).size).toBe(rows.length)
      }),
      { numRuns: 40 },
    )
  })

  it('puts name beginnings before words before fragments, whole words first, and contact before chat before the rest', () => {
    const tier = (row: AttendeeRow, text: string): number =>
      fold(row.title).startsWith(text)
        ? 0
        : wordsOf(`${row.title} ${row.headline ?? ''}`).some((word) => word.startsWith(text))
          ? 1
          : 2
    const weight = ({ reasons }: AttendeeRow): number =>
      reasons.includes('contact') ? 0 : reasons.includes('chat') ? 1 : reasons.includes('group') ? 2 : 3
    for (const text of ['lee', 'mar', 'ann', 'oyv']) {
      const tiers = search(text).map((row) => tier(row, text))
      expect(tiers, text).toEqual([...tiers].sort((a, b) => a - b))
    }
    const few = search('baker lee anna')
    const hasWhole = ({ title }: AttendeeRow): boolean => wordsOf(title).includes('lee')
    const whole = few.filter(hasWhole)
    const begun = few.filter((row) => !hasWhole(row))
    expect(few).toEqual([...whole, ...begun])
    for (const group of [whole, begun]) {
      expect(group.length).toBeGreaterThan(2)
      expect(group.map(weight)).toEqual(group.map(weight).sort((a, b) => a - b))
      const contacts = group.filter((row) => weight(row) === 0).map((row) => row.lastActivityAt ?? 0)
      expect(contacts).toEqual([...contacts].sort((a, b) => b - a))
    }
  })

  it('names the field that matched when it is not the name', () => {
    const shownFor = (text: string): (string | null)[] => {
      const [row] = search(text)
      return [row?.match ?? null, row?.matchText ?? null]
    }
    const messenger = people.find(({ provider }) => provider === 'messenger')
    const name = messenger?.identifiers[1]?.value ?? ''
    expect(shownFor(name)).toEqual(['Username', name])
    expect(shownFor('logiciel')).toEqual(['Headline', null])
    expect(shownFor('anna')).toEqual([null, null])
  })
})
