import { describe, expect, it } from 'vitest'
import { createVirtualClock } from '../postpress/testing/virtual-clock.ts'
import { CLEAR_AFTER_MS, createClipboardKeeper } from './clipboard-keeper.ts'

const setUp = () => {
  const clock = createVirtualClock()
  const state = { text: '', wanted: true }
  const clipboard = {
    writeText: async (text: string) => {
      state.text = text
    },
    readText: async () => state.text,
    clear: () => {
      state.text = ''
    },
  }
  const keeper = createClipboardKeeper(
    clipboard,
    clock,
    () => state.wanted,
    (error) => {
      throw error
    },
  )
  const pass = async (ms: number): Promise<void> => {
    clock.pass(ms)
    await new Promise(setImmediate)
  }
  return { state, keeper, pass }
}

describe('what was copied', () => {
  it('is gone a minute later, counted from the last copy', async () => {
    const { state, keeper, pass } = setUp()
    await keeper.copy('+33600000000')
    await pass(CLEAR_AFTER_MS - 1)
    expect(state.text).toBe('+33600000000')
    await keeper.copy('satyanadella')
    await pass(CLEAR_AFTER_MS - 1)
    expect(state.text).toBe('satyanadella')
    await pass(1)
    expect(state.text).toBe('')
  })

  it('stays when somebody copied something else, or chose so', async () => {
    const { state, keeper, pass } = setUp()
    await keeper.copy('+33600000000')
    state.text = 'from another program'
    await pass(CLEAR_AFTER_MS)
    expect(state.text).toBe('from another program')
    state.wanted = false
    await keeper.copy('kept')
    await pass(10 * CLEAR_AFTER_MS)
    await keeper.clear()
    expect(state.text).toBe('kept')
  })

  it('is gone at once when the app locks', async () => {
    const { state, keeper } = setUp()
    await keeper.copy('+33600000000')
    await keeper.clear()
    expect(state.text).toBe('')
  })
})
