import { describe, expect, it } from 'vitest'
import type { Account } from '#shared/domain/accounts.ts'
import { noAccountMessage, rankLookupAccounts } from './lookup-accounts.ts'

const account = (id: string, changes: Partial<Account> = {}): Account => ({
  id,
  provider: 'linkedin',
  type: 'LINKEDIN',
  name: id,
  health: 'ok',
  healthAdvice: 'Connect it again.',
  sources: [],
  products: ['classic'],
  ownerInternalId: null,
  ownerPublicId: null,
  ownerPhone: null,
  createdAt: null,
  counts: { attendees: 0, contact: 0, chat: 0, group: 0, reported: 0 },
  lastSyncAt: null,
  earlier: [],
  ...changes,
})

const wanted = { provider: 'linkedin' as const, product: null, knownTo: new Set<string>() }
const ids = (
  accounts: Account[],
  changes: Partial<Parameters<typeof rankLookupAccounts>[1]> = {},
  used = {},
): string[] =>
  rankLookupAccounts(accounts, { ...wanted, ...changes }, used).map(({ id, usable }) => (usable ? id : `(${id})`))

describe('rankLookupAccounts', () => {
  it('asks only accounts of the provider, connected ones first', () => {
    const accounts = [
      account('down', { health: 'credentials' }),
      account('wa', { provider: 'whatsapp' }),
      account('up'),
    ]
    expect(ids(accounts)).toEqual(['up', '(down)'])
  })

  it('prefers who knows the person, then who was used least today', () => {
    const accounts = [account('a'), account('b'), account('c')]
    expect(ids(accounts, {}, { a: 9, b: 1, c: 4 })).toEqual(['b', 'c', 'a'])
    expect(ids(accounts, { knownTo: new Set(['a']) }, { a: 9, b: 1, c: 4 })).toEqual(['a', 'b', 'c'])
  })

  it('needs the product that is asked for, and says so', () => {
    const accounts = [account('plain'), account('pro', { products: ['classic', 'recruiter'] })]
    expect(ids(accounts, { product: 'recruiter' })).toEqual(['pro', '(plain)'])
    const without = rankLookupAccounts([account('plain')], { ...wanted, product: 'recruiter' }, {})
    expect(noAccountMessage('linkedin', 'recruiter', without)).toContain('Recruiter')
    expect(noAccountMessage('telegram', null, [])).toContain('No Telegram account')
  })
})
