import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PersonSnapshot } from '#shared/domain/cases.ts'
import type { OpenedNotebook } from './notebook.ts'
import type { StoredPin } from './pins.ts'
import { startNotebook } from './thread.ts'

const workerUrl = new URL('./worker.ts', import.meta.url)
let folder: string
let notebook: OpenedNotebook
const open = async (): Promise<OpenedNotebook> =>
  startNotebook({ workerUrl, file: join(folder, 'n.sqlite'), key: null, actor: 'ada' })
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'inspector-notebook-'))
  notebook = await open()
})
afterEach(async () => {
  await notebook.close()
  rmSync(folder, { recursive: true })
})

const reopen = async (): Promise<void> => {
  await notebook.close()
  notebook = await open()
}

const person = (title: string): PersonSnapshot => ({
  attendeeId: title,
  provider: 'x',
  title,
  nameless: false,
  headline: null,
  account: { id: 'a', name: 'Account' },
  identifiers: [],
  known: { state: 'known', summary: `${title} is known.`, sentences: [], becomesKnown: null },
  elsewhere: [],
  takenAt: 1,
})
const pin = (key: string): StoredPin => ({
  key,
  note: '',
  pinnedAt: 1,
  ref: { kind: 'attendee', id: key },
  person: person(key),
})
const actions = async (): Promise<string[]> =>
  (await notebook.auditPage({ before: null, limit: 200, subjectId: null })).entries.map(({ action }) => action)

describe('cases', () => {
  it('are kept over a restart with notes, people and their notes; open ones first', async () => {
    await notebook.addCase({ id: 'one', title: 'One', ticket: 'T-1' }, 1)
    await notebook.addCase({ id: 'two', title: 'Two', ticket: '' }, 2)
    await notebook.pin('one', pin('p'), 3)
    await notebook.annotate('one', 'p', 'who wrote', 4)
    await notebook.changeCase('one', { notes: 'line\nline' }, 5)
    await notebook.changeCase('two', { closedAt: 6 }, 6)
    await reopen()
    expect((await notebook.cases()).map(({ id, people, closedAt }) => [id, people, closedAt])).toEqual([
      ['one', 1, null],
      ['two', 0, 6],
    ])
    const { case: one, pins } = await notebook.readCase('one')
    expect(one).toMatchObject({ notes: 'line\nline', ticket: 'T-1', changedAt: 5 })
    expect(pins).toEqual([{ ...pin('p'), note: 'who wrote' }])
    expect(await actions()).toEqual(['case.closed', 'person.pinned', 'case.created', 'case.created'])
  })

  it('come back after they were removed, until the notebook is opened again', async () => {
    await notebook.addCase({ id: 'one', title: 'One', ticket: '' }, 1)
    await notebook.pin('one', pin('p'), 2)
    await notebook.annotate('one', 'p', 'note', 2)
    await notebook.removePin('one', 'p', 3, 3)
    expect((await notebook.readCase('one')).pins).toEqual([])
    await notebook.pin('one', pin('p'), 4)
    expect((await notebook.readCase('one')).pins[0]?.note).toBe('note')
    await notebook.removeCase('one', 5, 5)
    expect(await notebook.cases()).toEqual([])
    await expect(notebook.readCase('one')).rejects.toMatchObject({ failure: { kind: 'not-found' } })
    await expect(notebook.changeCase('one', { notes: 'x' }, 6)).rejects.toMatchObject({
      failure: { kind: 'not-found' },
    })
    await notebook.removeCase('one', null, 7)
    expect((await notebook.readCase('one')).pins).toHaveLength(1)
    await notebook.removeCase('one', 8, 8)
    await reopen()
    await expect(notebook.removeCase('one', null, 9)).rejects.toMatchObject({ failure: { kind: 'not-found' } })
  })

  it('are found by any key that a person has had', async () => {
    await notebook.addCase({ id: 'one', title: 'One', ticket: '' }, 1)
    await notebook.pin('one', pin('earlier'), 1)
    expect(await notebook.casesHolding(['now', 'earlier'])).toEqual([{ id: 'one', title: 'One', closedAt: null }])
    expect(await notebook.casesHolding(['now'])).toEqual([])
  })
})

describe('links', () => {
  const link = { verdict: 'confirmed' as const, evidence: 'Same phone', decidedAt: 1 }

  it('are one decision per pair, seen from both sides, changed and taken back', async () => {
    await notebook.decide(['b'], ['a'], link, 1)
    expect(await notebook.links(['a'])).toEqual([{ one: 'a', other: 'b', ...link }])
    expect(await notebook.links(['b', 'x'])).toHaveLength(1)
    await notebook.decide(['a'], ['b'], { ...link, verdict: 'rejected' }, 2)
    expect((await notebook.links(['b'])).map(({ verdict }) => verdict)).toEqual(['rejected'])
    await notebook.decide(['a2', 'a'], ['b'], null, 3)
    expect(await notebook.links(['a', 'b'])).toEqual([])
  })
})

it('a person who is forgotten is in no byte of the files', async () => {
  const canary = 'canary-person-4711'
  await notebook.addCase({ id: 'one', title: 'One', ticket: '' }, 1)
  await notebook.pin('one', pin(canary), 1)
  await notebook.decide([canary], ['other'], { verdict: 'rejected', evidence: canary, decidedAt: 1 }, 1)
  expect(await notebook.forgetPerson([canary])).toBe(2)
  const left = readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(canary))
  expect(left).toEqual([])
  await expect(notebook.readCase('one')).resolves.toMatchObject({ pins: [] })
})
