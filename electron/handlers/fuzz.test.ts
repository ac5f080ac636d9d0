import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ERROR_KINDS } from '#shared/domain/errors.ts'
import { calls } from '#shared/ipc/contract.ts'
import { type Call, channelsOf } from '#shared/ipc/define.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { answer } from '../ipc/answer.ts'
import { amount, recordFigure } from '../testing/figures.ts'
import { HOSTILE_TEXTS } from '../testing/hostile-texts.ts'
import { nearValid } from '../testing/near-valid.ts'
import { findPerson, ORDINARY_REQUESTS } from './testing/ordinary-requests.ts'
import { type RealApp, startRealApp } from './testing/real-app.ts'

const opened: string[] = []
vi.mock('electron', () => ({
  app: { getVersion: () => '0.0.0' },
  shell: { openExternal: async (url: string) => void opened.push(url) },
}))

const CANARY = 'canary-4711'
const CHANNELS = channelsOf(calls)
/** Of all channels together. */
const CALLS = amount('FUZZ_CALLS', 3_000)
const PER_CHANNEL = Math.ceil(CALLS / CHANNELS.length)
/** A call that takes longer hangs, as far as a person can tell. */
const PATIENCE_MS = 10_000

let app: RealApp
const rejections: unknown[] = []
const noteRejection = (error: unknown): void => void rejections.push(error)

beforeAll(async () => {
  process.on('unhandledRejection', noteRejection)
  app = await startRealApp()
}, 60_000)
beforeEach(async () => {
  if ((await app.desk.state()).locked) await app.desk.reopen(null)
  await app.desk.openDemo()
  await app.desk.current().sync.idle()
})
afterAll(async () => {
  await app.stop()
  process.off('unhandledRejection', noteRejection)
})

const callOf = (channel: string): { call: Call; handler: (input: unknown) => unknown } => {
  const [group = '', name = ''] = channel.split('.')
  const call = (calls as Record<string, Record<string, Call>>)[group]?.[name]
  const handlers = app.handlers as unknown as Record<string, Record<string, (input: unknown) => unknown>>
  const handler = handlers[group]?.[name]
  if (call === undefined || handler === undefined) throw new Error(`There is no call ${channel}.`)
  return { call, handler }
}

/** Ids that exist, those that belong together first: a case and whom it holds. */
const ids = async (): Promise<string[]> => {
  const query = { text: '', provider: null, accountId: null, reason: null, sort: 'name' as const }
  const { rows } = await app.desk.current().cache.listAttendees({ ...query, offset: 0, limit: 50, effort: 'full' }, [])
  const [person] = rows
  if (person === undefined) return []
  const { id } = await app.handlers.cases.create({
    title: 'x',
    ticket: '',
    person: { kind: 'attendee', id: person.id },
  })
  return [id, ...rows.map((row) => row.id)]
}

/** Any value at all, and values of the right shape with real ids, hostile texts and secrets in them. */
const payloads = (call: Call, known: string[]): fc.Arbitrary<unknown> => {
  const texts = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(known[0] ?? '', known[1] ?? '') },
    fc.constantFrom('demo', 'https://www.linkedin.com/in/satyanadella'),
    fc.constantFrom('+33600000000', 'satyanadella', 'https://www.linkedin.com/in/satyanadella', ...known),
    fc.constantFrom(...HOSTILE_TEXTS.map((text) => `${text}${CANARY}`)),
    fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `${CANARY}${text}`),
    fc.constantFrom('', CANARY.repeat(3_000)),
  )
  const valid = nearValid(call.input, texts)
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true })
  const spoiled = fc
    .tuple(valid, fc.constantFrom('id', 'text', 'url', 'key', '__proto__', 'constructor'), anything)
    .map(([value, name, other]) => ({ ...(value as object), [name]: other }))
  return fc.oneof(
    { weight: 4, arbitrary: valid },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: spoiled },
  )
}

/** One request per hostile text, with that text wherever the call takes one: no chance decides whether it is met. */
const hostileRequests = (call: Call): [unknown][] =>
  HOSTILE_TEXTS.flatMap((text, seed) =>
    fc.sample(nearValid(call.input, fc.constant(`${text}${CANARY}`)), { numRuns: 1, seed }),
  ).map((request) => [request])

const patiently = async (channel: string, outcome: Promise<Outcome<unknown>>): Promise<Outcome<unknown>> => {
  let timer: NodeJS.Timeout | undefined
  const hung = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${channel} hangs`)), PATIENCE_MS)
  })
  return Promise.race([outcome, hung]).finally(() => clearTimeout(timer))
}

/** What the app wrote down of its failures; a run without one has no file. */
const logged = (): string => (existsSync(app.logFile) ? readFileSync(app.logFile, 'utf8') : '')

describe('every call of the contract, on the real handlers', () => {
  let asked = 0
  it.each(CHANNELS)(
    '%s answers whatever is asked: a closed kind, in time, and no value in an error',
    async (channel) => {
      const { call, handler } = callOf(channel)
      await fc.assert(
        fc.asyncProperty(payloads(call, await ids()), async (raw) => {
          asked++
          const outcome = await patiently(channel, answer(channel, call, handler, raw))
          if (outcome.ok) return
          expect(ERROR_KINDS).toContain(outcome.error.kind)
          // The log says which part failed, without what was asked of it.
          expect(outcome.error.kind, outcome.error.kind === 'internal' ? logged() : '').not.toBe('internal')
          expect(JSON.stringify(outcome)).not.toContain(CANARY)
        }),
        { numRuns: PER_CHANNEL, examples: hostileRequests(call) },
      )
      expect(Object.hasOwn(Object.prototype, 'id')).toBe(false)
    },
    20_000 + PER_CHANNEL * 500,
  )

  it('left nothing behind: no rejection, no link opened but to providers', () => {
    expect(asked).toBeGreaterThanOrEqual(CALLS)
    expect(rejections).toEqual([])
    expect(opened.every((url) => /^https:\/\/(?:www\.linkedin\.com|wa\.me|t\.me)\//.test(url))).toBe(true)
    recordFigure(
      'fuzzed IPC calls on the real handlers',
      `${asked} over ${CHANNELS.length} channels: 0 crash, 0 hang, ${rejections.length} rejections, 0 leak`,
    )
  })

  // Fuzz that is always refused tests nothing behind the door: each call also does what it is for, after all of that.
  it('still answers each ordinary request', async () => {
    expect(ORDINARY_REQUESTS.map(([channel]) => channel).sort()).toEqual([...CHANNELS].sort())
    const passport = await findPerson(app)
    const person = { kind: 'attendee' as const, id: passport.attendeeId ?? '' }
    const { id: caseId } = await app.handlers.cases.create({ title: 'x', ticket: '', person })
    const [pin] = (await app.handlers.cases.read({ id: caseId })).pinned
    let workspaceId = ''
    for (const [channel, payload] of ORDINARY_REQUESTS) {
      const { call, handler } = callOf(channel)
      const request = payload({ app, passport, workspaceId, caseId, pinKey: pin?.key ?? '' })
      const outcome = await patiently(channel, answer(channel, call, handler, request))
      expect(outcome, `${channel}\n${logged()}`).toMatchObject({ ok: true })
      if (channel === 'workspaces.connect') workspaceId = (await app.desk.state()).current ?? ''
      if (channel === 'sync.start' || channel === 'workspaces.connect') await app.desk.current().sync.idle()
    }
  }, 120_000)
})
