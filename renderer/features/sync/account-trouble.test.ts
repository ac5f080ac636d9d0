import { expect, it } from 'vitest'
import type { Account } from '#shared/domain/accounts.ts'
import { accountTrouble } from './account-trouble.ts'

const account = (part: Partial<Account>): Account => ({
  id: 'wa',
  provider: 'whatsapp',
  type: 'WHATSAPP',
  name: 'Old phone',
  health: 'ok',
  healthAdvice: 'Sign in again.',
  sources: [],
  products: [],
  ownerInternalId: null,
  ownerPublicId: null,
  ownerPhone: null,
  createdAt: null,
  counts: { attendees: 0, contact: 0, chat: 0, group: 0, reported: 0 },
  lastSyncAt: null,
  earlier: [],
  ...part,
})

it('says which account, what to do, and what still works', () => {
  const trouble = accountTrouble(account({ health: 'credentials' }))
  expect(trouble?.title).toBe('Old phone is disconnected from WhatsApp')
  for (const part of ['Sign in again.', 'connected in postpress', 'what is cached browses', 'look-ups']) {
    expect(trouble?.advice).toContain(part)
  }
})

it('says nothing about accounts that work, are being connected, or hold no messages', () => {
  for (const health of ['ok', 'connecting', 'unknown'] as const) expect(accountTrouble(account({ health }))).toBeNull()
  expect(accountTrouble(account({ provider: null, health: 'stopped' }))).toBeNull()
})
