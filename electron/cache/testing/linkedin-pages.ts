import type { AttendeeQuery } from '#shared/domain/attendees.ts'
import type { AccountRecord, AttendeeRecord, ChatRecord, RelationRecord } from '#shared/domain/records.ts'
import { NOTHING_ELSE, runningCheckpoint } from '../../testing/records.ts'
import type { Checkpoint, SyncPage } from '../cache.ts'

export const CLASSIC = 'ACoAACyqrxsBPkj5lkYEno55nan46cvhSg35gbk'
export const RECRUITER = 'AEMAACyqrxsBbJKG6MN0hfnwWs9Z-SpZgjA5Yb0'
export const OTHER = 'ACoAAAEkwwAB9KEc2TrQgOLEQ-vzRyZeCDyc6DQ'

export const account: AccountRecord = {
  id: 'li',
  provider: 'linkedin',
  type: 'LINKEDIN',
  name: 'Ada',
  health: 'ok',
  sources: [],
  products: ['classic'],
  ownerInternalId: null,
  ownerPublicId: null,
  ownerPhone: null,
  createdAt: null,
}

export const attendee = (id: string, changes: Partial<AttendeeRecord> = {}): AttendeeRecord => ({
  id,
  accountId: 'li',
  provider: 'linkedin',
  providerId: `id-${id}`,
  name: `Person ${id}`,
  ...NOTHING_ELSE,
  identifiers: [{ kind: 'internal', value: changes.providerId ?? `id-${id}`, product: 'classic', source: 'attendee' }],
  ...changes,
})

export const chat = (id: string, changes: Partial<ChatRecord> = {}): ChatRecord => ({
  id,
  accountId: 'li',
  provider: 'linkedin',
  providerId: id,
  type: 'single',
  name: null,
  attendeeProviderId: null,
  lastMessageAt: 1_000,
  unreadCount: 0,
  archived: false,
  readOnly: false,
  ...changes,
})

export const relation = (internalId: string): RelationRecord => ({
  accountId: 'li',
  provider: 'linkedin',
  internalId,
  publicId: 'jane-doe',
  name: 'Jane',
  headline: null,
  profileUrl: null,
  since: 500,
})

export const checkpoint = (resource: Checkpoint['resource'], changes: Partial<Checkpoint> = {}): Checkpoint =>
  runningCheckpoint('li', resource, changes)

export const attendeePage = (items: AttendeeRecord[], changes: Partial<Checkpoint> = {}): SyncPage => ({
  resource: 'attendees',
  items,
  problems: [],
  at: 10,
  checkpoint: checkpoint('attendees', changes),
})
export const chatPage = (items: ChatRecord[], changes: Partial<Checkpoint> = {}): SyncPage => ({
  resource: 'chats',
  items,
  problems: [],
  at: 10,
  checkpoint: checkpoint('chats', changes),
})
export const relationPage = (items: RelationRecord[]): SyncPage => ({
  resource: 'relations',
  items,
  problems: [],
  at: 10,
  checkpoint: checkpoint('relations'),
})
export const memberPage = (chatId: string, items: AttendeeRecord[], changes: Partial<Checkpoint> = {}): SyncPage => ({
  resource: 'members',
  chatId,
  items,
  complete: true,
  problems: [],
  at: 10,
  checkpoint: checkpoint('members', changes),
})

export const everything: AttendeeQuery = {
  text: '',
  provider: null,
  accountId: null,
  reason: null,
  sort: 'name',
  offset: 0,
  limit: 100,
  effort: 'full',
}
