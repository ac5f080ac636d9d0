import { beforeEach, describe, expect, it } from 'vitest'
import type { ConvertAnswer, ConvertedForm } from '#shared/domain/convert.ts'
import { localDay } from '#shared/domain/lookup-budget.ts'
import { PROVIDERS, type Provider } from '#shared/domain/providers.ts'
import type { AccountRecord, AttendeeRecord, IdentifierFact } from '#shared/domain/records.ts'
import { CANDIDATE_KINDS } from '#shared/identifiers/types.ts'
import type { Cache, CacheMethods } from '../cache/cache.ts'
import { createMethods } from '../cache/methods.ts'
import { openDatabase } from '../cache/open.ts'
import { NOTHING_ELSE } from '../testing/records.ts'
import { createConverter } from './converter.ts'

const CLASSIC = 'ACoAACyqrxsBPkj5lkYEno55nan46cvhSg35gbk'
const RECRUITER = 'AEMAACyqrxsBbJKG6MN0hfnwWs9Z-SpZgjA5Yb0'
const SALES = 'ACwAACyqrxsBEwSCyO_EsO_il1HarhwmGPbnaO4'
const NOW = new Date(2026, 10, 24, 12).getTime()

let methods: CacheMethods

const cacheOf = (own: CacheMethods): Cache =>
  new Proxy(own, {
    get:
      (target, name) =>
      async (...args: unknown[]) =>
        (Reflect.get(target, name) as (...args: unknown[]) => unknown)(...args),
  }) as unknown as Cache

const account = (id: string, provider: Provider, changes: Partial<AccountRecord> = {}): AccountRecord => ({
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

const saveAttendee = (
  provider: Provider,
  accountId: string,
  identifiers: Omit<IdentifierFact, 'source'>[],
  changes: Partial<AttendeeRecord> = {},
): void => {
  const facts = identifiers.map((fact): IdentifierFact => ({ ...fact, source: 'attendee' }))
  const item: AttendeeRecord = {
    id: `${accountId}${identifiers[0]?.value ?? ''}`.slice(0, 22),
    accountId,
    provider,
    providerId: identifiers[0]?.value ?? '',
    name: 'Jane',
    ...NOTHING_ELSE,
    identifiers: facts,
    ...changes,
  }
  const run = { accountId, resource: 'attendees' as const, generation: 1, state: 'done' as const, cursor: null }
  const counts = { pages: 1, items: 1, problems: 0, startedAt: 1, completedAt: 2, failure: null }
  methods.savePage({ checkpoint: { ...run, ...counts }, problems: [], at: NOW, resource: 'attendees', items: [item] })
}

const convert = (text: string): Promise<ConvertAnswer> =>
  createConverter({ cache: cacheOf(methods), now: () => NOW, region: undefined })({ text, candidate: null })

const labelled = ({ forms }: ConvertAnswer, label: string): ConvertedForm => {
  const form = forms.find((one) => one.label === label)
  if (form === undefined) throw new Error(`no form ${label}`)
  return form
}

beforeEach(() => {
  methods = createMethods(openDatabase(':memory:'))
})

describe('LinkedIn', () => {
  beforeEach(() => {
    const premium = account('full', 'linkedin', { products: ['classic', 'recruiter', 'sales-navigator'] })
    methods.saveAccounts([premium, account('basic', 'linkedin')], NOW)
  })

  it('shows pasted, derived and cached forms, each with its origin', async () => {
    const member = { kind: 'member-number' as const, value: '749383451' }
    saveAttendee('linkedin', 'basic', [{ kind: 'internal', value: CLASSIC, product: 'classic' }, member])
    const answer = await convert(RECRUITER)
    expect(labelled(answer, 'Recruiter ID')).toMatchObject({ value: RECRUITER, origin: { from: 'computed' } })
    expect(labelled(answer, 'Member number')).toMatchObject({ value: '749383451', origin: { from: 'computed' } })
    expect(labelled(answer, 'Classic ID')).toMatchObject({
      value: CLASSIC,
      url: `https://www.linkedin.com/in/${CLASSIC}`,
      origin: { from: 'cache', via: 'member-number', source: 'attendee', accountName: 'Account basic', seenAt: NOW },
    })
    expect(answer.attendees).toMatchObject([{ title: 'Jane', accountName: 'Account basic' }])
  })

  it('says what the missing ones cost, and through whom', async () => {
    methods.countLookup('full', localDay(NOW))
    const answer = await convert('https://www.linkedin.com/in/jane-doe')
    expect(labelled(answer, 'Sales Navigator ID').missing).toMatchObject({
      state: 'look-up',
      product: 'sales-navigator',
      mode: 'live',
      accounts: [
        { id: 'full', usable: true, usedToday: 1, dailyLimit: 180 },
        { id: 'basic', usable: false, why: 'Has no Sales Navigator.' },
      ],
    })
    expect(labelled(answer, 'Member number').missing).toMatchObject({ product: 'classic', mode: 'refresh' })
  })

  it('says which product no account has, and whose account is disconnected', async () => {
    methods = createMethods(openDatabase(':memory:'))
    methods.saveAccounts([account('basic', 'linkedin')], NOW)
    expect(labelled(await convert(CLASSIC), 'Recruiter ID').missing).toMatchObject({
      state: 'impossible',
      why: expect.stringContaining('No connected LinkedIn account has Recruiter'),
    })
    const gone = account('full', 'linkedin', { health: 'credentials', products: ['classic', 'recruiter'] })
    methods.saveAccounts([gone, account('basic', 'linkedin')], NOW)
    const { missing } = labelled(await convert(CLASSIC), 'Recruiter ID')
    expect(missing).toMatchObject({
      state: 'impossible',
      why: 'Account full has Recruiter, but is not connected.',
      advice: expect.stringMatching(/connect|sign/i),
    })
  })

  it('has nothing to ask with a member number that is not cached', async () => {
    const { missing } = labelled(await convert('urn:li:member:749383451'), 'Sales Navigator ID')
    expect(missing).toMatchObject({ state: 'impossible', why: expect.stringContaining('member by number') })
    saveAttendee('linkedin', 'full', [
      { kind: 'internal', value: SALES, product: 'sales-navigator' },
      { kind: 'member-number', value: '749383451' },
    ])
    const known = await convert('urn:li:member:749383451')
    expect(labelled(known, 'Sales Navigator ID').value).toBe(SALES)
    expect(labelled(known, 'Classic ID').missing).toMatchObject({ state: 'look-up', product: 'classic' })
  })
})

describe('WhatsApp and the others', () => {
  it('a phone has its public ids at once, and a test that costs one look-up', async () => {
    methods.saveAccounts([account('wa', 'whatsapp')], NOW)
    const answer = await convert('+33612345678')
    expect(labelled(answer, 'WhatsApp public id').value).toBe('33612345678@s.whatsapp.net')
    expect(labelled(answer, 'Telegram public id').value).toBe('33612345678')
    expect(answer.whatsappTest).toMatchObject({ state: 'look-up', accounts: [{ id: 'wa', usable: true }] })
  })

  it('a lid has a phone only where an attendee carries both', async () => {
    methods.saveAccounts([account('wa', 'whatsapp')], NOW)
    saveAttendee('whatsapp', 'wa', [
      { kind: 'internal', value: '111222333444@lid' },
      { kind: 'phone', value: '+33612345678' },
    ])
    const paired = await convert('111222333444@lid')
    expect(labelled(paired, 'Phone')).toMatchObject({ value: '+33612345678', origin: { from: 'cache' } })
    expect(labelled(paired, 'WhatsApp public id').value).toBe('33612345678@s.whatsapp.net')
    saveAttendee('whatsapp', 'wa', [{ kind: 'internal', value: '33699999999@lid' }], { phoneHidden: true })
    const hidden = await convert('33699999999@lid')
    expect(hidden.phoneHidden).toBe(true)
    expect(labelled(hidden, 'Phone')).toMatchObject({
      value: null,
      missing: { state: 'impossible', why: expect.stringContaining('hides') },
    })
    expect(hidden.whatsappTest).toBeNull()
    expect(hidden.forms.map(({ label }) => label)).not.toContain('Telegram public id')
  })

  it('Messenger has no look-up', async () => {
    methods.saveAccounts([account('fb', 'messenger')], NOW)
    const { missing } = labelled(await convert('https://m.me/jane.doe'), 'Internal ID')
    expect(missing).toMatchObject({ state: 'impossible', why: expect.stringContaining('no profile look-up') })
  })

  it('half of a character makes no link, and no failure', async () => {
    for (const provider of PROVIDERS)
      for (const kind of CANDIDATE_KINDS) {
        const value = '\ud800 lone surrogate'
        const candidate = { provider, kind, value, display: value, certainty: 'certain' as const, why: '' }
        const converter = createConverter({ cache: cacheOf(methods), now: () => NOW, region: undefined })
        const { forms } = await converter({ text: value, candidate })
        expect(forms.map(({ url }) => url).filter((url) => url?.includes('surrogate'))).toEqual([])
      }
  })

  it('pages and groups are no users; text that is nothing says so', async () => {
    const company = await convert('https://www.linkedin.com/company/microsoft')
    expect(company).toMatchObject({ notice: { message: expect.stringContaining('company') } })
    expect(company.forms).toMatchObject([{ value: 'microsoft', url: 'https://www.linkedin.com/company/microsoft' }])
    expect(await convert('Jane Doe')).toMatchObject({
      candidate: null,
      forms: [],
      notice: { message: expect.stringContaining('name') },
    })
  })
})
