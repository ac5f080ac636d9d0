import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createVirtualClock } from '../postpress/testing/virtual-clock.ts'
import { createBench, type DirectCache, openDirectCache } from './testing/bench.ts'
import {
  createGeneratedServer,
  type GeneratedServer,
  LIST_NAMES,
  type ListName,
  type Weather,
} from './testing/generated-server.ts'

const SERVERS = 1_000

/** Attendees without a generation were met in groups only: the end of the members says whether they are gone. */
const PRESENT: Record<ListName, string> = {
  attendees: `SELECT id AS key FROM attendees WHERE row NOT IN (SELECT row FROM departed)
    AND row IN (SELECT row FROM facets WHERE generation IS NOT NULL)`,
  chats: 'SELECT id AS key FROM chats',
  relations: 'SELECT internal_id AS key FROM relations',
  members: "SELECT chat_id || ' ' || attendee_id AS key FROM members",
}

const STRAY = `SELECT a.id FROM attendees a JOIN facets f ON f.row = a.row WHERE f.generation IS NULL
  AND a.row NOT IN (SELECT row FROM departed) AND a.id NOT IN (SELECT attendee_id FROM members)`

const cached = ({ db }: DirectCache, list: ListName): Set<string> =>
  new Set((db.prepare(PRESENT[list]).all() as { key: string }[]).map(({ key }) => key))

const weather: fc.Arbitrary<Weather> = fc.record({
  cursors: fc.oneof(
    { weight: 4, arbitrary: fc.constant('honest' as const) },
    fc.constantFrom('same' as const, 'alternating' as const, 'empty-for-ever' as const, 'repeated-for-ever' as const),
  ),
  faults: fc.constantFrom(0, 0, 0.1, 0.4),
  changes: fc.constantFrom(0, 0.1, 0.3),
  bad: fc.constantFrom(0, 0, 0.1),
  badWithoutId: fc.boolean(),
  diesAfter: fc.option(fc.nat({ max: 25 }), { freq: 2 }),
})
const CLEAR: Weather = { cursors: 'honest', faults: 0, changes: 0.15, bad: 0, badWithoutId: false, diesAfter: null }

const without = (all: Set<string>, ...less: Set<string>[]): string[] =>
  [...all].filter((key) => less.every((other) => !other.has(key))).sort()

type Snapshot = Record<ListName, Set<string>>
const snapshot = (of: (list: ListName) => Set<string>): Snapshot => ({
  attendees: of('attendees'),
  chats: of('chats'),
  relations: of('relations'),
  members: of('members'),
})

/**
 * What the server had during the whole of a reading, and at any time of it, and what of it was malformed. A reading can
 * span several runs.
 */
type Span = Record<ListName, { always: Set<string>; ever: Set<string>; spoiled: Set<string>; nameless: number } | null>

/** A complete list holds what the server had from the reading's beginning to its end, and nothing that it did not have. */
const expectComplete = (store: DirectCache, list: ListName, span: Span): void => {
  const found = cached(store, list)
  const { always, ever, spoiled, nameless } = span[list] ?? expect.fail('nothing was read')
  // A member is set aside with its chat.
  const isRead = (key: string): boolean => !key.split(' ').some((part) => spoiled.has(part))
  expect(without(always, found).filter(isRead), `${list} that are missing`).toEqual([])
  if (nameless === 0) expect(without(found, ever).filter(isRead), `${list} that are gone`).toEqual([])
}

const widen = (span: Span, list: ListName, server: GeneratedServer): void => {
  const now = server.keys(list)
  const { always, ever, spoiled, nameless } = span[list] ?? { always: now, ever: [], spoiled: [], nameless: 0 }
  span[list] = {
    always: new Set([...always].filter((key) => now.has(key))),
    ever: new Set([...ever, ...now]),
    spoiled: new Set([...spoiled, ...server.spoiled]),
    nameless: nameless + server.nameless(),
  }
}

it(`reads ${SERVERS} generated servers: always ends, exact when complete, deletes nothing when partial`, async () => {
  let deaths = 0
  let completed = 0
  const scenario = fc.record({
    seed: fc.nat(),
    pageSize: fc.integer({ min: 1, max: 9 }),
    runs: fc.array(weather, { maxLength: 2 }),
  })
  await fc.assert(
    fc.asyncProperty(scenario, async ({ seed, pageSize, runs }) => {
      const store = openDirectCache()
      let time = Date.UTC(2026, 0, 1)
      const server = createGeneratedServer(seed, pageSize, () => time)
      const span: Span = { attendees: null, chats: null, relations: null, members: null }
      let spared = 0
      for (const next of [...runs, CLEAR]) {
        const clock = createVirtualClock(time)
        let died = false
        const death = new Promise<void>((resolve) => {
          server.begin(next, () => {
            died = true
            resolve()
          })
        })
        for (const list of LIST_NAMES) widen(span, list, server)
        const before = snapshot((list) => cached(store, list))
        const parts = { url: 'https://api.example/api/v1', key: 'k', transport: server.transport, clock }
        const bench = await createBench(store.cache, parts, clock)
        await clock.settle(Promise.race([bench.run(), death]))
        time = clock.now() + 60_000
        expect(server.requests()).toBeLessThan(1_500)
        deaths += died ? 1 : 0
        for (const list of LIST_NAMES) {
          widen(span, list, server)
          const { resources } = bench.sync.status()
          const read = resources.find(({ resource }) => resource === list)
          const state = read?.state
          // Chats whose members could not be read are set aside, and unlisted chats are not asked for theirs.
          const isExact =
            list !== 'members' ||
            (read?.problems === 0 && resources.some((one) => one.resource === 'chats' && one.state === 'done'))
          if (state === 'done' && !died && isExact) expectComplete(store, list, span)
          // Members leave chat by chat, each read to its end; a chat takes its own along.
          else if (!died && state !== 'done' && list !== 'members')
            expect(without(before[list], cached(store, list)), `${list} deleted by a partial run`).toEqual([])
          if (next === CLEAR) expect(state).toBe('done')
          if (list === 'members') spared = span.members?.nameless ?? 0
          if (state === 'done' && isExact) span[list] = null
          completed += state === 'done' ? 1 : 0
        }
      }
      // An item without an id could be any of them: a reading that met one lets nobody go.
      if (spared === 0) expect(store.db.prepare(STRAY).all()).toEqual([])
      expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok')
      store.db.close()
    }),
    { numRuns: SERVERS, seed: 4 },
  )
  expect(deaths).toBeGreaterThan(SERVERS / 10)
  expect(completed).toBeGreaterThan(SERVERS * LIST_NAMES.length)
}, 240_000)
