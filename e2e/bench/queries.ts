import { createDice } from '../../electron/postpress/simulator/world/dice.ts'
import { attendeeAt } from './data.ts'

export interface BenchQuery {
  kind: string
  text: string
}

/** Kinds of text that people type or paste, each made from attendees of the data set. */
const KINDS: Record<string, (row: ReturnType<typeof attendeeAt>, pick: (n: number) => number) => string> = {
  'one letter': ({ name }) => [...name][0] ?? 'a',
  'two letters': ({ name }) => [...name].slice(0, 2).join(''),
  'three letters': ({ name }) => [...name].slice(0, 3).join(''),
  'first name': ({ name }) => name.split(' ')[0] ?? name,
  'family name': ({ name }) => name.split(' ')[1] ?? name,
  'full name': ({ name }) => name,
  'two words': ({ name }) => name.split(' ').toReversed().join(' '),
  'two beginnings': ({ name }) =>
    name
      .split(' ')
      .map((word) => [...word].slice(0, 3).join(''))
      .join(' '),
  'headline word': ({ headline, name }) => headline?.split(' ')[0] ?? name,
  'internal id': ({ providerId }) => providerId,
  'internal id, beginning': ({ providerId }, pick) => providerId.slice(0, 8 + pick(6)),
  'public id': ({ identifiers }) => identifiers[1]?.value ?? '',
  'public id, beginning': ({ identifiers }, pick) => (identifiers[1]?.value ?? '').slice(0, 5 + pick(4)),
  'public id, middle': ({ identifiers }, pick) => (identifiers[1]?.value ?? '').slice(3, 8 + pick(3)),
  'postpress ID': ({ id }) => id,
  'profile link': ({ identifiers }) => `https://www.linkedin.com/in/${identifiers[1]?.value ?? 'a'}?trk=x`,
  phone: ({ identifiers }) => `+${(identifiers[1]?.value ?? '').replace(/\D/g, '').slice(0, 12)}`,
  'phone, last digits': ({ identifiers }) => (identifiers[1]?.value ?? '').replace(/\D/g, '').slice(-8),
  'middle of a name': ({ name }) => [...name].slice(2, 6).join(''),
  'common digits': (_row, pick) => '0'.repeat(4 + pick(5)),
  'no hit': (_row, pick) => `zq${pick(1_000_000).toString(36)}xwv`,
}

const PER_KIND = 20

/** The same queries for the same number of rows. Phones and links are made where the attendee has one. */
export const benchQueries = (rows: number): BenchQuery[] =>
  Object.entries(KINDS).flatMap(([kind, make]) => {
    const dice = createDice(5, 'queries', kind)
    const wanted = kind.startsWith('phone') ? 'whatsapp' : kind === 'profile link' ? 'linkedin' : null
    const queries: BenchQuery[] = []
    for (let tries = 0; queries.length < PER_KIND && tries < 5_000; tries++) {
      const row = attendeeAt(dice.below(rows))
      const text = row.name === '' || (wanted !== null && row.provider !== wanted) ? '' : make(row, dice.below).trim()
      if (text !== '') queries.push({ kind, text })
    }
    return queries
  })
