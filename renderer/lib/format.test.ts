import { describe, expect, it } from 'vitest'
import { plural } from './format-number.ts'
import { shortAgo, timeAgo } from './format-time.ts'

const NOW = Date.UTC(2026, 10, 24, 12)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('ages', () => {
  it.each([
    [0, 'just now', 'now'],
    [59_999, 'just now', 'now'],
    [MINUTE, '1 minute ago', '1 min'],
    [59 * MINUTE, '59 minutes ago', '59 min'],
    [HOUR, '1 hour ago', '1 h'],
    [DAY - 1, '23 hours ago', '23 h'],
    [DAY, 'yesterday', '1 d'],
    [30 * DAY, '30 days ago', '30 d'],
  ])('%i ms reads "%s"', (age, long, short) => {
    expect(timeAgo(NOW - age, NOW)).toBe(long)
    expect(shortAgo(NOW - age, NOW)).toBe(short)
  })

  it('becomes a date once it is old, and a clock that is ahead reads as now', () => {
    expect(timeAgo(Date.UTC(2024, 4, 3, 12), NOW)).toBe('3 May 2024')
    for (const ahead of [1, HOUR, 400 * DAY]) {
      expect(timeAgo(NOW + ahead, NOW)).toBe('just now')
      expect(shortAgo(NOW + ahead, NOW)).toBe('now')
    }
  })
})

describe('numbers', () => {
  it('counts in words', () => {
    expect(plural(1, 'member', 'members')).toBe('1 member')
    expect(plural(1_204, 'member', 'members')).toBe('1,204 members')
  })
})
