import { describe, expect, it } from 'vitest'
import type { SyncStatus } from '#shared/domain/sync.ts'
import type { Identified } from '#shared/identifiers/types.ts'
import { NO_FILTERS } from '../../state/filter-store.ts'
import { emptyCase } from './empty-case.ts'
import { rowAfterKey } from './grid-keys.ts'

const status = (part: Partial<SyncStatus>): SyncStatus => ({
  running: false,
  paused: false,
  connection: 'connected',
  lastContactAt: null,
  lastCompleteAt: null,
  failure: null,
  resources: [],
  ...part,
})

const phone: Identified = {
  input: '+33612345678',
  candidates: [
    {
      provider: 'whatsapp',
      kind: 'public',
      value: '33612345678@s.whatsapp.net',
      display: '',
      certainty: 'likely',
      why: '',
    },
  ],
}
const name: Identified = { input: 'no one', candidates: [], reject: 'not-an-identifier' }

describe('why the list is empty', () => {
  it('offers to resolve an identifier, whatever is synced', () => {
    const filters = { ...NO_FILTERS, text: '+33612345678', provider: 'x' as const }
    expect(emptyCase(filters, phone, null)).toBe('unknown-identifier')
  })

  it('tells a name without match from filters without people', () => {
    expect(emptyCase({ ...NO_FILTERS, text: 'no one' }, name, null)).toBe('no-match')
    expect(emptyCase({ ...NO_FILTERS, text: '   ', reason: 'group' }, null, null)).toBe('filtered-out')
  })

  it('tells the first sync from none and from an empty workspace', () => {
    expect(emptyCase(NO_FILTERS, null, null)).toBe('never-synced')
    expect(emptyCase(NO_FILTERS, null, status({}))).toBe('never-synced')
    expect(emptyCase(NO_FILTERS, null, status({ running: true }))).toBe('first-sync')
    expect(emptyCase(NO_FILTERS, null, status({ lastCompleteAt: 1 }))).toBe('nothing-here')
  })
})

describe('moving in the grid', () => {
  it('stays inside the list', () => {
    expect(rowAfterKey('ArrowUp', 0, 10, 5)).toBe(0)
    expect(rowAfterKey('PageDown', 7, 10, 5)).toBe(9)
    expect(rowAfterKey('End', 0, 1_000_000, 5)).toBe(999_999)
    expect(rowAfterKey('Home', 0, 0, 5)).toBeNull()
    expect(rowAfterKey('a', 3, 10, 5)).toBeNull()
  })
})
