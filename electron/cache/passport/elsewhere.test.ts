import { beforeEach, describe, expect, it } from 'vitest'
import type { Elsewhere } from '#shared/domain/attendees.ts'
import type { Provider } from '#shared/domain/providers.ts'
import type { AttendeeRecord, IdentifierFact } from '#shared/domain/records.ts'
import { NOTHING_ELSE } from '../../testing/records.ts'
import { saveAttendees } from '../attendees.ts'
import { openDatabase } from '../open.ts'
import { createStore, type Store } from '../statements.ts'
import { companiesIn } from './namesakes.ts'
import { passportOf } from './passport.ts'

const NAMES = ['Ada Lovelace', 'Grace Hopper']

const attendee = (
  id: string,
  provider: Provider,
  identifiers: Omit<IdentifierFact, 'source'>[],
  changes: Partial<AttendeeRecord> = {},
): AttendeeRecord => ({
  id,
  accountId: `${provider}-account`,
  provider,
  providerId: `1${id}`,
  name: `Person ${id}`,
  ...NOTHING_ELSE,
  identifiers: identifiers.map((fact) => ({ ...fact, source: 'attendee' })),
  ...changes,
})

let store: Store
beforeEach(() => {
  store = createStore(openDatabase(':memory:'))
})
const elsewhere = (id: string): Elsewhere[] => passportOf(store, id, [])?.elsewhere ?? []
const told = (id: string): string[] =>
  elsewhere(id).map(({ row, certainty, evidence }) => `${row.id} ${certainty}: ${evidence}`)

describe('the same person elsewhere', () => {
  it('is certain by member number, likely by phone and e-mail, possible by an equal handle', () => {
    saveAttendees(
      store,
      [
        attendee('a', 'linkedin', [
          { kind: 'member-number', value: '4711' },
          { kind: 'phone', value: '+33612345678' },
          { kind: 'email', value: 'Ada@Example.org' },
          { kind: 'public', value: 'ada-lovelace' },
        ]),
        attendee('b', 'linkedin', [{ kind: 'member-number', value: '4711' }], { accountId: 'other' }),
        attendee('c', 'whatsapp', [{ kind: 'public', value: '33612345678@s.whatsapp.net' }]),
        attendee('d', 'messenger', [{ kind: 'email', value: 'ada@example.org' }]),
        attendee('e', 'instagram', [{ kind: 'public', value: 'ada-lovelace' }]),
        attendee('f', 'telegram', [{ kind: 'public', value: '+33612345678' }]),
        attendee('z', 'x', [{ kind: 'public', value: 'somebody' }]),
      ],
      1,
      1,
    )
    expect(told('a')).toEqual([
      'b certain: Same LinkedIn member number: 4711',
      'c likely: Same phone number: +33612345678',
      'f likely: Same phone number: +33612345678',
      'd likely: Same e-mail address: Ada@Example.org',
      'e possible: Equal public id: ada-lovelace',
    ])
    expect(told('c')).toEqual([
      'a likely: Same phone number: +33612345678',
      'f likely: Same phone number: +33612345678',
    ])
    expect(elsewhere('a').every(({ why, verdict }) => why.endsWith('.') && verdict === null)).toBe(true)
    expect(told('z')).toEqual([])
  })

  it('is certain by a phone that the same provider gave to one user, and tells nothing weaker beside it', () => {
    const identifiers = [
      { kind: 'public', value: '33612345678@s.whatsapp.net' },
      { kind: 'phone', value: '+33612345678' },
    ] as const
    saveAttendees(store, [attendee('a', 'whatsapp', [...identifiers])], 1, 1)
    saveAttendees(store, [attendee('b', 'whatsapp', [...identifiers], { accountId: 'old phone' })], 1, 1)
    expect(told('a')).toEqual(['b certain: Same phone number: +33612345678'])
  })

  it('is nobody whose id differs in the case of a letter', () => {
    saveAttendees(store, [attendee('a', 'linkedin', [{ kind: 'internal', value: 'ACoAAb' }])], 1, 1)
    saveAttendees(store, [attendee('b', 'linkedin', [{ kind: 'internal', value: 'ACoAAB' }])], 1, 1)
    expect(told('a')).toEqual([])
  })
})

describe('name and company', () => {
  const named = (id: string, name: string, headline: string | null, provider: Provider = 'x'): AttendeeRecord =>
    attendee(id, provider, [{ kind: 'internal', value: `1${id}` }], { name, headline })

  it('link people only when both are the same', () => {
    saveAttendees(
      store,
      [
        named('a', 'Ada Lovelace', 'Analyst at Northwind Ltd | Speaker', 'linkedin'),
        named('b', 'Ada  LOVELACE', 'northwind ltd: numbers'),
        named('c', 'Ada Lovelace', 'Analyst at Contoso'),
        named('d', 'Ada Lovelace', 'Northwind Ltdx'),
        named('e', 'Ada', 'Analyst at Northwind Ltd'),
        named('f', 'Ada Lovelace', null),
      ],
      1,
      1,
    )
    expect(told('a')).toEqual(['b possible: Same name and company: Northwind Ltd'])
    expect(told('b')).toEqual(['a possible: Same name and company: Northwind Ltd'])
    expect(told('e')).toEqual([])
  })

  it('say nothing when many people have the name', () => {
    const many = Array.from({ length: 26 }, (_, index) => named(`n${index}`, NAMES[0] ?? '', 'Analyst at Contoso'))
    saveAttendees(store, [...many, named('g', NAMES[1] ?? '', 'Admiral at Contoso')], 1, 1)
    expect(told('n0')).toEqual([])
  })

  it('are found through the index of names', () => {
    const plan = store.all<{ detail: string }>(
      'EXPLAIN QUERY PLAN SELECT row FROM attendees WHERE sort_title = ? LIMIT 26',
      'x',
    )
    expect(plan.map(({ detail }) => detail).join()).toMatch(/SEARCH attendees USING COVERING INDEX/)
  })

  it.each([
    ['Engineer at Contoso', ['Contoso']],
    ['CTO @ Northwind GmbH | Speaker | 🚀', ['Northwind GmbH']],
    ['Analyst · 星河科技', ['星河科技']],
    ['Open to work', []],
    ['Working at home', []],
    ['Looking at the', []],
  ])('reads the companies in "%s"', (headline, companies) => {
    expect(companiesIn(headline).map(({ name }) => name)).toEqual(companies)
  })
})
