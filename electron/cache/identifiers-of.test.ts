import { beforeEach, describe, expect, it } from 'vitest'
import type { Provider } from '#shared/domain/providers.ts'
import type { AttendeeRecord, IdentifierFact, ProfileRecord } from '#shared/domain/records.ts'
import { identify } from '#shared/identifiers/identify.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import { NOTHING_ELSE } from '../testing/records.ts'
import type { CacheMethods, Checkpoint, SyncPage } from './cache.ts'
import { createMethods } from './methods.ts'
import { openDatabase } from './open.ts'

const CLASSIC = 'ACoAACyqrxsBPkj5lkYEno55nan46cvhSg35gbk'
const SALES = 'ACwAACyqrxsBEwSCyO_EsO_il1HarhwmGPbnaO4'
const RECRUITER = 'AEMAACyqrxsBbJKG6MN0hfnwWs9Z-SpZgjA5Yb0'
const MEMBER: IdentifierFact = { kind: 'member-number', value: '749383451', source: 'derived' }
const STRANGER = 'ACoAAAEkwwAB9KEc2TrQgOLEQ-vzRyZeCDyc6DQ'

const fact = (kind: IdentifierFact['kind'], value: string, more: Partial<IdentifierFact> = {}): IdentifierFact => ({
  kind,
  value,
  source: 'attendee',
  ...more,
})

let cache: CacheMethods
let nextId = 0

const checkpoint = (accountId: string, resource: Checkpoint['resource']): Checkpoint => ({
  accountId,
  resource,
  generation: 1,
  state: 'running',
  cursor: null,
  pages: 1,
  items: 1,
  problems: 0,
  startedAt: 1,
  completedAt: null,
  failure: null,
})

const saveAttendee = (provider: Provider, accountId: string, at: number, identifiers: IdentifierFact[]): string => {
  nextId += 1
  const id = `attendee-${nextId}`.padEnd(22, '0')
  const item: AttendeeRecord = {
    id,
    accountId,
    provider,
    providerId: identifiers[0]?.value ?? '',
    name: 'Jane',
    ...NOTHING_ELSE,
    identifiers: [fact('postpress-id', id), ...identifiers],
  }
  const page: SyncPage = {
    checkpoint: checkpoint(accountId, 'attendees'),
    problems: [],
    at,
    resource: 'attendees',
    items: [item],
  }
  cache.savePage(page)
  return id
}

const saveProfile = (provider: Provider, fetchedAt: number, identifiers: IdentifierFact[]): void => {
  const profile: ProfileRecord = {
    accountId: 'one',
    provider,
    product: null,
    internalId: identifiers[0]?.value ?? '',
    name: 'Jane',
    headline: null,
    location: null,
    profileUrl: null,
    networkDistance: null,
    contact: null,
    details: [],
    throttledSections: [],
    identifiers,
    fetchedAt,
  }
  cache.saveProfile(profile)
}

const read = (text: string): Candidate => {
  const [candidate] = identify(text).candidates
  if (candidate === undefined) throw new Error(text)
  return candidate
}
const found = (text: string) =>
  cache
    .identifiersOf(read(text))
    .filter(({ kind }) => kind !== 'postpress-id')
    .map(({ kind, value, via, seenAt }) => [kind, value, via, seenAt])

beforeEach(() => {
  cache = createMethods(openDatabase(':memory:'))
})

describe('identifiers of a person', () => {
  it('are those of every holder with the same member number, newest first', () => {
    saveAttendee('linkedin', 'one', 10, [fact('internal', CLASSIC, { product: 'classic' }), MEMBER])
    saveProfile('linkedin', 30, [
      fact('internal', SALES, { product: 'sales-navigator', source: 'profile' }),
      { ...MEMBER },
      fact('public', 'jane-doe', { source: 'profile' }),
    ])
    saveAttendee('linkedin', 'two', 20, [fact('internal', STRANGER, { product: 'classic' })])
    const all = found(RECRUITER)
    expect(all.map(([, value]) => value)).not.toContain(STRANGER)
    expect(all).toContainEqual(['internal', SALES, 'member-number', 30])
    expect(all).toContainEqual(['internal', CLASSIC, 'member-number', 10])
    expect(all[0]?.[3]).toBe(30)
    expect(found(CLASSIC)).toContainEqual(['internal', CLASSIC, 'identifier', 10])
    expect(found('https://www.linkedin.com/in/jane-doe')).toContainEqual(['internal', CLASSIC, 'identifier', 10])
  })

  it('joins a lid and a phone over an attendee that has both, and nothing else', () => {
    const jid = '33612345678@s.whatsapp.net'
    saveAttendee('whatsapp', 'one', 10, [fact('internal', '111@lid'), fact('phone', '+33612345678')])
    saveAttendee('whatsapp', 'two', 20, [fact('public', jid)])
    saveAttendee('whatsapp', 'two', 20, [fact('internal', '33612345678@lid')])
    saveAttendee('telegram', 'three', 20, [fact('internal', '77'), fact('public', '33612345678')])
    expect(found('+33612345678').map(([, value]) => value)).toEqual([jid, '111@lid', '+33612345678'])
    expect(found('111@lid')).toContainEqual(['public', jid, 'phone', 20])
    expect(found('33612345678@lid')).toEqual([['internal', '33612345678@lid', 'identifier', 20]])
  })

  it('does not follow user names, which can change hands', () => {
    saveAttendee('linkedin', 'one', 10, [fact('internal', CLASSIC, { product: 'classic' }), fact('public', 'jane')])
    saveAttendee('linkedin', 'two', 20, [fact('internal', STRANGER, { product: 'classic' }), fact('public', 'jane')])
    expect(found(CLASSIC).map(([, value]) => value)).not.toContain(STRANGER)
  })

  it('are found from a postpress ID, and from the relation list', () => {
    const id = saveAttendee('linkedin', 'one', 10, [fact('internal', CLASSIC, { product: 'classic' }), MEMBER])
    const candidate: Candidate = { ...read(CLASSIC), provider: 'postpress', kind: 'attendee-id', value: id }
    expect(cache.identifiersOf(candidate).map(({ value }) => value)).toContain(CLASSIC)
    cache.savePage({
      checkpoint: checkpoint('one', 'relations'),
      problems: [],
      at: 40,
      resource: 'relations',
      items: [
        {
          accountId: 'one',
          provider: 'linkedin',
          internalId: CLASSIC,
          publicId: 'jane-doe',
          name: 'Jane',
          headline: null,
          profileUrl: null,
          since: null,
        },
      ],
    })
    expect(found(SALES)).toContainEqual(['public', 'jane-doe', 'member-number', 40])
  })

  it('are none for somebody who is not cached', () => {
    expect(found('https://x.com/nobody')).toEqual([])
  })
})
