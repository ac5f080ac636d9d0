import { afterEach, beforeEach, expect, it } from 'vitest'
import { type RunningSimulator, startSimulator } from '../postpress/simulator/server.ts'
import { fetchTransport } from '../postpress/transport.ts'
import { createBench, type DirectCache, openDirectCache } from './testing/bench.ts'

const transport = fetchTransport(fetch)
let api: RunningSimulator
let store: DirectCache

beforeEach(async () => {
  api = await startSimulator({ newerServer: true, attendees: 300 })
  store = openDirectCache()
})
afterEach(() => api.stop())

const sync = async (): Promise<void> => {
  await (await createBench(store.cache, { ...api, transport })).run()
}

const attendees = (): { id: string; accountId: string }[] =>
  store.db.prepare('SELECT id, account_id AS accountId FROM attendees').all() as { id: string; accountId: string }[]

const kindsOf = (id: string): string[] => (store.methods.passport(id)?.changes ?? []).map(({ kind }) => kind)

it('an account that was connected again keeps its people: nobody twice, nobody lost, earlier ids lead to them', async () => {
  await sync()
  const before = attendees()
  const { id: earlier } = api.world.accountByKey('linkedin-recruiter')
  api.setFaults(['account-reconnected=1'])
  await sync()

  const now = attendees()
  expect(now).toHaveLength(before.length)
  expect(now.filter(({ accountId }) => accountId === earlier)).toEqual([])
  const moved = before.filter(({ accountId }) => accountId === earlier)
  expect(moved.length).toBeGreaterThan(10)
  for (const { id } of moved) {
    const passport = store.methods.passport(id)
    expect(passport?.attendeeId).not.toBe(id)
    expect(passport?.changes).toContainEqual(
      expect.objectContaining({ kind: 'replaced', before: id, after: passport?.attendeeId }),
    )
  }
  const account = store.methods.accounts().find(({ earlier: ids }) => ids.length > 0)
  expect(account?.earlier.map(({ id }) => id)).toEqual([earlier])
  expect(store.methods.syncReport().departed).toEqual([])
})

it('people whom WhatsApp moved to lids, and renamed ones, are the same people with a history', async () => {
  await sync()
  const before = attendees()
  api.setFaults(['all-lids=1', 'user-renamed=1'])
  await sync()

  expect(new Set(attendees().map(({ id }) => id))).toEqual(new Set(before.map(({ id }) => id)))
  const kinds = new Set(before.flatMap(({ id }) => kindsOf(id)))
  expect(kinds).toEqual(new Set(['name', 'internal-id', 'public-id']))
})
