import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { localDay } from '#shared/domain/lookup-budget.ts'
import type { ProfileRecord } from '#shared/domain/records.ts'
import { type RunningSimulator, startSimulator } from '../postpress/simulator/server.ts'
import type { AccountKey } from '../postpress/simulator/world/accounts.ts'
import { fetchTransport } from '../postpress/transport.ts'
import { createBench, type DirectCache, noWaiting, openDirectCache } from './testing/bench.ts'

const transport = fetchTransport(fetch)
const DAY = 24 * 60 * 60 * 1_000
let api: RunningSimulator
beforeAll(async () => {
  api = await startSimulator({ attendees: 600 })
})
afterAll(() => api.stop())
beforeEach(() => {
  api.setFaults([])
  api.calls.reset()
})

const id = (key: AccountKey): string => api.world.accountByKey(key).id

const setUp = async (store: DirectCache = openDirectCache()) => {
  let time = Date.now()
  const clock = { now: () => time, after: noWaiting }
  const bench = await createBench(store.cache, { ...api, transport }, clock)
  return {
    store,
    bench,
    pass: (ms: number) => {
      time += ms
    },
    today: () => localDay(time),
  }
}

const part = (bench: Awaited<ReturnType<typeof setUp>>['bench'], account: AccountKey, resource: string) =>
  bench.sync.status().resources.find((one) => one.accountId === id(account) && one.resource === resource)

const follows = ({ db }: DirectCache, account: AccountKey, direction: string): string[] =>
  (
    db
      .prepare('SELECT internal_id FROM follows WHERE account_id = ? AND direction = ? ORDER BY 1')
      .all(id(account), direction) as { internal_id: string }[]
  ).map(({ internal_id }) => internal_id)

it('reads follow lists and own profiles where the API has them', async () => {
  const { store, bench } = await setUp()
  await bench.run()
  expect(follows(store, 'linkedin-recruiter', 'followers').length).toBeGreaterThan(50)
  expect(follows(store, 'instagram', 'followers').length).toBeGreaterThan(5)
  expect(follows(store, 'instagram', 'following').length).toBeGreaterThan(5)
  const owners = store.db.prepare('SELECT account_id FROM owners ORDER BY 1').all() as { account_id: string }[]
  const wanted: AccountKey[] = ['linkedin-recruiter', 'linkedin-classic', 'telegram', 'x']
  expect(owners.map(({ account_id }) => account_id)).toEqual(wanted.map(id).sort())
  for (const account of ['whatsapp', 'messenger'] as const)
    expect(bench.states(id(account)).map((state) => state.split(' ')[0])).toEqual(['attendees', 'chats', 'members'])
})

it('asks for own profiles once a day and for follow lists once a week, whoever asks, and counts the profiles', async () => {
  const { store, bench, pass, today } = await setUp()
  await bench.run()
  const asked = () => [api.calls.count({ route: 'me' }), api.calls.count({ route: 'followers' })]
  const [owners = 0, followers = 0] = asked()
  expect(owners).toBe(4)
  expect(store.methods.lookupsOn(today())[id('telegram')]).toBe(1)
  await bench.run()
  await bench.run(id('telegram'))
  expect(asked()).toEqual([owners, followers])
  pass(2 * DAY)
  await bench.run()
  expect(asked()).toEqual([owners * 2, followers])
  pass(6 * DAY)
  await bench.run()
  expect(asked()).toEqual([owners * 3, followers * 2])
})

it('leaves the own profile for another day when the look-ups of today are used', async () => {
  const { store, bench, today } = await setUp()
  await bench.run(id('x'))
  const before = api.calls.count({ route: 'me' })
  store.db.exec('DELETE FROM checkpoints')
  for (let n = 0; n < 200; n += 1) store.methods.countLookup(id('x'), today())
  const again = await setUp(store)
  await again.bench.run(id('x'))
  expect(api.calls.count({ route: 'me' })).toBe(before)
  expect(part(again.bench, 'x', 'owner')?.failure?.kind).toBe('budget-exceeded')
})

it('a list that this server does not have is complete, not failed', async () => {
  const { bench } = await setUp()
  const missing = await createBench(
    openDirectCache().cache,
    {
      ...api,
      transport: async (request) =>
        request.url.includes('/users/followers')
          ? Response.json({ type: 'errors/feature_not_implemented', title: 'No', status: 501 }, { status: 501 })
          : transport(request),
    },
    { now: Date.now, after: noWaiting },
  )
  await missing.run(id('instagram'))
  expect(part({ ...bench, sync: missing.sync }, 'instagram', 'followers')).toMatchObject({
    state: 'done',
    unavailable: true,
    failure: null,
  })
})

it('people who left a follow list are gone after the next complete reading', async () => {
  const { store, bench, pass } = await setUp()
  await bench.run(id('instagram'))
  store.db
    .prepare("INSERT INTO follows VALUES (?, 'followers', 'gone', 'instagram', NULL, NULL, 'Gone', NULL, NULL, 1, 0)")
    .run(id('instagram'))
  pass(8 * DAY)
  await bench.run(id('instagram'))
  expect(follows(store, 'instagram', 'followers')).not.toContain('gone')
})

it('who follows and is followed on Instagram is a contact, with the lists as its source', async () => {
  const { store, bench } = await setUp()
  await bench.run(id('instagram'))
  const both = follows(store, 'instagram', 'followers').filter((one) =>
    follows(store, 'instagram', 'following').includes(one),
  )
  const found = store.db
    .prepare('SELECT id, row FROM attendees WHERE account_id = ? AND provider_id = ?')
    .get(id('instagram'), both[0]) as { id: string; row: number }
  store.db.prepare('UPDATE attendees SET contact_evidence = NULL WHERE row = ?').run(found.row)
  const passport = store.methods.passport(found.id)
  expect(passport?.follow).toMatchObject({ followsAccount: true, followedByAccount: true })
  const contact =
    passport?.known.state === 'known' ? passport.known.reasons.find(({ kind }) => kind === 'contact') : null
  expect(contact?.evidence).toEqual([expect.objectContaining({ source: 'follow', seenAt: passport?.follow?.seenAt })])
})

it.each(['telegram', 'x'] as const)(
  'a live %s profile with contact flags makes its attendee a contact',
  async (provider) => {
    const { store, bench } = await setUp()
    await bench.run(id(provider))
    const plain = store.db
      .prepare(
        `SELECT a.id, a.provider_id FROM attendees a JOIN facets f ON f.row = a.row
       WHERE a.account_id = ? AND f.reasons & 1 = 0 AND a.is_self = 0 LIMIT 1`,
      )
      .get(id(provider)) as { id: string; provider_id: string }
    const profile: ProfileRecord = {
      accountId: id(provider),
      provider,
      product: null,
      internalId: plain.provider_id,
      name: 'Somebody',
      headline: null,
      location: null,
      profileUrl: null,
      networkDistance: null,
      contact: { source: 'profile', evidence: 'mutual contact: true' },
      details: [],
      throttledSections: [],
      identifiers: [{ kind: 'internal', value: plain.provider_id, source: 'profile' }],
      fetchedAt: 42,
    }
    store.methods.saveProfile(profile)
    const isContact = () =>
      store.db
        .prepare('SELECT f.reasons & 1 AS yes FROM facets f JOIN attendees a ON a.row = f.row WHERE a.id = ?')
        .get(plain.id)
    expect(isContact()).toEqual({ yes: 1 })
    const known = store.methods.passport(plain.id)?.known
    const contact = known?.state === 'known' ? known.reasons.find(({ kind }) => kind === 'contact') : null
    expect(contact?.evidence[0]).toMatchObject({ source: 'profile', seenAt: 42 })
    // The next sync of the list does not forget it.
    await bench.run(id(provider))
    expect(isContact()).toEqual({ yes: 1 })
  },
)
