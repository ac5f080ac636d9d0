import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningSimulator, startSimulator } from '../server.ts'
import type { AccountKey } from '../world/accounts.ts'
import { CONTENT_FAULTS } from './content.ts'
import { PAGING_FAULTS } from './paging.ts'

let simulator: RunningSimulator
beforeAll(async () => {
  simulator = await startSimulator({ attendees: 400, newerServer: true })
})
afterAll(() => simulator.stop())
beforeEach(() => simulator.setFaults([]))

const text = async (path: string): Promise<string> =>
  (await fetch(`${simulator.url}/${path}`, { headers: { 'x-api-key': simulator.key } })).text()

const list = async (path: string): Promise<{ items: Record<string, unknown>[]; cursor?: string | null }> =>
  JSON.parse(await text(path))

const attendeesOf = (account: AccountKey): string =>
  `chat_attendees?account_id=${simulator.world.accountByKey(account).id}&limit=20`

describe('faults of names', () => {
  it.each([
    ['name-empty', ''],
    ['name-null', null],
    ['name-null-text', 'null'],
    ['name-missing', undefined],
  ])('%s', async (fault, name) => {
    simulator.setFaults([`${fault}:1@attendees=1`])
    expect(new Set((await list(attendeesOf('telegram'))).items.map((item) => item['name']))).toEqual(new Set([name]))
  })

  it('strike every n-th item, and are as long, blank and mixed as they say', async () => {
    simulator.setFaults(['name-long:2=1'])
    const lengths = (await list(attendeesOf('telegram'))).items.map(({ name }) => String(name).length)
    expect(lengths.filter((_, at) => at % 2 === 0).every((length) => length === 300)).toBe(true)
    expect(lengths[1]).toBeLessThan(100)
    for (const [fault, shape] of [
      ['name-blank', /^\s+$/],
      ['name-rtl', /\p{Script=Arabic}/u],
      ['name-emoji', /\p{Extended_Pictographic}\u200d/u],
    ] as const) {
      simulator.setFaults([`${fault}=1`])
      expect((await list(attendeesOf('telegram'))).items[0]?.['name']).toMatch(shape)
    }
  })
})

describe('faults of WhatsApp', () => {
  it.each([
    ['jid-to-lid:1', /@lid$/],
    ['device-suffix:1', /:12@s\.whatsapp\.net$|@lid$/],
    ['not-people', /@g\.us$|@newsletter$|status@broadcast$|@s\.whatsapp\.net$|@lid$/],
  ])('%s', async (fault, shape) => {
    const before = (await list(attendeesOf('whatsapp'))).items.map(({ provider_id }) => provider_id)
    simulator.setFaults([`${fault}=1`])
    const after = (await list(attendeesOf('whatsapp'))).items.map(({ provider_id }) => String(provider_id))
    expect(after).not.toEqual(before)
    for (const id of after) expect(id).toMatch(shape)
  })
})

describe('faults of profiles', () => {
  const profileOf = (account: AccountKey): string => {
    const { id } = simulator.world.accountByKey(account)
    const other = simulator.world.attendees(id).find(({ isSelf, reasons }) => !isSelf && (reasons & 1) !== 0)
    if (other === undefined) throw new Error('nobody to look up')
    return `users/${encodeURIComponent(simulator.world.providerId(other))}?account_id=${id}`
  }

  it('withhold sections, and write a pk that no double holds', async () => {
    simulator.setFaults(['throttled-sections=1', 'pk-number=1'])
    expect(await text(profileOf('linkedin-recruiter'))).toContain('"throttled_sections":["experience","skills"]')
    expect(await text(profileOf('instagram'))).toContain('"pk":9007199254740993123,')
  })
})

describe('faults of lists', () => {
  const second = async (): Promise<string> =>
    `${attendeesOf('telegram')}&cursor=${encodeURIComponent((await list(attendeesOf('telegram'))).cursor ?? '')}`

  it.each(['cursor-loop', 'cursor-alternates', 'page-empty', 'pages-endless'])('%s never ends', async (fault) => {
    const path = await second()
    simulator.setFaults([`${fault}=1`])
    const seen = new Set<unknown>()
    let next = path
    for (let page = 0; page < 6; page += 1) {
      const { items, cursor } = await list(next)
      expect(items.length === 0).toBe(fault === 'page-empty')
      expect(cursor).toEqual(expect.any(String))
      seen.add(cursor)
      next = `${attendeesOf('telegram')}&cursor=${encodeURIComponent(String(cursor))}`
    }
    expect(seen.size).toBe({ 'cursor-loop': 1, 'cursor-alternates': 2 }[fault] ?? 6)
  })

  it.each(['chat_attendees?', 'chats?', 'users/relations?'])(
    'begins a page with the last item of the one before: %s',
    async (route) => {
      simulator.setFaults(['pages-overlap=1'])
      const path = `${route}account_id=${simulator.world.accountByKey('linkedin-recruiter').id}&limit=20`
      const first = await list(path)
      const second = await list(`${path}&cursor=${encodeURIComponent(first.cursor ?? '')}`)
      expect(second.items[0]).toEqual(first.items[19])
      expect(second.items[1]).not.toEqual(first.items[19])
    },
  )

  it('repeats items, and ends with an empty or no cursor', async () => {
    simulator.setFaults(['items-repeated=1'])
    expect((await list(attendeesOf('telegram'))).items).toHaveLength(40)
    simulator.setFaults(['cursor-empty-text=1'])
    expect((await list('accounts')).cursor).toBe('')
    simulator.setFaults(['cursor-missing=1'])
    expect('cursor' in (await list('accounts'))).toBe(false)
  })
})

it('every fault changes some answer', async () => {
  const { id } = simulator.world.accountByKey('whatsapp')
  const insta = simulator.world.attendees(simulator.world.accountByKey('instagram').id).find(({ isSelf }) => !isSelf)
  const linked = simulator.world.accountByKey('linkedin-recruiter').id
  const friend = simulator.world.attendees(linked).find(({ isSelf, reasons }) => !isSelf && (reasons & 1) !== 0)
  if (insta === undefined || friend === undefined) throw new Error('a world without people')
  const first = attendeesOf('telegram')
  const cursor = encodeURIComponent((await list(first)).cursor ?? '')
  const paths = [
    `chat_attendees?account_id=${id}`,
    `${first}&cursor=${cursor}`,
    attendeesOf('linkedin-recruiter'),
    'accounts',
    `users/${simulator.world.providerId(insta)}?account_id=${insta.account.id}`,
    `users/${simulator.world.providerId(friend)}?account_id=${linked}`,
  ]
  const honest = await Promise.all(paths.map(text))
  for (const fault of [...Object.keys(CONTENT_FAULTS), ...Object.keys(PAGING_FAULTS)]) {
    simulator.setFaults([`${fault}=1`])
    expect(await Promise.all(paths.map(text)), fault).not.toEqual(honest)
  }
})
