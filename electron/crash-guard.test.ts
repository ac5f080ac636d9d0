import { describe, expect, it } from 'vitest'
import { createCrashGuard } from './crash-guard.ts'

const recoveriesAt = (times: number[]): string[] => {
  let time = 0
  const guard = createCrashGuard(() => time)
  return times.map((at) => {
    time = at
    return guard.crashed()
  })
}

describe('createCrashGuard', () => {
  it('reloads three times, explains, then gives up', () => {
    expect(recoveriesAt([0, 1_000, 2_000, 3_000, 4_000])).toEqual(['reload', 'reload', 'reload', 'explain', 'give-up'])
  })

  it('forgets crashes older than a minute', () => {
    expect(recoveriesAt([0, 20_000, 40_000, 61_000, 122_000])).toEqual([
      'reload',
      'reload',
      'reload',
      'reload',
      'reload',
    ])
  })
})
