import { describe, expect, it } from 'vitest'
import { createMethods } from '../cache/methods.ts'
import { openDatabase } from '../cache/open.ts'
import { createVirtualClock } from '../postpress/testing/virtual-clock.ts'
import type { Transport } from '../postpress/transport.ts'
import { openServerClock } from './server-clock.ts'

const DAY = 86_400_000

const unexpected = (error: unknown): void => {
  throw error
}

/** An API with a clock of its own (null: it does not tell), and a workspace on a computer whose clock can be set. */
const setUp = () => {
  const computer = createVirtualClock()
  const server = { now: computer.now() as number | null, status: 200 }
  const methods = createMethods(openDatabase(':memory:'))
  const cache = {
    readFact: async (name: string) => methods.readFact(name),
    saveFact: async (name: string, value: string) => methods.saveFact(name, value),
  }
  const transport: Transport = async () =>
    new Response('{}', {
      status: server.status,
      headers: server.now === null ? {} : { date: new Date(server.now).toUTCString() },
    })
  /** What a start of the app makes. */
  const start = async () => {
    const clock = await openServerClock(cache, computer, unexpected)
    const watched = clock.watch(transport)
    const ask = () => watched({ url: 'https://api.example', headers: {}, signal: new AbortController().signal })
    return { clock, ask }
  }
  return { computer, server, start, methods, cache }
}

describe('the time that retention counts from', () => {
  it('is unknown before the API has ever answered, and what a refusal says does not count', async () => {
    const { server, start } = setUp()
    const { clock, ask } = await start()
    expect(clock.earlier()).toBeNull()
    server.status = 503
    await ask()
    expect(clock.earlier()).toBeNull()
  })

  it('stays where the API left it when the computer’s clock is set forward, also over restarts', async () => {
    const { computer, start } = setUp()
    const first = await start()
    await first.ask()
    const told = computer.now()
    computer.jump(400 * DAY)
    expect(first.clock.earlier()).toBe(told)
    const { clock } = await start()
    expect(clock.earlier()).toBe(told)
    computer.pass(400 * DAY)
    expect(clock.earlier()).toBe(told)
  })

  it('follows the computer’s clock when that is set back, and the API when it answers again', async () => {
    const { computer, server, start } = setUp()
    const { clock, ask } = await start()
    await ask()
    const told = computer.now()
    computer.jump(-10 * DAY)
    expect(clock.earlier()).toBe(told - 10 * DAY)
    computer.jump(50 * DAY)
    server.now = told + 2 * DAY
    await ask()
    expect(clock.earlier()).toBe(told + 2 * DAY)
    expect((await start()).clock.earlier()).toBe(told + 2 * DAY)
  })

  it('is the computer’s when a lying server is ahead', async () => {
    const { computer, server, start } = setUp()
    const { clock, ask } = await start()
    server.now = computer.now() + 4_000 * DAY
    await ask()
    expect(clock.earlier()).toBe(computer.now())
  })

  it('is the time of the last answer where the server has no clock, and of the last contact before this was kept', async () => {
    const { computer, server, start, methods } = setUp()
    methods.saveFact('last-contact-at', String(computer.now() - DAY))
    const { clock, ask } = await start()
    expect(clock.earlier()).toBe(computer.now() - DAY)
    server.now = null
    await ask()
    const answered = computer.now()
    computer.jump(100 * DAY)
    expect(clock.earlier()).toBe(answered)
  })

  it('writes no fact for every answer', async () => {
    const { computer, server, cache } = setUp()
    let writes = 0
    const counted = {
      ...cache,
      saveFact: async () => {
        writes++
      },
    }
    const clock = await openServerClock(counted, computer, unexpected)
    const watched = clock.watch(
      async () => new Response('{}', { headers: { date: new Date(server.now ?? 0).toUTCString() } }),
    )
    for (let answer = 0; answer < 100; answer++) {
      server.now = computer.now() + answer * 60_000
      await watched({ url: 'https://api.example', headers: {}, signal: new AbortController().signal })
    }
    expect(writes).toBe(10)
  })
})
