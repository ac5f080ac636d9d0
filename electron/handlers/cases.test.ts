import type Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Passport } from '#shared/domain/attendees.ts'
import { AppError } from '#shared/domain/errors.ts'
import type { AttendeeRecord, ProfileRecord } from '#shared/domain/records.ts'
import { deleteAttendees, saveAttendees } from '../cache/attendees.ts'
import type { Cache } from '../cache/cache.ts'
import { createMethods as createCacheMethods } from '../cache/methods.ts'
import { openDatabase } from '../cache/open.ts'
import { createStore, type Store } from '../cache/statements.ts'
import { createMethods } from '../notebook/methods.ts'
import type { Notebook } from '../notebook/notebook.ts'
import { openNotebook } from '../notebook/open.ts'
import { NOTHING_ELSE } from '../testing/records.ts'
import type { Desk } from '../workspaces/desk.ts'
import { attendeeHandlers } from './attendees.ts'
import { caseHandlers } from './cases.ts'
import { linkHandlers } from './links.ts'

const attendee = (id: string, provider: AttendeeRecord['provider'], phone: string): AttendeeRecord => ({
  id,
  accountId: `${provider}-account`,
  provider,
  providerId: `1${id}`,
  name: `Person ${id}`,
  ...NOTHING_ELSE,
  identifiers: [
    { kind: 'internal', value: `1${id}`, source: 'attendee' },
    { kind: 'phone', value: phone, source: 'attendee' },
  ],
})

const stranger: ProfileRecord = {
  provider: 'linkedin',
  internalId: 'ACoAAstranger',
  product: null,
  accountId: 'linkedin-account',
  name: 'Stranger',
  headline: null,
  location: null,
  profileUrl: null,
  networkDistance: null,
  contact: null,
  identifiers: [{ kind: 'internal', value: 'ACoAAstranger', source: 'profile' }],
  details: [],
  throttledSections: [],
  fetchedAt: 5,
}

let cacheDb: Database.Database
let store: Store
let broken: AppError | null
let saved: [name: string, text: string][]
let cases: ReturnType<typeof caseHandlers>
let links: ReturnType<typeof linkHandlers>
let passportOf: (id: string) => Promise<Passport>

beforeEach(() => {
  cacheDb = openDatabase(':memory:')
  store = createStore(cacheDb)
  broken = null
  saved = []
  const cache = createCacheMethods(cacheDb) as unknown as Cache
  const notebook = createMethods(openNotebook({ file: ':memory:', key: null }).db, 'ada') as unknown as Notebook
  const workspace = {
    cache,
    lasting: true,
    notebook: () => {
      if (broken !== null) throw broken
      return notebook
    },
  }
  const desk = { current: () => workspace } as unknown as Desk
  cases = caseHandlers(desk, {
    save: async (name, text) => {
      saved.push([name, text])
      return name
    },
    copy: async () => undefined,
  })
  links = linkHandlers(desk)
  passportOf = async (id) => attendeeHandlers(desk, undefined).passport({ id })
  saveAttendees(store, [attendee('a', 'telegram', '+33612345678'), attendee('b', 'whatsapp', '+33612345678')], 1, 1)
})

const ref = { kind: 'attendee', id: 'a' } as const

describe('people in a case', () => {
  it('are as cached, and as they were when they were pinned once the cache has lost them', async () => {
    const { id } = await cases.create({ title: ' ', ticket: ' T ', person: ref })
    expect(await cases.read({ id })).toMatchObject({
      title: 'Untitled case',
      ticket: 'T',
      people: 1,
      pinned: [{ cached: true, title: 'Person a', ref }],
    })
    const rows = store.all<{ row: number }>(`SELECT row FROM attendees WHERE id = 'a'`).map(({ row }) => row)
    deleteAttendees(store, rows)
    expect(await cases.read({ id })).toMatchObject({
      pinned: [{ cached: false, title: 'Person a', provider: 'telegram' }],
    })
    await cases.export({ id, format: 'markdown', to: 'file' })
    expect(saved[0]?.[0]).toBe('case-untitled-case.md')
    expect(saved[0]?.[1]).toContain('+33612345678')
    expect(saved[0]?.[1]).toContain('No longer in the cache')
  })

  it('can be looked-up users who are no attendees, and are opened as the attendees they become', async () => {
    createCacheMethods(cacheDb).saveProfile(stranger)
    const person = {
      kind: 'user',
      provider: 'linkedin',
      internalId: 'ACoAAstranger',
      accountId: 'linkedin-account',
    } as const
    const { id } = await cases.create({ title: 'Who is it', ticket: '', person })
    expect(await cases.read({ id })).toMatchObject({ pinned: [{ cached: true, title: 'Stranger', ref: person }] })
    expect(await cases.holding({ person })).toEqual([{ id, title: 'Who is it', status: 'open' }])
    const known = attendee('s', 'linkedin', '+1')
    const identifiers = [{ kind: 'internal', value: 'ACoAAstranger', source: 'attendee' }] as const
    saveAttendees(store, [{ ...known, providerId: 'ACoAAstranger', identifiers: [...identifiers] }], 1, 1)
    expect(await cases.read({ id })).toMatchObject({ pinned: [{ ref: { kind: 'attendee', id: 's' } }] })
    // The same person, though they have an ID now.
    await cases.pin({ id, person: { kind: 'attendee', id: 's' } })
    expect((await cases.read({ id })).pinned).toHaveLength(1)
  })

  it('must be cached to be pinned: otherwise no case is left behind', async () => {
    const nobody = { kind: 'attendee', id: 'nobody' } as const
    await expect(cases.create({ title: 'x', ticket: '', person: nobody })).rejects.toMatchObject({
      failure: { kind: 'not-found' },
    })
    expect(await cases.list(null)).toEqual({ cases: [], lasting: true })
  })
})

describe('decisions about links', () => {
  const verdicts = async (id: string) =>
    (await passportOf(id)).elsewhere.map(({ row, verdict, certainty }) => [row.id, verdict, certainty])

  it('are seen from both sides, and taken back', async () => {
    expect(await verdicts('a')).toEqual([['b', null, 'likely']])
    await links.decide({ person: ref, otherId: 'b', verdict: 'rejected' })
    expect(await verdicts('a')).toEqual([['b', 'rejected', 'likely']])
    expect(await verdicts('b')).toEqual([['a', 'rejected', 'likely']])
    await links.decide({ person: { kind: 'attendee', id: 'b' }, otherId: 'a', verdict: null })
    expect(await verdicts('a')).toEqual([['b', null, 'likely']])
    await expect(links.decide({ person: ref, otherId: 'z', verdict: 'confirmed' })).rejects.toMatchObject({
      failure: { kind: 'not-found' },
    })
  })

  it('outlive what spoke for them when they were confirmed', async () => {
    await links.decide({ person: ref, otherId: 'b', verdict: 'confirmed' })
    saveAttendees(store, [attendee('c', 'telegram', '+1')], 1, 1)
    // The phone is gone from the other side, as if it had never been reported.
    const rows = store.all<{ row: number }>(`SELECT row FROM attendees WHERE id = 'b'`).map(({ row }) => row)
    deleteAttendees(store, rows)
    saveAttendees(store, [attendee('b', 'whatsapp', '+2')], 2, 2)
    const [other] = (await passportOf('a')).elsewhere
    expect(other).toMatchObject({
      verdict: 'confirmed',
      evidence: 'Same phone number: +33612345678',
      certainty: 'possible',
    })
    expect(other?.why).toContain('no longer cached')
  })

  it('are missing while the notebook cannot be opened, and everything cached is still there', async () => {
    broken = new AppError('storage', 'The notebook was written by a newer version of the app.')
    expect(await verdicts('a')).toEqual([['b', null, 'likely']])
    await expect(Promise.resolve(cases.list(null))).rejects.toBe(broken)
    await expect(links.decide({ person: ref, otherId: 'b', verdict: 'confirmed' })).rejects.toBe(broken)
  })
})
