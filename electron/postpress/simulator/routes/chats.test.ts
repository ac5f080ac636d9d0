import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, createCaller, idsOf } from '../caller.ts'
import { type RunningSimulator, startSimulator } from '../server.ts'
import type { Chat } from '../world/chats.ts'

let simulator: RunningSimulator
let get: Caller['get']
let failure: Caller['failure']
let allPages: Caller['allPages']

beforeAll(async () => {
  simulator = await startSimulator({ attendees: 400 })
  ;({ get, failure, allPages } = createCaller(simulator))
})
afterAll(() => simulator.stop())

describe('chats', () => {
  const expected = (fits: (chat: Chat) => boolean): string[] =>
    simulator.world
      .chats()
      .filter(fits)
      .map(({ id }) => id)

  it('can be filtered by accounts, type, unread and time, over pages', async () => {
    const [a, b] = [simulator.world.accountByKey('whatsapp').id, simulator.world.accountByKey('x').id]
    expect(idsOf(await allPages(`chats?limit=9&account_id=${a},${b}`))).toEqual(
      expected(({ account }) => account.id === a || account.id === b),
    )
    expect(idsOf(await allPages('chats?limit=9&account_type=TELEGRAM'))).toEqual(
      expected(({ account }) => account.provider === 'telegram'),
    )
    expect(idsOf(await allPages('chats?limit=9&unread=true'))).toEqual(expected(({ unread }) => unread > 0))
    const middle = simulator.world.chats()[50]?.at ?? 0
    const stamp = new Date(middle).toISOString()
    expect(idsOf(await allPages(`chats?limit=9&before=${stamp}`))).toEqual(
      expected(({ at }) => at !== null && at < middle),
    )
    expect(idsOf(await allPages(`chats?limit=9&after=${stamp}`))).toEqual(
      expected(({ at }) => at !== null && at > middle),
    )
  })

  it.each(['before=2026-01-01', 'after=now', 'unread=1', 'account_type=FAX'])('refuse %s', async (filter) => {
    expect(await failure(`chats?${filter}`)).toEqual([400, 'errors/invalid_parameters'])
  })

  it('of an attendee: by postpress ID, provider id or a list of both; single chats only', async () => {
    const { examples, chatsOf } = simulator.world
    const [one, two] = [examples.knownOnlyBy('chat', 'whatsapp'), examples.knownByAll('telegram')]
    const chats = [one, two].map(({ attendee }) => chatsOf(attendee)[0]?.id)
    expect(idsOf([await get(`chat_attendees/${one.attendeeId}/chats`)])).toEqual([chats[0]])
    expect(idsOf([await get(`chat_attendees/${encodeURIComponent(one.providerId)}/chats`)])).toEqual([chats[0]])
    const both = encodeURIComponent(`${one.providerId},${two.attendeeId}`)
    expect(idsOf([await get(`chat_attendees/${both}/chats`)]).toSorted()).toEqual(chats.toSorted())
    expect(idsOf([await get(`chat_attendees/${both}/chats?account_id=${two.accountId}`)])).toEqual([chats[1]])
    expect(await failure('chat_attendees/nobody/chats')).toEqual([404, 'errors/resource_not_found'])
  })

  it('list their members: self and the other, or the whole group', async () => {
    const { examples, chats } = simulator.world
    const { attendeeId } = examples.knownOnlyBy('chat', 'instagram')
    const single = chats().find(({ attendee }) => attendee?.id === attendeeId)
    const members = await get(`chats/${single?.id}/attendees`)
    expect(members.body.items.map(({ is_self, id }) => (is_self === 1 ? 'self' : id))).toEqual(['self', attendeeId])
    expect('cursor' in members.body).toBe(false)
    const group = chats().find(({ kind, group }) => kind === 'group' && (group?.members.length ?? 0) > 3)
    expect(idsOf([await get(`chats/${group?.id}/attendees`)])).toEqual(group?.group?.members.map(({ id }) => id))
  })
})
