import { describe, expect, it } from 'vitest'
import type { ResourceSync, SyncStatus } from '#shared/domain/sync.ts'
import { connectionText, errorText, resourceText, syncText } from './sync-text.ts'

const NOW = Date.UTC(2026, 10, 24, 12)
const MINUTE = 60_000

const resource = (part: Partial<ResourceSync>): ResourceSync => ({
  accountId: 'li',
  resource: 'attendees',
  state: 'done',
  pages: 2,
  items: 150,
  problems: 0,
  startedAt: null,
  completedAt: NOW - 5 * MINUTE,
  unavailable: false,
  itemsPerSecond: null,
  errors: 0,
  nextTryAt: null,
  failure: null,
  ...part,
})

const status = (part: Partial<SyncStatus>): SyncStatus => ({
  running: false,
  paused: false,
  connection: 'connected',
  lastContactAt: NOW,
  lastCompleteAt: null,
  failure: null,
  resources: [],
  ...part,
})

const nameOf = (id: string) => (id === 'li' ? "Ada's LinkedIn" : id)
const textOf = (part: Partial<SyncStatus>) => syncText(status(part), NOW, nameOf).text

describe('the sync in words', () => {
  it('says what is being read and how far it is', () => {
    const said = syncText(
      status({
        running: true,
        resources: [
          resource({}),
          resource({ resource: 'relations', state: 'running', pages: 3, items: 1_050 }),
          resource({ resource: 'chats', state: 'queued', items: 0 }),
          resource({ resource: 'members', state: 'queued', items: 0 }),
        ],
      }),
      NOW,
      nameOf,
    )
    expect(said.text).toBe("Syncing Ada's LinkedIn, relations: page 4, 1,200 items, 1 of 4 parts done")
    expect(said.progress).toBe(0.25)
  })

  it('has nothing to count while the accounts are read', () => {
    expect(textOf({ running: true })).toBe('Syncing: reading the accounts')
    expect(textOf({ running: true, paused: true })).toBe('Paused: reading the accounts')
  })

  it('puts trouble before age: whole failure, then failed parts, then unfinished ones', () => {
    const failure = { kind: 'wrong-key' as const, message: 'The key was refused.', advice: null }
    const failed = resource({ state: 'failed' })
    const cancelled = resource({ state: 'cancelled' })
    expect(textOf({ failure, resources: [failed], lastCompleteAt: NOW })).toBe('The key was refused.')
    expect(textOf({ resources: [failed, cancelled], lastCompleteAt: NOW })).toBe('Sync finished, 1 of 2 parts failed')
    expect(textOf({ resources: [resource({}), cancelled], lastCompleteAt: NOW })).toContain('cancelled')
    expect(textOf({ resources: [resource({ state: 'interrupted' })] })).toContain('continues from where it stopped')
  })

  it('says the age, or that nothing was ever synced', () => {
    expect(textOf({ lastCompleteAt: NOW - 5 * MINUTE, resources: [resource({})] })).toBe('Synced 5 minutes ago')
    expect(textOf({})).toBe('Never synced')
  })

  it('says that it is paused', () => {
    expect(textOf({ running: true, paused: true, resources: [resource({ state: 'running' })] })).toMatch(/^Paused at/)
  })

  it('starts at zero before the parts are known', () => {
    expect(syncText(status({ running: true }), NOW, nameOf).progress).toBe(0)
  })
})

describe('the connection in words', () => {
  it('says how old the data is when offline', () => {
    expect(connectionText(status({ connection: 'offline', lastContactAt: NOW - 5 * MINUTE }), NOW)).toBe(
      'Offline. Data from 5 minutes ago',
    )
    expect(connectionText(status({ connection: 'offline', lastContactAt: null }), NOW)).toBe('Offline. No data yet')
    expect(connectionText(status({ connection: 'unknown', lastContactAt: NOW - 26 * 60 * MINUTE }), NOW)).toBe(
      'Data from yesterday',
    )
  })
})

describe('one part in words', () => {
  it('says how fast it goes, what failed and when it is tried again', () => {
    const part = resource({ state: 'running', pages: 3, items: 900, itemsPerSecond: 1_250, errors: 2, nextTryAt: NOW })
    expect(resourceText(part, NOW)).toBe('Page 4, 900 items, 1,250 a second')
    expect(errorText(part)).toMatch(/^2 tries failed, next try at \d/)
    expect(errorText({ ...part, state: 'done' })).toBe('2 tries failed')
    expect(errorText(resource({}))).toBeNull()
  })

  it('says that a list does not exist for the account', () => {
    expect(resourceText(resource({ unavailable: true }), NOW)).toBe('Not available for this account')
  })

  it('counts pages from 1 while running and says the age when done', () => {
    expect(resourceText(resource({ state: 'running', pages: 0, items: 0 }), NOW)).toBe('Page 1, 0 items')
    expect(resourceText(resource({ items: 1 }), NOW)).toBe('1 item, 5 minutes ago')
  })
})
