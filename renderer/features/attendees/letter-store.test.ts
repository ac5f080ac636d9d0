import { expect, it } from 'vitest'
import { positionOf } from './letter-store.ts'

const LETTERS = [
  { letter: '#', index: 0 },
  { letter: 'A', index: 3 },
  { letter: 'M', index: 40 },
  { letter: '王', index: 90 },
]

it('leads a key to its letter, or to the next one that has anybody', () => {
  expect(positionOf(LETTERS, 'a')).toBe(3)
  expect(positionOf(LETTERS, 'c')).toBe(40)
  expect(positionOf(LETTERS, '王')).toBe(90)
  expect(positionOf(LETTERS, 'Enter')).toBeNull()
  expect(positionOf(LETTERS, '7')).toBeNull()
  expect(positionOf([], 'a')).toBeNull()
})
