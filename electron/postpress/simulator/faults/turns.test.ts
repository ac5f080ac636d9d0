import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type RunningSimulator, startSimulator } from '../server.ts'
import type { AccountKey } from '../world/accounts.ts'

let simulator: RunningSimulator
beforeAll(async () => {
  simulator = await startSimulator({ attendees: 600 })
})
afterAll(() => simulator.stop())
beforeEach(() => simulator.setFaults([]))

type Item = Record<string, unknown>

const items = async (path: string): Promise<Item[]> => {
  const response = await fetch(`${simulator.url}/${path}`, { headers: { 'x-api-key': simulator.key } })
  return response.ok ? ((await response.json()) as { items: Item[] }).items : []
}
const all = (list: Item[], field: string): string[] => list.map((item) => String(item[field])).sort()
const id = (key: AccountKey): string => simulator.world.accountByKey(key).id

it('an account that was connected again has other ids, and so has all that belongs to it; the others stay', async () => {
  const ids = async () => all(await items('accounts'), 'id')
  const before = {
    ids: await ids(),
    people: await items(`chat_attendees?account_id=${id('linkedin-recruiter')}&limit=250`),
  }
  const chats = await items(`chats?account_id=${id('linkedin-recruiter')}&limit=250`)
  simulator.setFaults(['account-reconnected=1'])
  const fresh = (await ids()).filter((one) => !before.ids.includes(one))
  expect(fresh).toHaveLength(1)
  expect(await items(`chat_attendees?account_id=${id('linkedin-recruiter')}`)).toEqual([])
  const people = await items(`chat_attendees?account_id=${fresh[0]}&limit=250`)
  expect(all(people, 'provider_id')).toEqual(all(before.people, 'provider_id'))
  expect(all(people, 'id').filter((one) => all(before.people, 'id').includes(one))).toEqual([])
  expect(all(await items(`chats?account_id=${fresh[0]}&limit=250`), 'id')).not.toEqual(all(chats, 'id'))
})

it('stays once it struck, on every route', async () => {
  simulator.setFaults([{ name: 'account-reconnected', rate: 1, route: 'attendees', times: 1 }])
  expect(all(await items('accounts'), 'id')).toContain(id('linkedin-recruiter'))
  await items('chat_attendees?limit=1')
  expect(all(await items('accounts'), 'id')).not.toContain(id('linkedin-recruiter'))
})

it('everybody on WhatsApp under a lid, in attendees and in chats', async () => {
  const people = `chat_attendees?account_id=${id('whatsapp')}&limit=250`
  const before = await items(people)
  expect(all(before, 'provider_id').some((one) => one.endsWith('@s.whatsapp.net'))).toBe(true)
  simulator.setFaults(['all-lids=1'])
  const after = await items(people)
  expect(all(after, 'id')).toEqual(all(before, 'id'))
  expect(all(after, 'provider_id').filter((one) => !one.endsWith('@lid'))).toEqual([])
  const chats = await items(`chats?account_id=${id('whatsapp')}&limit=250`)
  expect(all(chats, 'attendee_provider_id').filter((one) => one.endsWith('@s.whatsapp.net'))).toEqual([])
})

it('renamed people keep their ids', async () => {
  const people = `chat_attendees?account_id=${id('linkedin-classic')}&limit=250`
  const before = await items(people)
  simulator.setFaults(['user-renamed:2=1'])
  const after = await items(people)
  expect(all(after, 'provider_id')).toEqual(all(before, 'provider_id'))
  const changed = after.filter(({ name }, at) => name !== before[at]?.['name'])
  expect(changed.length).toBeGreaterThan(before.length / 4)
  expect(changed.length).toBeLessThan(before.length)
})

it('shifts relations over the page ends: the last of a page is the first of the next', async () => {
  simulator.setFaults(['items-shifting=1'])
  const url = `users/relations?account_id=${id('linkedin-recruiter')}&limit=20`
  const page = async (cursor: string) => {
    const response = await fetch(`${simulator.url}/${url}${cursor}`, { headers: { 'x-api-key': simulator.key } })
    return (await response.json()) as { items: Item[]; cursor: string }
  }
  const first = await page('')
  const second = await page(`&cursor=${encodeURIComponent(first.cursor)}`)
  expect(second.items[0]).toEqual(first.items.at(-1))
})

it('shifts chats: the oldest comes to the front', async () => {
  const oldest = simulator.world.chats().at(-1)?.id
  const newest = (await items('chats?limit=1'))[0]
  simulator.setFaults(['items-shifting=1'])
  const [first, second] = await items('chats?limit=2')
  expect(first?.['id']).toBe(oldest)
  expect(second).toEqual(newest)
  expect(Date.parse(String(first?.['timestamp']))).toBeGreaterThan(Date.parse(String(second?.['timestamp'])))
})
