import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ResolveAnswer, ResolveRequest } from '#shared/domain/resolve.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { closeResolve, lookUpLive, resolveProduct, startResolve, useResolveStore } from './resolve-store.ts'

let asked: { request: ResolveRequest; answer: (outcome: Outcome<ResolveAnswer>) => void }[] = []

const answered = (message: string): Outcome<ResolveAnswer> => ({
  ok: true,
  value: { candidate: null, others: [], steps: [], result: { state: 'not-resolvable', message, advice: '' } },
})

const messageShown = () => {
  const result = useResolveStore.getState().answer?.result
  return result?.state === 'not-resolvable' ? result.message : null
}

beforeEach(() => {
  asked = []
  const resolve = (request: ResolveRequest) =>
    new Promise<Outcome<ResolveAnswer>>((answer) => {
      asked.push({ request, answer })
    })
  vi.stubGlobal('window', { api: { people: { resolve } } })
  closeResolve()
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('resolving', () => {
  it('spends nothing until a look-up is asked for', async () => {
    void startResolve('ada', null)
    void resolveProduct('recruiter')
    expect(asked.map(({ request }) => request.mode)).toEqual(['cached', 'cached'])
    void lookUpLive('acc', 'live', false)
    expect(asked[2]?.request).toMatchObject({ mode: 'live', accountId: 'acc', product: 'recruiter', overBudget: false })
  })

  it('does not spend twice on a double click', async () => {
    void startResolve('ada', null)
    void lookUpLive(null, 'live', false)
    void lookUpLive(null, 'live', false)
    expect(asked).toHaveLength(2)
  })

  it('shows the newest answer only', async () => {
    const first = startResolve('one', null)
    const second = startResolve('two', null)
    asked[1]?.answer(answered('two'))
    await second
    asked[0]?.answer(answered('one'))
    await first
    expect(messageShown()).toBe('two')
  })

  it('keeps the answer so far when the look-up fails', async () => {
    const start = startResolve('ada', null)
    asked[0]?.answer(answered('before'))
    await start
    const live = lookUpLive(null, 'live', false)
    asked[1]?.answer({ ok: false, error: { kind: 'offline', message: 'No network.', retryable: true } })
    await live
    expect(messageShown()).toBe('before')
    expect(useResolveStore.getState()).toMatchObject({ busy: null, failure: { kind: 'offline' } })
  })
})
