import { describe, expect, it } from 'vitest'
import type { AttendeeQuery } from '#shared/domain/attendees.ts'
import { createReadingQueue } from './reading-queue.ts'
import type { CacheRequest } from './worker.ts'

const query: AttendeeQuery = {
  text: '',
  provider: null,
  accountId: null,
  reason: null,
  sort: 'name',
  offset: 0,
  limit: 50,
  effort: 'quick',
}
let id = 0
const list = (text: string, effort: AttendeeQuery['effort'] = 'quick'): CacheRequest => ({
  id: id++,
  method: 'listAttendees',
  args: [{ ...query, text, effort }, []],
})
const count = (text: string): CacheRequest => ({ id: id++, method: 'countAttendees', args: [{ text }, []] })
const passport = (): CacheRequest => ({ id: id++, method: 'passport', args: ['x'] })

describe('requests that wait for the reading thread', () => {
  it('keeps the newest keystroke only', () => {
    const queue = createReadingQueue()
    const [a, ad, ada] = [list('a'), list('ad'), list('ada')]
    expect(queue.add(a)).toEqual([])
    expect(queue.add(ad)).toEqual([a])
    expect(queue.add(ada)).toEqual([ad])
    expect(queue.take()).toBe(ada)
    expect(queue.take()).toBeUndefined()
  })

  it('drops pages and fragments of a text that is no longer typed, and keeps those of the newest', () => {
    const queue = createReadingQueue()
    const [old, own] = [list('a', 'full'), list('ad', 'full')]
    queue.add(old)
    queue.add(own)
    expect(queue.add(list('ad'))).toEqual([old])
  })

  it('answers keystrokes before pages, counts last, and never drops anything else', () => {
    const queue = createReadingQueue()
    const [counted, person, typed, counted2] = [count('a'), passport(), list('a'), count('ad')]
    queue.add(counted)
    queue.add(person)
    queue.add(typed)
    expect(queue.add(counted2)).toEqual([counted])
    expect([queue.take(), queue.take(), queue.take()]).toEqual([typed, person, counted2])
  })
})
