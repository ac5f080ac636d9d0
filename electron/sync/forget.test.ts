import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpackIdentifiers } from '../cache/identifiers.ts'
import { purgeSlice } from '../cache/purge.ts'
import { createStore, type Store } from '../cache/statements.ts'
import { type RunningSimulator, startSimulator } from '../postpress/simulator/server.ts'
import { fetchTransport } from '../postpress/transport.ts'
import { amount, recordFigure } from '../testing/figures.ts'
import { createBench, type DirectCache, openDirectCache } from './testing/bench.ts'

/** `npm run test:security` forgets more people. */
const PER_PROVIDER = amount('FORGET_PER_PROVIDER', 3)
/** Later than everything that the sync saw. */
const NOW = Date.now() + 60_000
const LIMIT_MS = 10_000 + 4_000 * PER_PROVIDER

let api: RunningSimulator
let folder: string
let direct: DirectCache
let store: Store
beforeAll(async () => {
  api = await startSimulator({ newerServer: true })
  folder = mkdtempSync(join(tmpdir(), 'inspector-forget-'))
  direct = openDirectCache(join(folder, 'cache.sqlite'))
  store = createStore(direct.db)
  const bench = await createBench(direct.cache, { ...api, transport: fetchTransport(fetch) })
  await bench.run()
  await bench.run()
})
afterAll(async () => {
  direct.db.close()
  rmSync(folder, { recursive: true })
  await api.stop()
})

/** Every byte in the data folder. */
const bytes = (): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('\n')

/** Every value that a row says, in lower case: what is in here belongs to somebody who is still cached. */
const saidByRows = (): string => {
  const tables = store.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'words%' AND name NOT LIKE 'fragments%'",
  )
  return (
    tables
      .flatMap(({ name }) => store.all<object>(`SELECT * FROM ${name}`))
      // Columns stand side by side in the file too, so two of them can look like somebody's name.
      .map((row) => Object.values(row).join(''))
      .join('\n')
      .toLowerCase()
  )
}

interface Someone {
  id: string
  provider_id: string
  name: string
  identifiers: string
}
const someone = (where: string, limit: number): Someone[] =>
  store.all(
    `SELECT id, provider_id, name, identifiers FROM attendees WHERE is_self = 0 AND ${where} ORDER BY id LIMIT ?`,
    limit,
  )

/** Texts that only this person has, as they and their indexes may be written. */
const marksOf = ({ id, provider_id, name, identifiers }: Someone): string[] => [
  ...new Set(
    [id, provider_id, name, ...unpackIdentifiers(identifiers).map(({ value }) => value)]
      .filter((text) => text.length > 6)
      .flatMap((text) => [text, text.toLowerCase()]),
  ),
]
const left = (marks: string[]): string[] => {
  const [all, rows] = [bytes(), saidByRows()]
  return marks.filter(
    (mark) => all.includes(Buffer.from(mark).toString('latin1')) && !rows.includes(mark.toLowerCase()),
  )
}
const forget = (id: string): number => {
  const start = performance.now()
  direct.methods.forgetPerson(id, Date.now())
  let more = true
  while (more) more = purgeSlice(store)
  return performance.now() - start
}

describe('forgetting a person', () => {
  it(
    'leaves no byte of them in the data folder, within a second',
    () => {
      const people = ['linkedin', 'whatsapp', 'instagram', 'telegram', 'x', 'messenger'].flatMap((provider) =>
        someone(`provider = '${provider}'`, PER_PROVIDER),
      )
      expect(people.length).toBe(6 * PER_PROVIDER)
      let checked = 0
      let slowest = 0
      for (const person of people) {
        // An earlier one of this loop may have been the same person.
        if (store.get('SELECT 1 FROM attendees WHERE id = ?', person.id) === undefined) continue
        const marks = marksOf(person)
        expect(bytes()).toContain(marks[0])
        slowest = Math.max(slowest, forget(person.id))
        expect(slowest).toBeLessThan(1_000)
        expect(left(marks)).toEqual([])
        checked++
      }
      expect(checked).toBeGreaterThan(4 * PER_PROVIDER)
      expect(direct.methods.isPurging()).toBe(false)
      expect(direct.db.pragma('integrity_check', { simple: true })).toBe('ok')
      direct.db.exec("INSERT INTO words (words) VALUES ('integrity-check')")
      recordFigure('bytes left of a forgotten person', `0 of ${checked} people, slowest ${Math.round(slowest)} ms`)
    },
    LIMIT_MS,
  )

  it('finds nobody under any of the identifiers, keeps the counts right and hashes only', async () => {
    const [person] = someone(`provider = 'whatsapp' AND identifiers LIKE '%[500%'`, 1)
    if (person === undefined) throw new Error('The demo world has no WhatsApp number.')
    forget(person.id)
    const query = { provider: null, accountId: null, reason: null, sort: 'name' as const, offset: 0, limit: 50 }
    for (const { value } of unpackIdentifiers(person.identifiers))
      expect(
        direct.methods.listAttendees({ ...query, text: value, effort: 'full' }, []).rows.map(({ id }) => id),
      ).not.toContain(person.id)
    const total = direct.methods.countAttendees({ text: '', accountId: null, reason: null }, []).all
    const rows = store.get<{ n: number }>('SELECT count(*) AS n FROM attendees')?.n
    expect(total).toBe(rows)
    const hashes = store.all<{ hash: string }>('SELECT hash FROM forgotten')
    expect(hashes.every(({ hash }) => /^[\w-]{24}$/.test(hash))).toBe(true)
  })

  it(
    'is not undone by a complete sync, until the person is allowed again',
    async () => {
      const [person] = someone(`provider = 'linkedin' AND id IN (SELECT attendee_id FROM members)`, 1)
      if (person === undefined) throw new Error('The demo world has nobody in a LinkedIn group.')
      forget(person.id)
      const bench = await createBench(direct.cache, { ...api, transport: fetchTransport(fetch) })
      expect((await bench.run()).running).toBe(false)
      expect(store.get('SELECT 1 FROM attendees WHERE id = ?', person.id)).toBeUndefined()
      expect(left(marksOf(person))).toEqual([])
      const numbers = direct.methods.forgottenAs([
        { provider: 'linkedin', kind: 'internal', value: person.provider_id } as Parameters<
          typeof direct.methods.forgottenAs
        >[0][0],
      ])
      expect(numbers).toHaveLength(1)
      expect(direct.methods.allowAgain(numbers)).toBe(1)
      await bench.run()
      expect(store.get('SELECT 1 FROM attendees WHERE id = ?', person.id)).toBeDefined()
    },
    LIMIT_MS,
  )

  it('refuses the owner of a connected account', () => {
    const owner = store.get<{ id: string }>('SELECT id FROM attendees WHERE is_self = 1 LIMIT 1')
    expect(() => direct.methods.forgetPerson(owner?.id ?? '', 1)).toThrow(/owner/)
    expect(() => direct.methods.forgetPerson('nobody', 1)).toThrow(/not in the cache/)
  })
})

describe('retention', () => {
  it('deletes who was not seen for long enough, and only them', () => {
    const before = store.get<{ n: number }>('SELECT count(*) AS n FROM attendees')?.n ?? 0
    const stale = someone('1', 40)
    const marks = stale.flatMap(marksOf)
    store.run(
      'UPDATE facets SET seen_at = 1000 WHERE row IN (SELECT row FROM attendees WHERE id IN (SELECT value FROM json_each(?)))',
      JSON.stringify(stale.map(({ id }) => id)),
    )
    expect(direct.methods.retain(999, NOW)).toEqual({ people: 0, more: false })
    expect(direct.methods.isPurging()).toBe(false)
    expect(direct.methods.retain(1_001, NOW)).toEqual({ people: 40, more: false })
    expect(direct.methods.isPurging()).toBe(true)
    let more = true
    while (more) more = purgeSlice(store)
    expect(left(marks)).toEqual([])
    expect(store.get<{ n: number }>('SELECT count(*) AS n FROM attendees')?.n).toBe(before - 40)
  })

  it('counts what a clock that was ahead has marked as seen now, and lets clocks differ by hours', () => {
    const day = 86_400_000
    const [ahead, near] = someone('1', 2)
    if (ahead === undefined || near === undefined) throw new Error('The demo world has nobody.')
    const seen = (id: string): number | undefined =>
      store.get<{ at: number }>(
        'SELECT seen_at AS at FROM facets f JOIN attendees a ON a.row = f.row WHERE a.id = ?',
        id,
      )?.at
    const mark = (id: string, at: number) =>
      store.run('UPDATE facets SET seen_at = ? WHERE row = (SELECT row FROM attendees WHERE id = ?)', at, id)
    mark(ahead.id, NOW + 400 * day)
    mark(near.id, NOW + day / 2)
    expect(direct.methods.retain(1, NOW)).toEqual({ people: 0, more: false })
    expect([ahead, near].map(({ id }) => seen(id))).toEqual([NOW, NOW + day / 2])
  })
})

describe('the export of a person', () => {
  it('holds every row about them', () => {
    const [person] = someone(`provider = 'linkedin' AND id IN (SELECT attendee_id FROM members)`, 1)
    if (person === undefined) throw new Error('The demo world has nobody in a LinkedIn group.')
    const data = direct.methods.subjectData(person.id)
    const text = JSON.stringify(data)
    expect(text).toContain(person.name)
    for (const { value } of unpackIdentifiers(person.identifiers)) expect(text).toContain(value)
    expect(data.sections.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['attendees', 'identifiers', 'last seen', 'group memberships']),
    )
  })
})
