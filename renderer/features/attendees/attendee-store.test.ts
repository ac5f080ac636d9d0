import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AttendeePage, AttendeeQuery } from '#shared/domain/attendees.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { NO_FILTERS } from '../../state/filter-store.ts'
import { askAttendees, refreshAttendees, resetAttendees, showRows, useAttendeeStore } from './attendee-store.ts'
import { rowAt } from './page-window.ts'

interface Asked {
  query: AttendeeQuery
  answer: (outcome: Outcome<AttendeePage>) => void
}

let asked: Asked[] = []

const page = (query: AttendeeQuery, mark: string, total = 450): Outcome<AttendeePage> => ({
  ok: true,
  value: {
    rows: Array.from({ length: Math.min(50, total - query.offset) }, (_, n) => ({
      id: `${mark}-${query.offset + n}`,
      accountId: 'a',
      accountName: 'A',
      provider: 'x' as const,
      title: mark,
      nameless: false,
      headline: null,
      publicId: null,
      internalId: '1',
      reasons: [],
      isSelf: false,
      lastActivityAt: null,
      match: null,
      matchText: null,
    })),
    total,
    capped: false,
    more: false,
  },
})

const settled = () => vi.waitFor(() => Promise.resolve())
const state = () => useAttendeeStore.getState()
const idAt = (index: number) => rowAt(state().window, index)?.id
const question = (at: number): Asked => {
  const found = asked[at]
  if (found === undefined) throw new Error(`question ${at} was not asked`)
  return found
}

beforeEach(() => {
  asked = []
  const list = (query: AttendeeQuery) =>
    new Promise<Outcome<AttendeePage>>((answer) => {
      asked.push({ query, answer })
    })
  vi.stubGlobal('window', { api: { attendees: { list } } })
  resetAttendees()
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('asking while typing', () => {
  it('never queues: of many keystrokes only the first and the newest are asked', async () => {
    for (const text of ['a', 'ad', 'ada', 'ada ', 'ada l']) askAttendees({ ...NO_FILTERS, text })
    expect(asked.map(({ query }) => query.text)).toEqual(['a'])
    question(0).answer(page(question(0).query, 'old'))
    await vi.waitFor(() => expect(asked.map(({ query }) => query.text)).toEqual(['a', 'ada l']))
    expect(state().window.total).toBe(0)
    question(1).answer(page(question(1).query, 'new'))
    await vi.waitFor(() => expect(idAt(0)).toBe('new-0'))
    expect(state().loading).toBe(false)
    expect(state().shown?.text).toBe('ada l')
  })

  it('keeps the old rows until the new answer, and drops a page that answers the old question', async () => {
    askAttendees(NO_FILTERS)
    question(0).answer(page(question(0).query, 'one'))
    await vi.waitFor(() => expect(idAt(0)).toBe('one-0'))
    void showRows(45, 75)
    expect(question(1).query.offset).toBe(50)
    askAttendees({ ...NO_FILTERS, text: 'x' })
    expect(idAt(0)).toBe('one-0')
    question(2).answer(page(question(2).query, 'two'))
    await vi.waitFor(() => expect(idAt(0)).toBe('two-0'))
    question(1).answer(page(question(1).query, 'one'))
    await settled()
    expect(idAt(50)).toBeUndefined()
  })
})

describe('paging', () => {
  it('asks for each page once and only for missing ones', async () => {
    askAttendees(NO_FILTERS)
    question(0).answer(page(question(0).query, 'p'))
    await vi.waitFor(() => expect(idAt(0)).toBe('p-0'))
    void showRows(40, 60)
    void showRows(41, 61)
    expect(asked.map(({ query }) => query.offset)).toEqual([0, 50])
    question(1).answer(page(question(1).query, 'p'))
    await vi.waitFor(() => expect(idAt(60)).toBe('p-60'))
  })

  it('asks for what is in the middle of the screen first', async () => {
    askAttendees(NO_FILTERS)
    question(0).answer(page(question(0).query, 'p'))
    await vi.waitFor(() => expect(idAt(0)).toBe('p-0'))
    void showRows(165, 299)
    expect(asked.slice(1).map(({ query }) => query.offset)).toEqual([200, 250, 150])
  })

  it('asks again for a page that failed, and keeps the rows', async () => {
    askAttendees(NO_FILTERS)
    question(0).answer(page(question(0).query, 'p'))
    await vi.waitFor(() => expect(idAt(0)).toBe('p-0'))
    void showRows(50, 60)
    question(1).answer({ ok: false, error: { kind: 'storage', message: 'Disk full.', retryable: true } })
    await vi.waitFor(() => expect(state().failure?.message).toBe('Disk full.'))
    expect(idAt(0)).toBe('p-0')
    void showRows(50, 60)
    expect(question(2).query.offset).toBe(50)
  })
})

describe('refreshing after a sync', () => {
  it('reads the visible pages again without going back to the top', async () => {
    askAttendees(NO_FILTERS)
    question(0).answer(page(question(0).query, 'before'))
    await vi.waitFor(() => expect(idAt(0)).toBe('before-0'))
    const { answers } = state()
    void showRows(45, 60)
    question(1).answer(page(question(1).query, 'before'))
    await vi.waitFor(() => expect(idAt(55)).toBe('before-55'))
    void refreshAttendees()
    expect(asked.slice(2).map(({ query }) => query.offset)).toEqual([0, 50])
    expect(idAt(55)).toBe('before-55')
    question(2).answer(page(question(2).query, 'after', 500))
    question(3).answer(page(question(3).query, 'after', 500))
    await vi.waitFor(() => expect(idAt(55)).toBe('after-55'))
    expect(state().window.total).toBe(500)
    expect(state().answers).toBe(answers)
  })

  it('gives way to a new question', async () => {
    askAttendees(NO_FILTERS)
    question(0).answer(page(question(0).query, 'one'))
    await vi.waitFor(() => expect(idAt(0)).toBe('one-0'))
    void refreshAttendees()
    askAttendees({ ...NO_FILTERS, text: 'x' })
    question(2).answer(page(question(2).query, 'two'))
    await vi.waitFor(() => expect(idAt(0)).toBe('two-0'))
    question(1).answer(page(question(1).query, 'refreshed'))
    await settled()
    expect(idAt(0)).toBe('two-0')
  })
})
