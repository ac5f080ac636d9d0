import { describe, expect, it } from 'vitest'
import { dailyLimitOf, localDay } from './lookup-budget.ts'

describe('dailyLimitOf', () => {
  it('counts about 100 look-ups a day, 80 more with Sales Navigator', () => {
    expect(dailyLimitOf({ products: ['classic'] })).toBe(100)
    expect(dailyLimitOf({ products: ['classic', 'sales-navigator'] })).toBe(180)
  })
})

describe('localDay', () => {
  it('is the calendar day of this computer', () => {
    expect(localDay(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05')
  })
})
