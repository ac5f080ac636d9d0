import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningSimulator, startSimulator } from '../postpress/simulator/server.ts'
import { fetchTransport, type Transport } from '../postpress/transport.ts'
import { createBench, type DirectCache, openDirectCache } from './testing/bench.ts'

const transport = fetchTransport(fetch)
let api: RunningSimulator
let store: DirectCache

beforeAll(async () => {
  api = await startSimulator({ newerServer: true, attendees: 400 })
})
afterAll(() => api.stop())
beforeEach(() => {
  api.setFaults([])
  api.calls.reset()
  store = openDirectCache()
})

const count = (sql: string, ...values: string[]): number =>
  (store.db.prepare(`SELECT count(*) AS n FROM ${sql}`).get(...values) as { n: number }).n

/** Everything that a sync writes about the world, without times. */
const contents = (): unknown[] =>
  [
    'SELECT a.id, a.account_id, a.provider_id, a.name, f.reasons FROM attendees a JOIN facets f ON f.row = a.row ORDER BY a.id',
    "SELECT a.id, i.value ->> '$[0]', i.value ->> '$[1]' FROM attendees a, json_each(a.identifiers) i ORDER BY 1, 2, 3",
    'SELECT id, account_id, type, attendee_provider_id FROM chats ORDER BY id',
    'SELECT chat_id, attendee_id FROM members ORDER BY 1, 2',
    'SELECT account_id, internal_id, public_id FROM relations ORDER BY 1, 2',
  ].map((sql) => store.db.prepare(sql).all())

const expectWholeWorld = (): void => {
  const { world } = api
  for (const [id, attendees] of Object.entries(world.counts.byAccount)) {
    expect(count('attendees WHERE account_id = ?', id)).toBe(attendees)
    expect(count('chats WHERE account_id = ?', id)).toBe(world.chats().filter((chat) => chat.account.id === id).length)
    const isLinkedin = world.account(id)?.provider === 'linkedin'
    expect(count('relations WHERE account_id = ?', id)).toBe(isLinkedin ? world.relations(id).length : 0)
  }
  expect(count('accounts')).toBe(world.accounts.length)
  const groups = world.chats().filter(({ kind }) => kind !== 'single')
  expect(count("chats WHERE type <> 'single' AND members_at IS NOT NULL")).toBe(groups.length)
}

describe('a full sync', () => {
  it('brings the whole world, every attendee with the reasons that the world has', async () => {
    const bench = await createBench(store.cache, { ...api, transport })
    const status = await bench.run()
    expectWholeWorld()
    expect(new Set(bench.states().map((state) => state.split(' ')[1]))).toEqual(new Set(['done']))
    expect(status).toMatchObject({ running: false, connection: 'connected', failure: null })
    expect(status.lastCompleteAt).not.toBeNull()
    expect(bench.progress.at(-1)).toEqual(status)
    expect(bench.changed).toEqual(new Set(api.accounts.map(({ id }) => id)))
    expect(count('problems')).toBe(0)
    for (const attendee of api.world.attendees()) {
      const known = store.methods.passport(attendee.id)?.known
      if (known?.state !== 'known') continue
      // Only LinkedIn has a list of contacts: elsewhere a contact shows by a chat or a group, if at all.
      const isListed = attendee.account.provider === 'linkedin'
      const expected = api.world.reasons(attendee).filter((reason) => isListed || reason === 'chat')
      const found = known.reasons.map(({ kind }) => kind).filter((kind) => isListed || kind === 'chat')
      expect(new Set(found), attendee.id).toEqual(new Set(expected))
    }
    expect(api.calls.notified()).toHaveLength(0)
  })

  it('changes nothing when it runs again, and outlives the app', async () => {
    await (await createBench(store.cache, { ...api, transport })).run()
    const before = contents()
    const next = await createBench(store.cache, { ...api, transport })
    expect(new Set(next.states().map((state) => state.split(' ')[1]))).toEqual(new Set(['done']))
    expect(next.sync.status().lastCompleteAt).not.toBeNull()
    await next.run()
    expect(contents()).toEqual(before)
  })

  it('reads one account alone', async () => {
    const { id } = api.world.accountByKey('telegram')
    const bench = await createBench(store.cache, { ...api, transport })
    const status = await bench.run(id)
    expect(Object.keys(api.calls.byAccount()).filter((account) => account !== '-')).toEqual([id])
    expect(bench.states(id)).toEqual(['attendees done', 'chats done', 'members done', 'owner done'])
    expect(status.lastCompleteAt).toBeNull()
    expect((await bench.run('no-such-account')).failure?.kind).toBe('not-found')
  })

  it('merges starts: what the run does not cover follows it', async () => {
    const { id } = api.world.accountByKey('x')
    const bench = await createBench(store.cache, { ...api, transport })
    expect(bench.sync.start({ accountId: id }).running).toBe(true)
    bench.sync.start({ accountId: id })
    bench.sync.start({ accountId: null })
    bench.sync.start({ accountId: null })
    await bench.sync.idle()
    expectWholeWorld()
    expect(api.calls.count({ route: 'accounts' })).toBe(2)
  })
})

describe('interruptions', () => {
  /** Lets a number of answers through; the rest never comes, as when the app is killed. */
  const dyingAfter = (answers: number, died: () => void): Transport => {
    let left = answers
    return (request) => {
      left -= 1
      if (left >= 0) return transport(request)
      died()
      return new Promise(() => undefined)
    }
  }

  it.each([2, 7, 30])('goes on where a run killed after %i answers stopped', async (answers) => {
    await new Promise<void>((died) => {
      const clock = { now: Date.now, after: () => () => undefined }
      createBench(store.cache, { ...api, transport: dyingAfter(answers, died), clock }).then(({ sync }) =>
        sync.start({ accountId: null }),
      )
    })
    const left = store.methods.checkpoints()
    api.calls.reset()
    const next = await createBench(store.cache, { ...api, transport })
    for (const { accountId, resource } of left.filter(({ state }) => state === 'running'))
      expect(next.states(accountId)).toContain(`${resource} interrupted`)
    await next.run()
    expectWholeWorld()
    for (const { accountId, resource, state, cursor } of left) {
      if (state !== 'running' || cursor === null || resource === 'members') continue
      const calls = api.calls.all().filter((call) => call.route === resource && call.accountId === accountId)
      expect(calls[0]?.query['cursor']).toBe(cursor)
    }
  })

  it('cancels at once, keeps what was read, and completes later', async () => {
    const slow: Transport = async (request) => {
      if (api.calls.count({ route: 'members' }) > 3) return new Promise(() => undefined)
      return transport(request)
    }
    const bench = await createBench(store.cache, { ...api, transport: slow })
    bench.sync.start({ accountId: null })
    await expect.poll(() => api.calls.count({ route: 'members' })).toBeGreaterThan(3)
    const status = await bench.sync.cancel()
    expect(status).toMatchObject({ running: false, failure: null })
    expect(bench.states().some((state) => state.endsWith('cancelled'))).toBe(true)
    expect(bench.states().some((state) => /running|queued/.test(state))).toBe(false)
    expect(count('attendees')).toBeGreaterThan(0)
    await (await createBench(store.cache, { ...api, transport })).run()
    expectWholeWorld()
  })

  it('stops for good without another event', async () => {
    const bench = await createBench(store.cache, { ...api, transport })
    bench.sync.start({ accountId: null })
    await bench.sync.stop()
    const events = bench.progress.length
    expect(bench.sync.start({ accountId: null }).running).toBe(false)
    expect(bench.progress).toHaveLength(events)
  })
})

describe('failures', () => {
  it('marks a failing resource and reads the others', async () => {
    api.setFaults([{ name: 'http-500-provider-error', rate: 1, route: 'relations' }])
    const bench = await createBench(store.cache, { ...api, transport })
    const status = await bench.run()
    const { id } = api.world.accountByKey('linkedin-recruiter')
    expect(bench.states(id)).toEqual([
      'attendees done',
      'chats done',
      'followers done',
      'members done',
      'owner done',
      'relations failed provider-error',
    ])
    expect(status).toMatchObject({ failure: null, lastCompleteAt: null, running: false })
    api.setFaults([])
    expect((await bench.run()).lastCompleteAt).not.toBeNull()
    expectWholeWorld()
  })

  it('stops with the key refused, and says so', async () => {
    const bench = await createBench(store.cache, { ...api, key: 'another-key', transport })
    expect((await bench.run()).failure?.kind).toBe('wrong-key')
    expect(count('accounts')).toBe(0)
  })

  it('stops when the network goes away, keeps what was read, and goes on when it is back', async () => {
    let isOffline = false
    const flaky: Transport = (request) => {
      if (api.calls.count({ route: 'chats' }) > 2) isOffline = true
      if (isOffline) throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) })
      return transport(request)
    }
    const bench = await createBench(store.cache, { ...api, transport: flaky })
    const status = await bench.run()
    expect(status).toMatchObject({ connection: 'offline', failure: { kind: 'offline' }, running: false })
    expect(bench.states().some((state) => state.endsWith('interrupted'))).toBe(true)
    expect(count('attendees')).toBeGreaterThan(0)
    const again = await createBench(store.cache, { ...api, transport })
    expect((await again.run()).failure).toBeNull()
    expectWholeWorld()
  })

  it('comes to the same contents through random faults', async () => {
    await (await createBench(store.cache, { ...api, transport })).run()
    const faultless = contents()
    store = openDirectCache()
    const kinds = ['http-503', 'http-504', 'http-429', 'reset-mid-body', 'truncated-json', 'html-502', 'empty-body']
    api.setFaults(kinds.map((kind) => `${kind}=0.05`))
    const bench = await createBench(store.cache, { ...api, transport })
    let status = await bench.run()
    // What a run could not get in spite of its tries, the next one gets: nothing is lost or doubled.
    for (let round = 0; status.lastCompleteAt === null && round < 5; round += 1) status = await bench.run()
    expect(status.lastCompleteAt).not.toBeNull()
    expect(contents()).toEqual(faultless)
  })
})
