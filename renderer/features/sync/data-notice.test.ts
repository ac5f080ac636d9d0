import { describe, expect, it } from 'vitest'
import type { Account } from '#shared/domain/accounts.ts'
import type { ResourceSync, SyncStatus } from '#shared/domain/sync.ts'
import { dataNotice } from './data-notice.ts'

const NOW = Date.UTC(2026, 10, 24, 12)
const HOUR = 3_600_000

const status = (changes: Partial<SyncStatus> = {}): SyncStatus => ({
  running: false,
  paused: false,
  connection: 'connected',
  lastContactAt: NOW - HOUR,
  lastCompleteAt: NOW - HOUR,
  failure: null,
  resources: [],
  ...changes,
})

const part = (state: ResourceSync['state'], resource: ResourceSync['resource'] = 'relations'): ResourceSync => ({
  accountId: 'a',
  resource,
  state,
  pages: 0,
  items: 0,
  problems: 0,
  startedAt: 1,
  completedAt: null,
  unavailable: false,
  itemsPerSecond: null,
  errors: 0,
  nextTryAt: null,
  failure: null,
})

const account: Account = {
  id: 'a',
  provider: 'linkedin',
  type: 'LINKEDIN',
  name: 'Ada',
  health: 'permissions',
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
}

describe('dataNotice', () => {
  it('says nothing about fresh, whole data, or while a sync is under way', () => {
    expect(dataNotice(status(), [account], null, NOW)).toBeNull()
    expect(dataNotice(status({ running: true, connection: 'offline' }), [], null, NOW)).toBeNull()
  })

  it('says first what matters most', () => {
    const all = status({
      connection: 'offline',
      failure: { kind: 'wrong-key', message: 'The key is wrong.', advice: 'Enter it again.' },
      resources: [part('failed')],
      lastCompleteAt: NOW - 72 * HOUR,
    })
    expect(dataNotice(all, [account], 'a', NOW)).toMatchObject({ kind: 'offline' })
    const connected = { ...all, connection: 'connected' } as const
    expect(dataNotice(connected, [account], 'a', NOW)).toMatchObject({ kind: 'stopped' })
    expect(dataNotice({ ...connected, failure: null }, [account], 'a', NOW)).toMatchObject({ kind: 'permission' })
    expect(dataNotice({ ...connected, failure: null }, [account], null, NOW)).toMatchObject({
      kind: 'partial',
      text: '1 part not read to the end: Relations of Ada. What is missing there is unknown, not absent.',
    })
    expect(dataNotice({ ...connected, failure: null, resources: [] }, [account], null, NOW)).toMatchObject({
      kind: 'stale',
      text: 'Last synced 3 days ago. Names and reasons may have changed since.',
    })
  })

  it('names a few of many parts', () => {
    const resources = (['attendees', 'chats', 'members', 'relations', 'followers'] as const).map((resource) =>
      part('interrupted', resource),
    )
    expect(dataNotice(status({ resources }), [account], null, NOW)?.text).toContain(
      'Attendees of Ada, Chats of Ada, Group members of Ada and 2 more',
    )
  })
})
