import { expect, it } from 'vitest'
import { shorten } from './shorten.ts'

it('ends long texts in dots, between whole characters', () => {
  expect(shorten('Ada Lindqvist', 13)).toBe('Ada Lindqvist')
  expect(shorten('Ada Lindqvist', 5)).toBe('Ada…')
  expect(shorten('Wolfeschlegelsteinhausen '.repeat(12), 20)).toBe('Wolfeschlegelsteinh…')
  const family = '👩‍👩‍👧‍👦'
  expect(shorten(family.repeat(3), 3)).toBe(family.repeat(3))
  expect(shorten(family.repeat(4), 3)).toBe(`${family.repeat(2)}…`)
})
