import { expect, it } from 'vitest'
import { killRounds } from './testing/kill-rounds.ts'

it('loses nothing when the process is killed in the middle of a sync', async () => {
  const { acknowledged, ...result } = await killRounds(8, 3)
  expect(result).toEqual({ kills: 8, corrupt: 0, torn: 0, lost: 0, differences: 0 })
  expect(acknowledged).toBeGreaterThan(8)
}, 120_000)
