import { expect, it } from 'vitest'
import { damageRounds } from './testing/damages.ts'

it('is usable again within 5 s, whatever happened to its files', async () => {
  const result = await damageRounds(18, 7)
  expect(result.failed).toEqual([])
  expect(result.rebuilt).toBeGreaterThan(4)
}, 120_000)
