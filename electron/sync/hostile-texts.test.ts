import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AttendeePage, Passport } from '#shared/domain/attendees.ts'
import { fold } from '#shared/text/fold.ts'
import { type RunningSimulator, startSimulator } from '../postpress/simulator/server.ts'
import { fetchTransport, type Transport } from '../postpress/transport.ts'
import { subjectCsv, subjectJson } from '../privacy/subject-files.ts'
import { HOSTILE_TEXTS, MEGABYTE } from '../testing/hostile-texts.ts'
import { createBench, type DirectCache, openDirectCache } from './testing/bench.ts'

const EXTRA = 'canary-of-a-field-that-nobody-asked-for'
const TEXTS = [...HOSTILE_TEXTS, MEGABYTE]
const NAMES = ['name', 'full_name', 'headline', 'occupation', 'location', 'subject'] as const

/** Puts hostile texts into every text that a person reads, and fields into every object that nobody asked for. */
const poison = (value: unknown, next: () => string): unknown => {
  if (Array.isArray(value)) return value.map((one) => poison(one, next))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, inner]) =>
    NAMES.some((one) => one === name) && typeof inner === 'string' ? [name, next()] : [name, poison(inner, next)],
  )
  return { ...Object.fromEntries(entries), message_text: EXTRA, birthday: { note: EXTRA } }
}

/** The simulator's answers, poisoned; the accounts themselves stay, so that the sync begins. */
const poisoned = (texts: readonly string[]): Transport => {
  const real = fetchTransport(fetch)
  let at = 0
  let huge = 0
  const next = (): string => {
    const text = texts[at++ % texts.length] ?? ''
    // A handful of megabytes is enough; a page of them would be refused for its size alone.
    return text.length > 100_000 && huge++ > 5 ? 'short' : text
  }
  return async (request) => {
    const answer = await real(request)
    if (!(answer instanceof Response) || answer.status !== 200 || /\/accounts/.test(request.url)) return answer
    const text = JSON.stringify(poison(await answer.json(), next))
    // Written into the text: an object literal would set the prototype instead of a field.
    return new Response(
      text.replaceAll(`{"object"`, `{"__proto__":{"polluted":true},"constructor":{"polluted":true},"object"`),
      {
        status: 200,
        headers: { 'content-type': 'application/json' },
      },
    )
  }
}

let api: RunningSimulator
let folder: string
let direct: DirectCache
let states: string[]
beforeAll(async () => {
  api = await startSimulator({ attendees: 300, newerServer: true })
  folder = mkdtempSync(join(tmpdir(), 'inspector-hostile-'))
  direct = openDirectCache(join(folder, 'cache.sqlite'))
  const bench = await createBench(direct.cache, { ...api, transport: poisoned(TEXTS) })
  await bench.run()
  states = bench.states()
}, 60_000)
afterAll(async () => {
  direct.db.close()
  rmSync(folder, { recursive: true })
  await api.stop()
})

const query = {
  provider: null,
  accountId: null,
  reason: null,
  sort: 'name' as const,
  offset: 0,
  effort: 'full' as const,
}
const people = (text: string) => direct.methods.listAttendees({ ...query, text, limit: 100 }, [])

describe('hostile texts from a provider', () => {
  it('are synced like any other, whole tables intact', () => {
    expect(states.filter((state) => !state.endsWith(' done'))).toEqual([])
    expect(direct.db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(people('').total).toBeGreaterThan(200)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('are found by their own text, shown as text, and fit the contract', () => {
    for (const text of HOSTILE_TEXTS) {
      const page = people(text)
      expect(AttendeePage.safeParse(page).success, text).toBe(true)
      for (const { id } of page.rows.slice(0, 3)) {
        const passport = Passport.safeParse(direct.methods.passport(id))
        expect(passport.success, text).toBe(true)
      }
    }
    const readable = HOSTILE_TEXTS.filter((text) => /[\p{L}]{3}/u.test(fold(text)))
    const found = readable.filter((text) => people(text).total > 0)
    expect(found.length / readable.length).toBeGreaterThan(0.8)
  })

  it('never begin a cell that a spreadsheet would run', () => {
    for (const { id } of people('').rows) {
      const data = direct.methods.subjectData(id)
      const csv = subjectCsv(data)
      // Fields are separated by commas outside quotes; a cell begins at a line's start or after such a comma.
      const cells = csv.replaceAll(/"(?:[^"]|"")*"/g, (quoted) => `"${quoted.slice(1, 2)}`).split(/[,\r\n]+/)
      expect(cells.filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([])
      expect(() => JSON.parse(subjectJson({ workspace: 'w', exportedAt: 0 }, data))).not.toThrow()
    }
  })

  it('do not make anybody unforgettable', () => {
    const [victim] = people('').rows
    if (victim === undefined) throw new Error('Nobody was synced.')
    direct.methods.forgetPerson(victim.id, 1)
    expect(direct.methods.passport(victim.id)).toBeNull()
  })
})

describe('what is kept of an answer', () => {
  it('is the listed fields only: what nobody asked for is not in the files', () => {
    direct.db.pragma('wal_checkpoint(TRUNCATE)')
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'))
    expect(bytes.join('').includes(EXTRA)).toBe(false)
    expect(bytes.join('').includes('polluted')).toBe(false)
  })
})
