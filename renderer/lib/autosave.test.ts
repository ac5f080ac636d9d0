import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAutosave, type SaveState } from './autosave.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const setUp = () => {
  const saved: [string, string][] = []
  const states: SaveState[] = []
  const answers: ((done: boolean) => void)[] = []
  const autosave = createAutosave({
    delay: 400,
    save: (key, value) => {
      saved.push([key, value])
      return new Promise((answer) => answers.push(answer))
    },
    changed: (_, state) => states.push(state),
  })
  const answer = async (done: boolean): Promise<void> => {
    answers.shift()?.(done)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { autosave, saved, states, answer }
}

describe('autosave', () => {
  it('sends what was typed at the latest after the delay, however fast somebody types on', () => {
    const { autosave, saved } = setUp()
    for (let step = 1; step <= 20; step++) {
      autosave.change('notes', 'x'.repeat(step))
      vi.advanceTimersByTime(100)
    }
    expect(saved.map(([, value]) => value.length)).toEqual([4, 8, 12, 16, 20])
  })

  it('sends everything that waits when the page goes, each text once', () => {
    const { autosave, saved } = setUp()
    autosave.change('notes a', 'one')
    autosave.change('notes b', 'two')
    autosave.flush()
    expect(saved).toEqual([
      ['notes a', 'one'],
      ['notes b', 'two'],
    ])
    autosave.flush()
    vi.advanceTimersByTime(10_000)
    expect(saved).toHaveLength(2)
  })

  it('sends what was typed while an older text is on its way, at once when the page goes', async () => {
    const { autosave, saved, states, answer } = setUp()
    autosave.change('notes', 'old')
    autosave.flush()
    autosave.change('notes', 'new')
    autosave.flush()
    expect(saved.map(([, value]) => value)).toEqual(['old', 'new'])
    await answer(true)
    expect(autosave.pending('notes')).toBe('new')
    expect(states.at(-1)).toBe('saving')
    await answer(true)
    expect(autosave.pending('notes')).toBeUndefined()
    expect(states.at(-1)).toBe('saved')
  })

  it('keeps what was refused, and tries it again', async () => {
    const { autosave, saved, states, answer } = setUp()
    autosave.change('notes', 'text')
    autosave.flush()
    await answer(false)
    expect(states.at(-1)).toBe('failed')
    expect(autosave.pending('notes')).toBe('text')
    autosave.flush()
    await answer(true)
    expect(saved).toHaveLength(2)
    expect(autosave.pending('notes')).toBeUndefined()
  })
})
