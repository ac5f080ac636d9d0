import type { Product, Provider } from '#shared/domain/providers.ts'
import type { AccountRecord, AttendeeRecord, IdentifierFact, ProfileRecord } from '#shared/domain/records.ts'
import type { ResolveRequest } from '#shared/domain/resolve.ts'
import type { Cache, CacheMethods, Checkpoint } from '../../cache/cache.ts'
import { NOTHING_ELSE, runningCheckpoint } from '../../testing/records.ts'

export const CLASSIC = 'ACoAACyqrxsBPkj5lkYEno55nan46cvhSg35gbk'
export const SALES = 'ACwAACyqrxsBEwSCyO_EsO_il1HarhwmGPbnaO4'
export const RECRUITER = 'AEMAACyqrxsBbJKG6MN0hfnwWs9Z-SpZgjA5Yb0'
export const MEMBER: IdentifierFact = { kind: 'member-number', value: '749383451', source: 'derived' }
export const STRANGER = 'ACoAAAEkwwAB9KEc2TrQgOLEQ-vzRyZeCDyc6DQ'
export const NOW = new Date(2026, 10, 24, 12).getTime()

export const account = (id: string, provider: Provider, changes: Partial<AccountRecord> = {}): AccountRecord => ({
  id,
  provider,
  type: provider.toUpperCase(),
  name: `Account ${id}`,
  health: 'ok',
  sources: [],
  products: ['classic'],
  ownerInternalId: null,
  ownerPublicId: null,
  ownerPhone: null,
  createdAt: null,
  ...changes,
})

export const attendee = (provider: Provider, accountId: string, identifiers: IdentifierFact[]): AttendeeRecord => ({
  id: `${accountId}-${identifiers[0]?.value ?? ''}`.slice(0, 22),
  accountId,
  provider,
  providerId: identifiers[0]?.value ?? '',
  name: 'Jane Doe',
  ...NOTHING_ELSE,
  identifiers,
})

export const profile = (accountId: string, provider: Provider, identifiers: IdentifierFact[]): ProfileRecord => ({
  accountId,
  provider,
  product: null,
  internalId: identifiers[0]?.value ?? '',
  name: 'Jane Doe',
  headline: null,
  location: null,
  profileUrl: null,
  networkDistance: null,
  contact: null,
  details: [],
  throttledSections: [],
  identifiers,
  fetchedAt: NOW,
})

export const internal = (value: string, product?: Product): IdentifierFact => ({
  kind: 'internal',
  value,
  source: 'profile',
  ...(product === undefined ? {} : { product }),
})
export const publicId = (value: string): IdentifierFact => ({ kind: 'public', value, source: 'profile' })

export const later = (methods: CacheMethods): Cache =>
  new Proxy(methods, {
    get:
      (target, name) =>
      async (...args: unknown[]) =>
        (Reflect.get(target, name) as (...args: unknown[]) => unknown)(...args),
  }) as unknown as Cache

/** Where a list stands that was read to its end. */
export const doneCheckpoint = (accountId: string, resource: Checkpoint['resource']): Checkpoint =>
  runningCheckpoint(accountId, resource, { state: 'done', completedAt: 2 })

export const request = (text: string, changes: Partial<ResolveRequest> = {}): ResolveRequest => ({
  text,
  candidate: null,
  accountId: null,
  product: null,
  mode: 'cached',
  overBudget: false,
  ...changes,
})
