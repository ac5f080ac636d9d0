import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ERROR_KINDS } from '#shared/domain/errors.ts'
import { calls, type MainHandlers } from '#shared/ipc/contract.ts'
import { type Call, channelsOf } from '#shared/ipc/define.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { createDeepLinks } from '../deep-links.ts'
import { answer } from '../ipc/answer.ts'
import { openLog } from '../log.ts'
import { startSimulator } from '../postpress/simulator/server.ts'
import { fetchTransport } from '../postpress/transport.ts'
import { openPrivacyChoices } from '../privacy/settings-file.ts'
import { amount, recordFigure } from '../testing/figures.ts'
import { HOSTILE_TEXTS } from '../testing/hostile-texts.ts'
import { nearValid } from '../testing/near-valid.ts'
import { createVault } from '../vault/vault.ts'
import { openVaultFile } from '../vault/vault-file.ts'
import { createDesk, type Desk } from '../workspaces/desk.ts'
import { createOpener } from '../workspaces/open-workspace.ts'
import { openRegistry } from '../workspaces/registry.ts'
import { accountHandlers } from './accounts.ts'
import { attendeeHandlers } from './attendees.ts'
import { caseHandlers } from './cases.ts'
import { linkHandlers } from './links.ts'
import { peopleHandlers } from './people.ts'
import { privacyHandlers } from './privacy.ts'
import { rawHandlers } from './raw.ts'
import { syncHandlers } from './sync.ts'
import { systemHandlers } from './system.ts'
import { workspaceHandlers } from './workspaces.ts'

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

let folder: string
let desk: Desk
let handlers: MainHandlers
let stop: () => Promise<void>
const rejections: unknown[] = []
const noteRejection = (error: unknown): void => void rejections.push(error)

beforeAll(async () => {
  process.on('unhandledRejection', noteRejection)
  folder = mkdtempSync(join(tmpdir(), 'inspector-fuzz-'))
  openLog(join(folder, 'inspector.log'))
  const simulator = await startSimulator({ attendees: 200, newerServer: true })
  const registry = openRegistry(join(folder, 'workspaces.json'))
  const choices = openPrivacyChoices(join(folder, 'privacy.json'))
  const keyring = {
    state: async () => ({ available: true, explanation: '', backend: 'test' }),
    protect: async (plain: string) => Buffer.from(`v11${plain}`),
    reveal: async (blob: Buffer) => blob.toString().slice(3),
  }
  const vault = createVault({ keyring, file: openVaultFile(join(folder, 'vault.json')) })
  const real = fetchTransport(fetch)
  const opener = createOpener({
    dataDir: folder,
    cacheWorker: new URL('../cache/worker.ts', import.meta.url),
    notebookWorker: new URL('../notebook/worker.ts', import.meta.url),
    actor: 'tester',
    sqliteBinding: undefined,
    region: 'FR',
    // Nothing leaves this computer.
    transport: (request) =>
      request.url.startsWith(simulator.url) ? real(request) : Promise.reject(new TypeError('fetch failed')),
    startDemo: async () => ({ url: simulator.url, key: simulator.key, stop: async () => undefined }),
    retentionMs: () => 1e12,
    damaged: () => undefined,
    progressed: () => undefined,
    changed: () => undefined,
  })
  desk = createDesk({
    registry,
    vault,
    keyring,
    opener,
    damage: null,
    environment: undefined,
    changed: () => undefined,
  })
  handlers = {
    workspaces: workspaceHandlers(desk),
    accounts: accountHandlers(desk),
    attendees: attendeeHandlers(desk, 'FR'),
    people: peopleHandlers(desk, 'FR'),
    raw: rawHandlers(desk),
    cases: caseHandlers(desk, { save: async () => null, copy: async () => undefined }),
    links: linkHandlers(desk),
    sync: syncHandlers(desk),
    privacy: privacyHandlers({
      desk,
      choices,
      region: 'FR',
      save: { ask: async () => null, folder },
      lock: desk.lock,
      eraseAll: async () => void (await desk.eraseAll()),
      apply: () => undefined,
      changed: () => undefined,
    }),
    system: systemHandlers(
      createDeepLinks(() => undefined),
      { copy: async () => undefined, clear: async () => undefined },
    ),
  }
  stop = async () => {
    await desk.shutdown()
    await simulator.stop()
  }
}, 60_000)
beforeEach(async () => {
  if ((await desk.state()).locked) await desk.reopen(null)
  await desk.openDemo()
  await desk.current().sync.idle()
})
afterAll(async () => {
  await stop()
  rmSync(folder, { recursive: true })
  process.off('unhandledRejection', noteRejection)
})

const callOf = (channel: string): { call: Call; handler: (input: unknown) => unknown } => {
  const [group = '', name = ''] = channel.split('.')
  const call = (calls as Record<string, Record<string, Call>>)[group]?.[name]
  const handler = (handlers as unknown as Record<string, Record<string, (input: unknown) => unknown>>)[group]?.[name]
  if (call === undefined || handler === undefined) throw new Error(`There is no call ${channel}.`)
  return { call, handler }
}

/** Ids that exist, those that belong together first: a case and whom it holds. */
const ids = async (): Promise<string[]> => {
  const query = { text: '', provider: null, accountId: null, reason: null, sort: 'name' as const }
  const { rows } = await desk.current().cache.listAttendees({ ...query, offset: 0, limit: 50, effort: 'full' }, [])
  const [person] = rows
  if (person === undefined) return []
  const { id } = await handlers.cases.create({ title: 'x', ticket: '', person: { kind: 'attendee', id: person.id } })
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

const patiently = async (channel: string, outcome: Promise<Outcome<unknown>>): Promise<Outcome<unknown>> => {
  let timer: NodeJS.Timeout | undefined
  const hung = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${channel} hangs`)), PATIENCE_MS)
  })
  return Promise.race([outcome, hung]).finally(() => clearTimeout(timer))
}

describe('every call of the contract, on the real handlers', () => {
  let asked = 0
  /** Channels that did what they are for at least once: fuzz that is always refused tests nothing behind the door. */
  const answered = new Set<string>()
  it.each(CHANNELS)(
    '%s answers whatever is asked: a closed kind, in time, and no value in an error',
    async (channel) => {
      const { call, handler } = callOf(channel)
      await fc.assert(
        fc.asyncProperty(payloads(call, await ids()), async (raw) => {
          asked++
          const outcome = await patiently(channel, answer(channel, call, handler, raw))
          if (outcome.ok) return void answered.add(channel)
          expect(ERROR_KINDS).toContain(outcome.error.kind)
          // The log says which part failed, without what was asked of it.
          const told = outcome.error.kind === 'internal' ? readFileSync(join(folder, 'inspector.log'), 'utf8') : ''
          expect(outcome.error.kind, told).not.toBe('internal')
          expect(JSON.stringify(outcome)).not.toContain(CANARY)
        }),
        { numRuns: PER_CHANNEL },
      )
      expect(Object.hasOwn(Object.prototype, 'id')).toBe(false)
    },
    20_000 + PER_CHANNEL * 500,
  )

  it('left nothing behind: no rejection, no link opened but to providers', () => {
    expect(asked).toBeGreaterThanOrEqual(CALLS)
    // No hostile text is a working URL and key, and no two random ids are a link that was found; a short run does not meet every pair of ids that belong together.
    const silent = CHANNELS.filter((channel) => !answered.has(channel))
    if (CALLS >= 10_000)
      expect(silent.filter((channel) => !channel.startsWith('workspaces.'))).toEqual(['links.decide'])
    expect(silent.length).toBeLessThan(CHANNELS.length / 4)
    expect(rejections).toEqual([])
    expect(opened.every((url) => /^https:\/\/(?:www\.linkedin\.com|wa\.me|t\.me)\//.test(url))).toBe(true)
    recordFigure(
      'fuzzed IPC calls on the real handlers',
      `${asked} over ${CHANNELS.length} channels: 0 crash, 0 hang, 0 rejection, 0 leak`,
    )
  })
})
