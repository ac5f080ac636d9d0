import { expect, it } from 'vitest'
import { wireName, wireText } from './values.ts'

it('a megabyte is a name of which the beginning is kept, and no other text', () => {
  const huge = 'Ada '.repeat(250_000)
  expect(wireName.parse(huge)).toHaveLength(1_000)
  expect(wireName.parse(huge).startsWith('Ada Ada')).toBe(true)
  expect(wireText.parse(huge)).toBeNull()
  expect(wireText.parse('x'.repeat(20_000))).toHaveLength(20_000)
})

it('anything but a text is no name', () => {
  for (const value of [undefined, null, 7, {}, ['Ada']]) {
    expect(wireName.parse(value)).toBe('')
    expect(wireText.parse(value)).toBeNull()
  }
  expect(wireName.parse(' ')).toBe(' ')
  expect(wireText.parse(' ')).toBeNull()
})
