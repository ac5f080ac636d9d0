import { describe, expect, it } from 'vitest'
import { newestWins } from './newest-wins.ts'

const setup = () => {
  const asked: { input: string; answer: (output: string) => void }[] = []
  const accepted: string[] = []
  const wins = newestWins<string, string>(
    (input) =>
      new Promise((answer) => {
        asked.push({ input, answer })
      }),
    (output) => accepted.push(output),
  )
  return { asked, accepted, wins }
}

describe('newest wins', () => {
  it('asks the first and the newest, and accepts the newest only', async () => {
    const { asked, accepted, wins } = setup()
    for (const input of ['a', 'ab', 'abc']) wins.ask(input)
    expect(asked.map(({ input }) => input)).toEqual(['a'])
    asked[0]?.answer('A')
    await Promise.resolve()
    await Promise.resolve()
    expect(asked.map(({ input }) => input)).toEqual(['a', 'abc'])
    asked[1]?.answer('ABC')
    await wins.idle()
    expect(accepted).toEqual(['ABC'])
  })

  it('accepts nothing after it was told to forget, and works again afterwards', async () => {
    const { asked, accepted, wins } = setup()
    wins.ask('old workspace')
    wins.forget()
    wins.ask('new workspace')
    asked[0]?.answer('old')
    await Promise.resolve()
    await Promise.resolve()
    asked[1]?.answer('new')
    await wins.idle()
    expect(accepted).toEqual(['new'])
  })

  it('is idle at once when nothing is under way', async () => {
    await expect(setup().wins.idle()).resolves.toBeUndefined()
  })
})
