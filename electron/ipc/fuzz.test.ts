import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ERROR_KINDS } from '#shared/domain/errors.ts'
import { calls } from '#shared/ipc/contract.ts'
import { type Call, channelsOf } from '#shared/ipc/define.ts'
import { answer } from './answer.ts'

const CANARY = 'canary-4711'
/** Values at the limits of every schema: wrong types, huge, hostile, prototype keys. */
const hostile = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true }),
  fc.constantFrom(
    `<img src=x onerror=${CANARY}>`,
    `'; DROP TABLE people; --${CANARY}`,
    `" OR name:${CANARY}*`,
    '\u202e',
  ),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, 2 ** 53, '', CANARY.repeat(20_000)),
)
const NAMES = ['id', 'url', 'key', 'name', 'text', 'remember', 'provider', 'accountId', 'reason', '__proto__']
const payload = fc.oneof(hostile, fc.dictionary(fc.constantFrom(...NAMES, 'constructor', 'command'), hostile))

const callOf = (channel: string): Call => {
  const [group = '', name = ''] = channel.split('.')
  const found = (calls as Record<string, Record<string, Call>>)[group]?.[name]
  if (found === undefined) throw new Error(`There is no call ${channel}.`)
  return found
}
/** The handlers themselves are fuzzed beside them; here they fail, with a secret in their error. */
const RUNS_PER_CHANNEL = Math.ceil(2_000 / channelsOf(calls).length)

describe('every call of the contract under random input', () => {
  it.each(channelsOf(calls))('%s answers with a closed kind and gives no value away', async (channel) => {
    await fc.assert(
      fc.asyncProperty(payload, async (raw) => {
        const failing = (): never => {
          throw new Error(`handler saw ${CANARY}`)
        }
        const outcome = await answer(channel, callOf(channel), failing, raw)
        expect(outcome.ok).toBe(false)
        if (outcome.ok) return
        expect(ERROR_KINDS).toContain(outcome.error.kind)
        expect(JSON.stringify(outcome)).not.toContain(CANARY)
      }),
      { numRuns: RUNS_PER_CHANNEL },
    )
    expect(Object.hasOwn(Object.prototype, 'id')).toBe(false)
  })
})
