import { describe, expect, it } from 'vitest'
import type { Provider } from '#shared/domain/providers.ts'
import type { AttendeeRecord } from '#shared/domain/records.ts'
import { WireAttendee } from '../wire/attendee.ts'
import { mapAttendee } from './attendee.ts'

const CLASSIC = 'ACoAACyqrxsBPkj5lkYEno55nan46cvhSg35gbk'
const SALES = 'ACwAACyqrxsBEwSCyO_EsO_il1HarhwmGPbnaO4'

const map = (provider: Provider, fields: object) =>
  mapAttendee(WireAttendee.parse({ id: 'p1', account_id: 'acc', name: 'Ada', is_self: 0, ...fields }), {
    id: 'acc',
    provider,
  })
const record = (provider: Provider, fields: object): AttendeeRecord => {
  const mapped = map(provider, fields)
  if (!('record' in mapped)) throw new Error(mapped.reason)
  return mapped.record
}
const facts = (provider: Provider, fields: object) =>
  record(provider, fields).identifiers.map(
    ({ kind, value, source, product, display }) =>
      `${kind} ${value} ${source}${product === undefined ? '' : ` ${product}`}${display === undefined ? '' : ` (${display})`}`,
  )

describe('LinkedIn attendees', () => {
  it('gives the id with its product, the member number, the public id and the contact data', () => {
    expect(
      facts('linkedin', {
        provider_id: SALES,
        profile_url: 'https://fr.linkedin.com/in/Ren%C3%A9-Dupont/?x=1',
        specifics: {
          provider: 'LINKEDIN',
          member_urn: 'urn:li:member:749383451',
          contact_info: { emails: ['Ada@Example.org', 'none'], phone_numbers: ['+33 6 00 00 00 00', '06 00 00 00 00'] },
        },
      }),
    ).toEqual([
      'member-number 749383451 attendee',
      `internal ${SALES} attendee sales-navigator`,
      'public rené-dupont attendee (René-Dupont)',
      'email ada@example.org attendee (Ada@Example.org)',
      'phone +33600000000 attendee',
    ])
  })

  it('derives the member number from the id when the urn is missing, and takes an id in a link for an id', () => {
    expect(facts('linkedin', { provider_id: SALES, profile_url: `https://www.linkedin.com/in/${CLASSIC}` })).toEqual([
      `internal ${SALES} attendee sales-navigator`,
      'member-number 749383451 derived',
      `internal ${CLASSIC} attendee classic`,
    ])
  })

  it('keeps an id that it cannot decode, and links of other hosts give nothing', () => {
    expect(
      facts('linkedin', { provider_id: 'company-1035', profile_url: 'https://linkedin.com.evil.example/in/ada' }),
    ).toEqual(['internal company-1035 attendee'])
  })

  it.each([
    ['DISTANCE_1', 'network distance DISTANCE_1'],
    ['DISTANCE_2', undefined],
    ['SOMETHING_NEW', undefined],
  ])('reads network distance %s', (network_distance, evidence) => {
    const found = record('linkedin', { provider_id: CLASSIC, specifics: { network_distance, headline: 'Poet' } })
    expect(found).toMatchObject({ networkDistance: network_distance, headline: 'Poet' })
    expect(found.contact?.evidence).toBe(evidence)
  })

  it('takes network distance SELF for the owner', () =>
    expect(record('linkedin', { provider_id: CLASSIC, specifics: { network_distance: 'SELF' } }).isSelf).toBe(true))
})

describe('WhatsApp attendees', () => {
  it.each([
    ['33600000000@s.whatsapp.net', ['public 33600000000@s.whatsapp.net attendee', 'phone +33600000000 derived']],
    ['33600000000:12@s.whatsapp.net', ['public 33600000000@s.whatsapp.net attendee', 'phone +33600000000 derived']],
    ['33600000000.0:3@c.us', ['public 33600000000@s.whatsapp.net attendee', 'phone +33600000000 derived']],
    ['123456789012345@lid', ['internal 123456789012345@lid attendee']],
    ['33600000000:2@lid', ['internal 33600000000@lid attendee']],
    ['newform', ['internal newform attendee']],
  ])('reads %s', (provider_id, expected) => {
    expect(facts('whatsapp', { provider_id })).toEqual(expected)
    expect(record('whatsapp', { provider_id }).providerId).toBe(provider_id)
  })

  it('pairs a lid with the reported phone', () =>
    expect(
      facts('whatsapp', {
        provider_id: '1234567890@lid',
        specifics: { phone_number: '+33600000000', lid: '1234567890@lid' },
      }),
    ).toEqual([
      'internal 1234567890@lid attendee',
      'phone +33600000000 attendee',
      'public 33600000000@s.whatsapp.net derived',
    ]))

  it('notes a hidden phone and makes up none', () => {
    const fields = {
      provider_id: '1234567890@lid',
      specifics: { provider: 'WHATSAPP', phone_number: 'hidden', lid: '' },
    }
    expect(record('whatsapp', fields).phoneHidden).toBe(true)
    expect(facts('whatsapp', fields)).toEqual(['internal 1234567890@lid attendee'])
  })

  it.each([
    ['120363424282127706@g.us', 'Not a user: WhatsApp group'],
    ['120363424282127706@newsletter', 'Not a user: WhatsApp channel'],
    ['status@broadcast', 'Not a user: WhatsApp broadcast'],
  ])('sets %s aside', (provider_id, reason) => expect(map('whatsapp', { provider_id })).toEqual({ reason }))
})

describe('other providers', () => {
  it('takes mutual following on Instagram for a contact, one-sided following for none', () => {
    const person = (following: boolean, followed_by: boolean) =>
      record('instagram', {
        provider_id: '17841400000000001',
        specifics: { public_identifier: 'Post.Press_', relationship_status: { following, followed_by } },
      })
    expect(person(true, true).contact?.evidence).toMatch(/follow each other/)
    expect(person(true, false).contact).toBeNull()
    expect(person(false, true).contact).toBeNull()
    expect(person(true, true).identifiers).toContainEqual({
      kind: 'public',
      value: 'post.press_',
      display: 'Post.Press_',
      source: 'attendee',
    })
  })

  it('reads Telegram names and phones wherever they are', () => {
    expect(facts('telegram', { provider_id: '013456789', profile_url: 'https://t.me/Durov' })).toEqual([
      'internal 013456789 attendee',
      'username durov attendee (Durov)',
    ])
    expect(facts('telegram', { provider_id: '1', public_identifier: '+33600000000' })).toEqual([
      'internal 1 attendee',
      'phone +33600000000 attendee',
      'public 33600000000 derived',
    ])
    expect(facts('telegram', { provider_id: '1', profile_url: 'https://t.me/+AbCdEf12345' })).toEqual([
      'internal 1 attendee',
    ])
  })

  it('drops the @ of an X handle and keeps the digits of the id', () =>
    expect(facts('x', { provider_id: '1234567890123456789', public_identifier: '@postpressApp' })).toEqual([
      'internal 1234567890123456789 attendee',
      'public postpressapp attendee (postpressApp)',
    ]))

  it('takes no number in a Facebook link for a name', () => {
    const provider_id = '100020802563543'
    expect(facts('messenger', { provider_id, profile_url: `https://www.facebook.com/${provider_id}` })).toHaveLength(1)
    expect(facts('messenger', { provider_id, profile_url: 'https://www.facebook.com/profile.php?id=1' })).toHaveLength(
      1,
    )
    expect(facts('messenger', { provider_id, profile_url: 'https://m.me/zuck.example' })).toContain(
      'public zuck.example attendee',
    )
  })
})
