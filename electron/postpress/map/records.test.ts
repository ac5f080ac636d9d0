import { describe, expect, it } from 'vitest'
import { WireAccount } from '../wire/account.ts'
import { WireChat } from '../wire/chat.ts'
import { WireRelation } from '../wire/relation.ts'
import { mapAccount } from './account.ts'
import { mapChat } from './chat.ts'
import { mapRelation } from './relation.ts'

const CLASSIC = 'ACoAACyqrxsBPkj5lkYEno55nan46cvhSg35gbk'
const account = (fields: object) => mapAccount(WireAccount.parse({ id: 'a', type: 'LINKEDIN', ...fields })).record

describe('accounts', () => {
  it.each([
    [['OK', 'OK'], 'ok'],
    [['OK', 'CONNECTING'], 'connecting'],
    [['CONNECTING', 'SYNC_SUCCESS'], 'unknown'],
    [['CREDENTIALS', 'OK', 'PERMISSIONS'], 'credentials'],
    [['OK', 'ERROR', 'STOPPED'], 'error'],
    [['ok'], 'ok'],
    [[], 'unknown'],
    [[null], 'unknown'],
  ])('takes the worst of %j', (statuses, health) => {
    expect(account({ sources: statuses.map((status) => ({ id: 's', status })) }).health).toBe(health)
  })

  it.each([
    ['LINKEDIN', 'linkedin'],
    ['TWITTER', 'x'],
    ['MESSENGER', 'messenger'],
    ['GOOGLE_OAUTH', null],
    ['constructor', null],
    ['TIKTOK', null],
  ])('reads the type %s', (type, provider) => expect(account({ type })).toMatchObject({ type, provider }))

  it('reads owner, products and time of a LinkedIn account', () => {
    const im = {
      id: CLASSIC,
      username: 'ada-lovelace',
      premiumFeatures: ['recruiter', 'sales_navigator', 'premium', 1],
    }
    expect(account({ connection_params: { im }, created_at: '2024-05-03T10:00:00.000Z' })).toMatchObject({
      ownerInternalId: CLASSIC,
      ownerPublicId: 'ada-lovelace',
      ownerPhone: null,
      products: ['recruiter', 'sales-navigator'],
      createdAt: Date.UTC(2024, 4, 3, 10),
    })
    expect(account({ connection_params: { im: { username: 'Ada Lovelace' } } }).ownerPublicId).toBeNull()
  })

  it('reads the owner of a WhatsApp account from its phone, and accounts without parameters', () => {
    const owner = { ownerPhone: '+33600000000', ownerPublicId: '33600000000@s.whatsapp.net' }
    for (const phone_number of ['33600000000', '+33 6 00 00 00 00', '33600000000:4@s.whatsapp.net'])
      expect(account({ type: 'WHATSAPP', connection_params: { im: { phone_number } } })).toMatchObject(owner)
    expect(account({ type: 'MAIL', connection_params: { mail: {} }, created_at: 'soon' })).toMatchObject({
      provider: null,
      ownerPublicId: null,
      createdAt: null,
    })
  })
})

const chat = (fields: object, provider: 'linkedin' | 'whatsapp' = 'linkedin') =>
  mapChat(WireChat.parse({ id: 'c', provider_id: 'pc', ...fields }), { id: 'a', provider })

describe('chats', () => {
  it.each([
    [0, 'p', 'single', 'p'],
    [1, 'p', 'group', null],
    [2, null, 'channel', null],
    [7, 'p', 'single', 'p'],
    [7, null, 'group', null],
  ])('reads type %j with person %j', (type, attendee_provider_id, expected, person) => {
    expect(chat({ type, attendee_provider_id })).toMatchObject({
      record: { type: expected, attendeeProviderId: person },
    })
  })

  it('reads the numbers and the time, and refuses chats of other accounts', () => {
    const fields = {
      type: 0,
      name: null,
      timestamp: '2024-01-02T03:04:05.678Z',
      unread_count: 3,
      archived: 1,
      read_only: 2,
    }
    expect(chat({ ...fields, account_id: 'a' })).toMatchObject({
      record: {
        name: null,
        lastMessageAt: Date.UTC(2024, 0, 2, 3, 4, 5, 678),
        unreadCount: 3,
        archived: true,
        readOnly: true,
      },
    })
    expect(chat({ ...fields, account_id: 'b' })).toEqual({ reason: 'Belongs to another account' })
  })

  it('names the person of a WhatsApp chat without the device', () =>
    expect(chat({ type: 0, attendee_provider_id: '33600000000:12@c.us' }, 'whatsapp')).toMatchObject({
      record: { attendeeProviderId: '33600000000@s.whatsapp.net' },
    }))
})

describe('relations', () => {
  const relation = (fields: object) => mapRelation(WireRelation.parse(fields), 'a')

  it('reads ids, name and the epoch time', () => {
    const found = relation({
      member_id: CLASSIC,
      member_urn: `urn:li:fsd_profile:${CLASSIC}`,
      public_identifier: 'Ada-L',
      first_name: 'Ada',
      last_name: null,
      headline: '',
      created_at: 1_714_730_400_000,
      public_profile_url: 'https://www.linkedin.com/in/ada-l',
    })
    expect(found).toEqual({
      record: {
        accountId: 'a',
        provider: 'linkedin',
        internalId: CLASSIC,
        publicId: 'ada-l',
        name: 'Ada',
        headline: null,
        profileUrl: 'https://www.linkedin.com/in/ada-l',
        since: 1_714_730_400_000,
      },
    })
  })

  it('takes the id from the urn, and refuses a relation without any', () => {
    expect(relation({ member_urn: `urn:li:fsd_profile:${CLASSIC}` })).toMatchObject({ record: { internalId: CLASSIC } })
    expect(relation({ first_name: 'Ada' })).toHaveProperty('reason')
  })
})
