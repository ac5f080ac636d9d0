import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { AppError } from '#shared/domain/errors.ts'
import { call } from '#shared/ipc/define.ts'
import { answer } from './answer.ts'

const double = call(z.object({ n: z.number() }), z.object({ twice: z.number() }))

describe('answer', () => {
  it('parses input and output, and strips what the contract does not name', async () => {
    const outcome = await answer('math.double', double, () => ({ twice: 4, token: 'secret' }), { n: 2 })
    expect(outcome).toEqual({ ok: true, value: { twice: 4 } })
  })

  it('names the bad field of the input but never its value', async () => {
    const outcome = await answer('math.double', double, () => ({ twice: 4 }), { n: 'alice@example.com' })
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'bad-input' } })
    expect(JSON.stringify(outcome)).toContain('n is not valid')
    expect(JSON.stringify(outcome)).not.toContain('alice')
  })

  it('turns an AppError into its failure and anything else into `internal` without its text', async () => {
    const offline = () => {
      throw new AppError('offline', 'You are offline.', { retryable: true })
    }
    expect(await answer('math.double', double, offline, { n: 1 })).toEqual({
      ok: false,
      error: { kind: 'offline', message: 'You are offline.', retryable: true },
    })
    const leak = async () => {
      throw new Error('ENOENT /home/alice/key.txt')
    }
    const outcome = await answer('math.double', double, leak, { n: 1 })
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'internal' } })
    expect(JSON.stringify(outcome)).not.toContain('alice')
  })

  it('refuses an output that breaks the contract', async () => {
    const outcome = await answer('math.double', double, () => ({ twice: 'four' }), { n: 2 })
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'internal' } })
  })
})
