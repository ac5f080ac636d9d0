import { describe, expect, it } from 'vitest'
import type { AttendeeRecord, IdentifierFact } from '#shared/domain/records.ts'
import { digestOf } from './digest.ts'

const identifier: Required<IdentifierFact> = {
  kind: 'public',
  value: 'zoe-muller',
  display: 'Zoe-Muller',
  product: 'classic',
  source: 'attendee',
}
/** Every field there is: the compiler asks for a new one here, and the test below asks for it in the fingerprint. */
const whole: Required<AttendeeRecord> = {
  id: 'a',
  accountId: 'b',
  provider: 'linkedin',
  providerId: 'c',
  name: 'Zoë',
  isSelf: false,
  hidden: false,
  headline: 'Engineer',
  location: 'Lyon',
  profileUrl: 'https://example.com',
  networkDistance: 'DISTANCE_1',
  contact: { source: 'attendee', evidence: 'contact: true' },
  phoneHidden: false,
  identifiers: [identifier],
  raw: '{}',
}

const other = (value: unknown): unknown =>
  typeof value === 'boolean' ? !value : typeof value === 'string' ? `${value}x` : value === null ? 'null' : null

describe('digestOf', () => {
  it('is the same for the same content, whatever was kept as received', () => {
    expect(digestOf(structuredClone(whole))).toBe(digestOf(whole))
    expect(digestOf({ ...whole, raw: '{"other":1}' })).toBe(digestOf(whole))
  })

  const fields = Object.keys(whole).filter((name) => name !== 'raw' && name !== 'identifiers')
  it.each(fields)('notices a change of %s', (name) => {
    const changed = { ...whole, [name]: other(whole[name as keyof AttendeeRecord]) }
    expect(digestOf(changed)).not.toBe(digestOf(whole))
  })

  it.each(Object.keys(identifier))('notices a change of an identifier: %s', (name) => {
    const changed = { ...identifier, [name]: other(identifier[name as keyof IdentifierFact]) }
    expect(digestOf({ ...whole, identifiers: [changed] })).not.toBe(digestOf(whole))
  })

  it.each([
    ['an identifier more', { identifiers: [identifier, identifier] }],
    ['none', { identifiers: [] }],
    ['a text in the next field', { headline: 'EngineerLyon', location: '' }],
    ['nothing, not the word', { headline: null, location: 'null' }],
    ['the word, not nothing', { headline: 'null', location: null }],
  ])('notices %s', (_, change) => {
    const one = digestOf({ ...whole, ...change })
    expect(one).not.toBe(digestOf(whole))
    expect(one).not.toBe(digestOf({ ...whole, headline: null, location: null }))
  })
})
