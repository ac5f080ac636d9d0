import { expect, it } from 'vitest'
import { cut } from './cut.ts'

it('cuts what is too long between two characters, and nothing else', () => {
  expect(cut('Ada', 3)).toBe('Ada')
  expect(cut('Adam', 3)).toBe('Ad…')
  expect(cut('a😀b', 3)).toBe('a…')
  expect(cut('😀😀', 4)).toBe('😀😀')
  expect(cut('x'.repeat(1_000_000), 200)).toHaveLength(200)
})
