import { describe, expect, it } from 'vitest'
import { stillFailed } from './official-binary.ts'

const MINUTE = 60_000
const memory = { version: '45.4.1', at: 1_000_000_000_000, reason: 'fetch failed' }

describe('stillFailed', () => {
  it('believes a failure for a quarter of an hour', () => {
    expect(stillFailed(memory, '45.4.1', memory.at + 14 * MINUTE)).toBe(true)
    expect(stillFailed(memory, '45.4.1', memory.at + 15 * MINUTE)).toBe(false)
  })

  it('tries again for another version, with no memory, and after the clock was set back', () => {
    expect(stillFailed(memory, '45.4.2', memory.at)).toBe(false)
    expect(stillFailed(undefined, '45.4.1', memory.at)).toBe(false)
    expect(stillFailed(memory, '45.4.1', memory.at - MINUTE)).toBe(false)
  })
})
