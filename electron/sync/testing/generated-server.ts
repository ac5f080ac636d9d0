import { createDice, type Dice } from '../../postpress/simulator/world/dice.ts'
import { linkedinId } from '../../postpress/simulator/world/linkedin-id.ts'
import type { Transport } from '../../postpress/transport.ts'

export type ListName = 'attendees' | 'chats' | 'relations' | 'members'
export const LIST_NAMES: readonly ListName[] = ['attendees', 'chats', 'relations', 'members']

/** How the server behaves during one run. Rates are 0 to 1, per request (`changes`, `faults`) or per item (`bad`). */
export interface Weather {
  /** Lists do not end: the cursor repeats, alternates, or leads to empty or repeated pages for ever. */
  cursors: 'honest' | 'same' | 'alternating' | 'empty-for-ever' | 'repeated-for-ever'
  faults: number
  /** People and chats that come, and chats that move to the front. */
  changes: number
  bad: number
  badWithoutId: boolean
  /** Answers until the app is killed; null: never. */
  diesAfter: number | null
}

interface Item {
  key: string
  at: number
}

const ACCOUNT = { id: 'li', type: 'LINKEDIN', name: 'Ada', sources: [{ id: 's', status: 'OK' }] }

/** A server made from a seed, which changes while it is read. Times come from `now` (epoch ms). */
export interface GeneratedServer {
  transport: Transport
  /** Keys of what the server has: attendees and chats by id, relations by internal id, members as "chat person". */
  keys(list: ListName): Set<string>
  /** Keys that were malformed in at least one answer of this run. */
  spoiled: Set<string>
  /** Answers sent without an id, of this run. */
  nameless(): number
  requests(): number
  /** Starts a run: some people and chats leave first. */
  begin(weather: Weather, died: () => void): void
}

export const createGeneratedServer = (seed: number, pageSize: number, now: () => number): GeneratedServer => {
  const dice: Dice = createDice(seed, 'generated-server')
  let serial = 0
  let weather: Weather = { cursors: 'honest', faults: 0, changes: 0, bad: 0, badWithoutId: false, diesAfter: null }
  let died: () => void = () => undefined
  let requests = 0
  let answers = 0
  let withoutId = 0
  const spoiled = new Set<string>()
  const attendees = new Map<string, Item>()
  const chats = new Map<string, Item>()
  const relations: Item[] = []
  const members = new Map<string, string[]>()

  const addAttendee = (): void => {
    const key = `a${dice.below(1_000_000)}-${serial++}`
    attendees.set(key, { key, at: now() })
  }
  const addChat = (): void => {
    const key = `c${dice.below(1_000_000)}-${serial++}`
    chats.set(key, { key, at: now() })
    const people = [...attendees.keys()].filter(() => dice.chance(0.3))
    members.set(key, people)
  }
  const addRelation = (at: number): void => {
    serial += 1
    relations.unshift({ key: linkedinId(seed, serial, 'classic'), at })
  }
  for (let n = dice.below(25); n > 0; n -= 1) addAttendee()
  for (let n = dice.below(12); n > 0; n -= 1) addChat()
  for (let n = dice.below(25); n > 0; n -= 1) addRelation(now() - n * 86_400_000)

  const change = (): void => {
    const what = dice.below(4)
    if (what === 0) addAttendee()
    if (what === 1) addChat()
    if (what === 2) addRelation(now())
    const moved = dice.pick([...chats.values(), { key: '', at: 0 }])
    if (what === 3 && moved.key !== '') chats.set(moved.key, { key: moved.key, at: now() })
  }
  const leave = (): void => {
    for (const key of [...attendees.keys()])
      if (dice.chance(0.15)) {
        attendees.delete(key)
        for (const [chat, people] of members)
          members.set(
            chat,
            people.filter((one) => one !== key),
          )
      }
    for (const key of [...chats.keys()])
      if (dice.chance(0.15)) {
        chats.delete(key)
        members.delete(key)
      }
    for (const item of relations.filter(() => dice.chance(0.15))) relations.splice(relations.indexOf(item), 1)
  }

  const spoil = (wire: Record<string, unknown>, key: string): unknown => {
    if (!dice.chance(weather.bad)) return wire
    spoiled.add(key)
    if (!weather.badWithoutId) return { ...wire, provider_id: null, created_at: 0, member_urn: null }
    withoutId += 1
    return { broken: true }
  }
  const person = (key: string) => spoil({ id: key, provider_id: `p-${key}`, name: key, account_id: 'li' }, key)
  const chat = ({ key, at }: Item) =>
    spoil(
      { id: key, provider_id: `p-${key}`, type: 1, name: key, account_id: 'li', timestamp: new Date(at).toISOString() },
      key,
    )
  const relation = ({ key, at }: Item) => {
    const wire = { member_id: key, first_name: key, created_at: at }
    if (!weather.badWithoutId) return wire
    return spoil(wire, key)
  }

  const after = (list: Item[], isAfter: (item: Item) => boolean, wire: (item: Item) => unknown) => {
    const page = list.filter(isAfter).slice(0, pageSize)
    const last = page.at(-1)
    return {
      items: page.map(wire),
      cursor: last !== undefined && page.length === pageSize ? `${last.at}|${last.key}` : null,
    }
  }
  const byKey = (a: Item, b: Item): number => (a.key < b.key ? -1 : 1)
  const byDate = (a: Item, b: Item): number => b.at - a.at || byKey(a, b)
  const listOf = (path: string, cursor: string | null): { items: unknown[]; cursor: string | null } => {
    const [at = '', key = ''] = (cursor ?? '').split('|')
    const isNext = (item: Item): boolean => cursor === null || item.key > key
    if (path === '/chat_attendees')
      return after([...attendees.values()].sort(byKey), isNext, (item) => person(item.key))
    if (path === '/chats') {
      const isOlder = (item: Item): boolean => cursor === null || byDate({ at: Number(at), key }, item) < 0
      return after([...chats.values()].sort(byDate), isOlder, chat)
    }
    if (path === '/users/relations') {
      const start = Number(cursor ?? 0)
      const end = start + pageSize
      return { items: relations.slice(start, end).map(relation), cursor: end < relations.length ? String(end) : null }
    }
    const people = (members.get(path.split('/')[2] ?? '') ?? []).map((one) => ({ key: one, at: 0 })).sort(byKey)
    return after(people, isNext, (item) => person(item.key))
  }

  const twisted = (path: string, cursor: string | null): { items: unknown[]; cursor: string | null } => {
    const honest = () => listOf(path, cursor?.includes('~') ? null : cursor)
    switch (weather.cursors) {
      case 'honest':
        return honest()
      case 'same':
        return { ...honest(), cursor: '~' }
      case 'alternating':
        return { ...honest(), cursor: cursor === '~a' ? '~b' : '~a' }
      case 'empty-for-ever':
        return cursor === null ? { ...honest(), cursor: '~' } : { items: [], cursor: `${cursor}~` }
      case 'repeated-for-ever':
        return { ...honest(), cursor: `${cursor ?? ''}~` }
    }
  }
  const faulty = (): Response => {
    const what = dice.below(6)
    if (what === 0) return Response.json({ type: 'errors/service_unavailable' }, { status: 503 })
    if (what === 1)
      return Response.json({ type: 'errors/too_many_requests' }, { status: 429, headers: { 'retry-after': '2' } })
    if (what === 2) return new Response('<html>Welcome</html>', { headers: { 'content-type': 'text/html' } })
    if (what === 3) return new Response('{"items": [{"id":', { headers: { 'content-type': 'application/json' } })
    if (what === 4) return new Response('<html>502</html>', { status: 502, headers: { 'content-type': 'text/html' } })
    return new Response('')
  }

  return {
    spoiled,
    nameless: () => withoutId,
    requests: () => requests,
    keys: (list) => {
      if (list === 'attendees') return new Set(attendees.keys())
      if (list === 'chats') return new Set(chats.keys())
      if (list === 'relations') return new Set(relations.map(({ key }) => key))
      return new Set([...members].flatMap(([chat, people]) => people.map((one) => `${chat} ${one}`)))
    },
    begin: (next, onDeath) => {
      leave()
      weather = next
      died = onDeath
      answers = 0
      requests = 0
      withoutId = 0
      spoiled.clear()
    },
    transport: async ({ url }) => {
      const { pathname, searchParams } = new URL(url)
      requests += 1
      if (weather.diesAfter !== null && answers++ >= weather.diesAfter) {
        died()
        return new Promise(() => undefined)
      }
      if (dice.chance(weather.changes)) change()
      if (dice.chance(weather.faults)) return faulty()
      const path = pathname.slice('/api/v1'.length)
      if (path === '/users/followers' || path === '/users/me')
        return Response.json({ type: 'errors/feature_not_implemented' }, { status: 501 })
      if (path === '/accounts') return Response.json({ items: [ACCOUNT], cursor: null })
      return Response.json(twisted(path, searchParams.get('cursor')))
    },
  }
}
