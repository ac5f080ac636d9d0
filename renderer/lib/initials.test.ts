import { describe, expect, it } from 'vitest'
import { hueOf, initialsOf } from './initials.ts'

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['Gabriel García Márquez', 'GM'],
    ['ada', 'A'],
    ['ada.lovelace', 'AL'],
    ['佐藤 美咲', '佐美'],
    ['محمد العلي', 'ما'],
    ['e\u0301lodie', 'E\u0301'],
    ['👩‍🚀 Explorer', '👩‍🚀E'],
    ['+44 771 001 2411', '#'],
    ['3 Suisses', '3S'],
    ['', '?'],
    ['...', '?'],
  ])('of "%s" are "%s"', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})

describe('the hue of an avatar', () => {
  it('stays the same for one id, differs between ids, and is always a hue', () => {
    expect(hueOf('abc')).toBe(hueOf('abc'))
    expect(hueOf('abc')).not.toBe(hueOf('abd'))
    for (const seed of ['', 'x'.repeat(500), '🦄']) expect(hueOf(seed)).toBeGreaterThanOrEqual(0)
  })
})
