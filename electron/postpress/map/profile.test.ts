import { describe, expect, it } from 'vitest'
import type { ProfileRecord } from '#shared/domain/records.ts'
import { identify } from '#shared/identifiers/identify.ts'
import { isSamePerson } from '../same-person.ts'
import { mapProfile, type ProfileQuestion } from './profile.ts'

const CLASSIC = 'ACoAACyqrxsBPkj5lkYEno55nan46cvhSg35gbk'
const RECRUITER = 'AEMAACyqrxsBbJKG6MN0hfnwWs9Z-SpZgjA5Yb0'
const OTHER = 'ACoAAAEkwwAB9KEc2TrQgOLEQ-vzRyZeCDyc6DQ'

const map = (provider: ProfileQuestion['provider'], answer: object): ProfileRecord =>
  mapProfile(answer, { accountId: 'acc', provider, product: null, at: 5 })
const facts = (profile: ProfileRecord) => profile.identifiers.map(({ kind, value }) => `${kind} ${value}`)

describe('profiles', () => {
  it('reads LinkedIn, with withheld sections and null names', () => {
    const profile = map('linkedin', {
      provider_id: RECRUITER,
      public_identifier: null,
      first_name: null,
      last_name: 'Lovelace',
      network_distance: 'FIRST_DEGREE',
      invitation: { type: 'SENT', status: 'PENDING' },
      follower_count: 1_204,
      contact_info: { emails: ['ada@example.org'], phones: ['+33600000000'] },
      throttled_sections: ['experience'],
    })
    expect(profile).toMatchObject({
      internalId: RECRUITER,
      name: 'Lovelace',
      contact: { source: 'profile', evidence: 'network distance FIRST_DEGREE' },
      throttledSections: ['experience'],
      fetchedAt: 5,
    })
    expect(profile.details).toEqual([
      { label: 'Followers', value: '1,204' },
      { label: 'Invitation', value: 'SENT, PENDING' },
    ])
    expect(facts(profile)).toEqual([
      `internal ${RECRUITER}`,
      'member-number 749383451',
      'email ada@example.org',
      'phone +33600000000',
    ])
    expect(map('linkedin', { provider_id: CLASSIC, is_relationship: true }).contact?.evidence).toMatch(/relation/)
    expect(map('linkedin', { provider_id: CLASSIC, network_distance: 'SECOND_DEGREE' }).contact).toBeNull()
  })

  it('reads WhatsApp ids of both kinds', () => {
    const phone = map('whatsapp', { id: '33600000000:4@s.whatsapp.net' })
    expect(phone.internalId).toBe('33600000000@s.whatsapp.net')
    expect(facts(phone)).toEqual(['public 33600000000@s.whatsapp.net', 'phone +33600000000'])
    expect(facts(map('whatsapp', { id: '1234567890@lid' }))).toEqual(['internal 1234567890@lid'])
  })

  it('reads Instagram of new and old servers', () => {
    const both = map('instagram', {
      provider_id: '31',
      provider_messaging_id: '1784',
      pk: 31,
      public_identifier: 'Ada',
      is_private: false,
    })
    expect(facts(both)).toEqual(['internal 31', 'messaging 1784', 'public ada'])
    expect(both.details).toEqual([{ label: 'Private', value: 'No' }])
    expect(facts(map('instagram', { pk: 31, username: 'ada' }))).toEqual(['internal 31', 'public ada'])
    expect(() => map('instagram', { username: 'ada' })).toThrow(/does not understand/)
  })

  it('reads Telegram with nulls and X', () => {
    const telegram = map('telegram', {
      provider_id: '01',
      username: null,
      phone: '33600000000',
      contact: null,
      mutual_contact: true,
      bot: false,
    })
    expect(facts(telegram)).toEqual(['internal 01', 'phone +33600000000', 'public 33600000000'])
    expect(telegram.contact?.evidence).toBe('mutual contact: true')
    const x = map('x', {
      id: '1234567890123456789',
      screen_name: 'postpressApp',
      name: 'P',
      following: true,
      followed_by: true,
    })
    expect(facts(x)).toEqual(['internal 1234567890123456789', 'public postpressapp'])
    expect(x).toMatchObject({
      contact: { source: 'profile', evidence: 'this account and the person follow each other' },
      profileUrl: 'https://x.com/postpressApp',
    })
  })
})

describe('isSamePerson', () => {
  const same = (
    profile: ProfileRecord,
    text: string,
    provider: ProfileRecord['provider'] = profile.provider,
  ): boolean => {
    const candidate = identify(text, { provider }).candidates.find((one) => one.provider === provider)
    if (candidate === undefined) throw new Error(`no reading of ${text}`)
    return isSamePerson(profile, candidate)
  }

  it.each<[string, ProfileRecord, string, boolean]>([
    ['another product of the member', map('linkedin', { provider_id: RECRUITER }), CLASSIC, true],
    ['another member', map('linkedin', { provider_id: OTHER }), CLASSIC, false],
    ['the member by number', map('linkedin', { provider_id: CLASSIC }), 'urn:li:member:749383451', true],
    ['another member by number', map('linkedin', { provider_id: OTHER }), 'urn:li:member:749383451', false],
    [
      'the slug in other case',
      map('linkedin', { provider_id: CLASSIC, public_identifier: 'Ada-L' }),
      'linkedin.com/in/ada-l',
      true,
    ],
    [
      'another slug',
      map('linkedin', { provider_id: CLASSIC, public_identifier: 'bob' }),
      'linkedin.com/in/ada-l',
      false,
    ],
    [
      'a withheld slug',
      map('linkedin', { provider_id: CLASSIC, public_identifier: null }),
      'linkedin.com/in/ada-l',
      true,
    ],
    ['the number', map('whatsapp', { id: '33600000000@s.whatsapp.net' }), '33600000000@s.whatsapp.net', true],
    ['another number', map('whatsapp', { id: '33600000001@s.whatsapp.net' }), '33600000000@s.whatsapp.net', false],
    [
      'a Brazilian number without the 9',
      map('whatsapp', { id: '551187654321@s.whatsapp.net' }),
      '5511987654321@s.whatsapp.net',
      true,
    ],
    ['a lid for a number', map('whatsapp', { id: '1234567890@lid' }), '33600000000@s.whatsapp.net', true],
    ['another lid', map('whatsapp', { id: '1234567890@lid' }), '1234567891@lid', false],
    [
      'the messaging number',
      map('instagram', { provider_id: '31', provider_messaging_id: '17841401' }),
      '17841401',
      true,
    ],
    [
      'another user name',
      map('instagram', { provider_id: '31', public_identifier: 'bob' }),
      'instagram.com/ada',
      false,
    ],
    ['a Telegram phone', map('telegram', { provider_id: '1', phone: '33600000000' }), '+33600000000', true],
    ['another Telegram phone', map('telegram', { provider_id: '1', phone: '33600000001' }), '+33600000000', false],
    ['a Telegram user without phone', map('telegram', { provider_id: '1', phone: null }), '+33600000000', true],
    ['the handle in other case', map('x', { id: '5', screen_name: 'PostpressApp' }), '@postpressapp', true],
    ['another handle', map('x', { id: '5', screen_name: 'bob' }), '@postpressapp', false],
  ])('%s', (_name, profile, text, expected) => expect(same(profile, text)).toBe(expected))

  it('refuses another provider and lets a postpress ID pass', () => {
    expect(same(map('x', { id: '5' }), 'linkedin.com/in/ada', 'linkedin')).toBe(false)
    const [candidate] = identify('3BXdYEy-jE4FDGFGLnOtow').candidates.filter(({ provider }) => provider === 'postpress')
    expect(candidate !== undefined && isSamePerson(map('x', { id: '5' }), candidate)).toBe(true)
  })
})
