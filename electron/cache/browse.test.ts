import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AttendeeQuery, AttendeeRow } from '#shared/domain/attendees.ts'
import { PROVIDERS } from '#shared/domain/providers.ts'
import { fold } from '#shared/text/fold.ts'
import type { CacheMethods } from './cache.ts'
import { crowdedCache, everything, ids, ROWS, searchIn } from './testing/crowd.ts'

let cache: CacheMethods
beforeAll(() => {
  cache = crowdedCache()
})

const browse = (changes: Partial<AttendeeQuery>): AttendeeRow[] => {
  const rows: AttendeeRow[] = []
  for (;;) {
    const page = cache.listAttendees({ ...everything, ...changes, offset: rows.length }, [])
    rows.push(...page.rows)
    if (rows.length >= page.total) return rows
  }
}

describe('browsing', () => {
  it('lists everybody once, page by page, in every order and under every filter', () => {
    for (const sort of ['name', 'last-activity', 'first-seen'] as const) {
      expect(new Set(ids(browse({ sort }))).size).toBe(ROWS)
      const some = browse({ sort, provider: 'telegram', reason: 'chat' })
      expect(some.length).toBeGreaterThan(100)
      expect(some.every((row) => row.provider === 'telegram' && row.reasons.includes('chat'))).toBe(true)
    }
    const times = browse({ sort: 'last-activity' }).map(({ lastActivityAt }) => lastActivityAt ?? -1)
    expect(times).toEqual([...times].sort((a, b) => b - a))
    const titles = browse({ provider: 'x' }).map(({ title }) => fold(title))
    expect(titles).toEqual([...titles].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
  })

  it('jumps to any position with the rows that reading from the top shows there', () => {
    for (const sort of ['name', 'last-activity', 'first-seen'] as const)
      for (const provider of [null, 'linkedin'] as const) {
        const whole = ids(browse({ sort, provider, reason: 'contact' }))
        fc.assert(
          fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (offset) => {
            const page = cache.listAttendees(
              { ...everything, sort, provider, reason: 'contact', offset, limit: 30 },
              [],
            )
            expect(ids(page.rows)).toEqual(whole.slice(offset, offset + 30))
          }),
          { numRuns: 20 },
        )
      }
  })

  it('knows where each letter begins', () => {
    const all = browse({})
    const letters = cache.lettersOf({ provider: null, accountId: null, reason: null })
    expect(letters.map(({ letter }) => letter)).toContain('M')
    for (const { letter, index } of letters) {
      expect(
        fold(all[index]?.title ?? '')
          .toUpperCase()
          .startsWith(letter),
        letter,
      ).toBe(true)
      if (index > 0)
        expect(
          fold(all[index - 1]?.title ?? '')
            .toUpperCase()
            .startsWith(letter),
        ).toBe(false)
    }
  })

  it('counts every tab as it lists it', () => {
    for (const reason of [null, 'contact', 'reported'] as const) {
      const counts = cache.countAttendees({ text: '', accountId: null, reason }, [])
      for (const provider of PROVIDERS) expect(counts[provider]).toBe(browse({ provider, reason }).length)
      expect(counts.all).toBe(browse({ reason }).length)
    }
    const found = cache.countAttendees({ text: 'leeman', accountId: null, reason: null }, [])
    expect(found.telegram).toBe(Math.min(searchIn(cache, 'leeman', { provider: 'telegram' }).length, 1_000))
  })
})
