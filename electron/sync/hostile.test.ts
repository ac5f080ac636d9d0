import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#shared/domain/errors.ts'
import type { Transport } from '../postpress/transport.ts'
import { createBench, type DirectCache, openDirectCache } from './testing/bench.ts'

let store: DirectCache
beforeEach(() => {
  store = openDirectCache()
})

interface Page {
  items?: unknown[]
  cursor?: unknown
}
type Answer = Page | { status: number; type: string }
type Lists = Partial<
  Record<'attendees' | 'chats' | 'members' | 'accounts', (cursor: string | null, path: string) => Answer>
>

const attendee = (id: string) => ({ id, provider_id: id, name: id, account_id: 'tg' })
const group = (id: string) => ({ id, provider_id: id, type: 1, account_id: 'tg', name: id })
const ACCOUNT = { id: 'tg', type: 'MESSENGER', name: 'Ada', sources: [{ id: 's', status: 'OK' }] }

/** A small API of one Telegram account. */
const serve = (lists: Lists): { url: string; key: string; transport: Transport; asked: string[] } => {
  const asked: string[] = []
  const answer = (path: string, cursor: string | null): Answer => {
    const empty = { items: [], cursor: null }
    if (path === '/accounts') return lists.accounts?.(cursor, path) ?? { items: [ACCOUNT], cursor: null }
    if (path === '/chat_attendees') return lists.attendees?.(cursor, path) ?? empty
    if (path === '/chats') return lists.chats?.(cursor, path) ?? empty
    return lists.members?.(cursor, path) ?? empty
  }
  const transport: Transport = async ({ url }) => {
    const { pathname, searchParams } = new URL(url)
    const path = pathname.slice('/api/v1'.length)
    const cursor = searchParams.get('cursor')
    asked.push(cursor === null ? path : `${path} ${cursor}`)
    const reply = answer(path, cursor)
    return 'status' in reply
      ? Response.json({ type: `errors/${reply.type}` }, { status: reply.status })
      : Response.json({ object: 'List', ...reply })
  }
  return { url: 'https://api.example/api/v1', key: 'k', transport, asked }
}

const ids = (): string[] =>
  (store.db.prepare('SELECT id FROM attendees ORDER BY id').all() as { id: string }[]).map(({ id }) => id)

/** Without those that postpress no longer reports. */
const present = (): string[] => {
  const departed = new Set(store.methods.syncReport().departed.map(({ id }) => id))
  return ids().filter((id) => !departed.has(id))
}

describe('lists that do not end', () => {
  const honest = serve({ attendees: () => ({ items: ['a', 'b', 'c'].map(attendee), cursor: null }) })

  it.each<[string, Lists['attendees'], string[]]>([
    ['A -> A', () => ({ items: [attendee('a')], cursor: 'A' }), ['', ' A']],
    [
      'A -> B -> A',
      (cursor) => ({ items: [attendee(cursor ?? 'a')], cursor: cursor === 'A' ? 'B' : 'A' }),
      ['', ' A', ' B'],
    ],
    ['empty pages', (cursor) => ({ items: [], cursor: `${cursor}x` }), ['', ' nullx', ' nullxx']],
    [
      'the same page for ever',
      (cursor) => ({ items: [attendee('a')], cursor: `${cursor}x` }),
      ['', ' nullx', ' nullxx', ' nullxxx'],
    ],
  ])('%s: fails, keeps what was read, deletes nothing, starts over next time', async (_name, attendees, pages) => {
    await (await createBench(store.cache, honest)).run()
    const api = serve({ attendees: attendees ?? (() => ({})) })
    const bench = await createBench(store.cache, api)
    await bench.run()
    expect(bench.states()).toEqual(['attendees failed bad-response', 'chats done', 'members done'])
    expect(api.asked.filter((path) => path.startsWith('/chat_attendees'))).toEqual(
      pages.map((page) => `/chat_attendees${page}`),
    )
    expect(ids()).toEqual(expect.arrayContaining(['a', 'b', 'c']))
    expect((await (await createBench(store.cache, honest)).run()).lastCompleteAt).not.toBeNull()
    expect(present()).toEqual(['a', 'b', 'c'])
  })

  it.each([
    ['', ''],
    ['missing', undefined],
    ['a number', 5],
  ])('a cursor that is %s ends the list', async (_name, cursor) => {
    const bench = await createBench(store.cache, serve({ attendees: () => ({ items: [attendee('a')], cursor }) }))
    await bench.run()
    expect(bench.states()).toContain('attendees done')
    expect(ids()).toEqual(['a'])
  })

  it('does not take accounts for gone because their list loops', async () => {
    await (await createBench(store.cache, honest)).run()
    const bench = await createBench(store.cache, serve({ accounts: () => ({ items: [], cursor: 'A' }) }))
    expect((await bench.run()).failure?.kind).toBe('bad-response')
    expect(store.methods.accounts()).toHaveLength(1)
  })
})

describe('cursors that expire', () => {
  it('starts over with a new generation, once', async () => {
    let isExpired = true
    const api = serve({
      attendees: (cursor) => {
        if (cursor === null) return { items: [attendee('a')], cursor: 'A' }
        if (isExpired) {
          isExpired = false
          return { status: 400, type: 'invalid_parameters' }
        }
        return { items: [attendee('b')], cursor: null }
      },
    })
    const bench = await createBench(store.cache, api)
    await bench.run()
    expect(bench.states()).toContain('attendees done')
    expect(store.methods.checkpoints().find(({ resource }) => resource === 'attendees')).toMatchObject({
      generation: 2,
      pages: 2,
      items: 2,
    })
    expect(ids()).toEqual(['a', 'b'])
  })

  it('fails when it expires every time', async () => {
    const api = serve({
      attendees: (cursor) =>
        cursor === null ? { items: [attendee('a')], cursor: 'A' } : { status: 400, type: 'invalid_parameters' },
    })
    const bench = await createBench(store.cache, api)
    await bench.run()
    expect(bench.states()).toContain('attendees failed bad-input')
    expect(api.asked.filter((path) => path.startsWith('/chat_attendees'))).toHaveLength(4)
  })
})

describe('items that do not parse', () => {
  it('are counted and kept with their reason, and the page goes on', async () => {
    const items = [attendee('a'), { id: 'bad' }, null, { ...attendee('c'), account_id: 'other' }]
    const bench = await createBench(store.cache, serve({ attendees: () => ({ items, cursor: null }) }))
    const { resources } = await bench.run()
    expect(resources.find(({ resource }) => resource === 'attendees')).toMatchObject({
      state: 'done',
      items: 1,
      problems: 3,
    })
    expect(store.methods.syncReport().problems.map(({ itemId, reason }) => ({ itemId, reason }))).toEqual([
      { itemId: null, reason: 'Missing or wrong: the item' },
      { itemId: 'bad', reason: 'Missing or wrong: provider_id' },
      { itemId: 'c', reason: 'Belongs to another account' },
    ])
  })

  it('an account that does not parse is said, and the others are read', async () => {
    const api = serve({ accounts: () => ({ items: [ACCOUNT, { id: 'x' }], cursor: null }) })
    const bench = await createBench(store.cache, api)
    const status = await bench.run()
    expect(status.failure?.message).toMatch(/1 account/)
    expect(status.lastCompleteAt).toBeNull()
    expect(bench.states()).toEqual(['attendees done', 'chats done', 'members done'])
  })

  it('an account that does not parse any more is not taken for gone', async () => {
    await (await createBench(store.cache, serve({}))).run()
    await (await createBench(store.cache, serve({ accounts: () => ({ items: [{ id: 'tg' }], cursor: null }) }))).run()
    expect(store.methods.accounts()).toMatchObject([{ health: 'ok' }])
    expect(store.methods.syncReport().problems).toMatchObject([{ resource: 'accounts', itemId: 'tg' }])
    await (await createBench(store.cache, serve({ accounts: () => ({ items: [], cursor: null }) }))).run()
    expect(store.methods.accounts()).toMatchObject([{ health: 'stopped' }])
  })
})

describe('members', () => {
  const chats = (count: number) => () => ({
    items: Array.from({ length: count }, (_, at) => group(`g${at}`)),
    cursor: null,
  })

  it('sets one chat aside and reads the others; the next run tries it again', async () => {
    let isClosed = true
    const api = serve({
      chats: chats(3),
      members: (_cursor, path) =>
        isClosed && path.includes('g1')
          ? { status: 404, type: 'resource_not_found' }
          : { items: [attendee(path)], cursor: null },
    })
    const bench = await createBench(store.cache, api)
    await bench.run()
    expect(bench.states()).toContain('members done')
    expect(ids()).toHaveLength(2)
    expect(store.db.prepare('SELECT item_id FROM problems').all()).toEqual([{ item_id: 'g1' }])
    isClosed = false
    await bench.run()
    expect(ids()).toHaveLength(3)
  })

  it('gives up when chat after chat fails, and a chat whose members loop does not hold the others', async () => {
    const failing = serve({ chats: chats(9), members: () => ({ status: 403, type: 'insufficient_permissions' }) })
    const bench = await createBench(store.cache, failing)
    await bench.run()
    expect(bench.states()).toContain('members failed permission-missing')
    expect(failing.asked.filter((path) => path.startsWith('/chats/'))).toHaveLength(5)
    const looping = serve({
      chats: chats(2),
      members: (_cursor, path) => ({ items: [attendee(path)], cursor: path.includes('g0') ? 'A' : null }),
    })
    const other = await createBench(store.cache, looping)
    await other.run()
    expect(other.states()).toContain('members done')
  })

  it('stops at once when the account is disconnected', async () => {
    const api = serve({ chats: chats(3), members: () => ({ status: 401, type: 'disconnected_account' }) })
    const bench = await createBench(store.cache, api)
    await bench.run()
    expect(bench.states()).toContain('members failed account-disconnected')
    expect(api.asked.filter((path) => path.startsWith('/chats/'))).toHaveLength(1)
  })
})

describe('a cache that fails', () => {
  it('ends the run with the storage failure', async () => {
    const full = new AppError('storage', 'The disk is full.')
    const cache = { ...store.cache, savePage: async () => Promise.reject(full) }
    const bench = await createBench(cache, serve({ attendees: () => ({ items: [attendee('a')], cursor: null }) }))
    expect(await bench.run()).toMatchObject({
      running: false,
      failure: { kind: 'storage', message: 'The disk is full.' },
    })
    expect(bench.states()).toEqual(['attendees interrupted', 'chats never', 'members never'])
  })

  it('survives a cache that fails in everything', async () => {
    const fails = async (): Promise<never> => {
      throw new AppError('storage', 'Gone.')
    }
    const cache = { ...store.cache, savePage: fails, saveCheckpoint: fails, saveFact: fails, saveAccounts: fails }
    const bench = await createBench(cache, serve({}))
    expect((await bench.run()).failure?.kind).toBe('storage')
  })

  it('shows a bug as internal, without its text', async () => {
    const cache = {
      ...store.cache,
      savePage: async () => {
        throw new TypeError('cannot read Ada Lovelace')
      },
    }
    const bench = await createBench(cache, serve({}))
    const status = await bench.run()
    expect(bench.states()).toContain('attendees failed internal')
    expect(JSON.stringify(status)).not.toContain('Ada')
  })
})
