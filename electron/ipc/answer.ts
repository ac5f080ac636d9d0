import type * as z from 'zod'
import { AppError } from '#shared/domain/errors.ts'
import type { Call } from '#shared/ipc/define.ts'
import type { Outcome } from '#shared/ipc/outcome.ts'
import { describeError, log } from '../log.ts'

const fail = (channel: string, error: unknown): Outcome<never> => {
  if (error instanceof AppError) {
    if (error.failure.kind === 'internal') log('error', channel, describeError(error))
    return { ok: false, error: error.failure }
  }
  log('error', channel, describeError(error))
  const message = 'Something went wrong inside the app.'
  return {
    ok: false,
    error: { kind: 'internal', message, advice: 'Try again; the log file has details.', retryable: true },
  }
}

const met = new WeakSet<z.ZodType>()

/** zod compiles a schema at its first use, which costs more than many uses save: the calls of a start are parsed without. */
const parse = <S extends z.ZodType>(schema: S, value: unknown): z.ZodSafeParseResult<z.output<S>> => {
  const jitless = !met.has(schema)
  met.add(schema)
  return schema.safeParse(value, { jitless })
}

/**
 * Runs one call: parses the input, runs the handler, parses the output (which strips fields that the contract does not
 * name). Never rejects: every failure becomes a value without stack, path or zod text (which would hold user data).
 */
export const answer = async (
  channel: string,
  call: Call,
  handler: (input: unknown) => unknown,
  raw: unknown,
): Promise<Outcome<unknown>> => {
  const input = parse(call.input, raw)
  if (!input.success) {
    const fields = [...new Set(input.error.issues.map((issue) => issue.path.map(String).join('.') || 'input'))]
    const message = `The request ${channel} was refused: ${fields.slice(0, 3).join(', ')} is not valid.`
    return { ok: false, error: { kind: 'bad-input', message, retryable: false } }
  }
  try {
    const output = parse(call.output, await handler(input.data))
    if (output.success) return { ok: true, value: output.data }
    log(
      'error',
      channel,
      `output: ${output.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ')}`,
    )
    return fail(channel, new AppError('internal', 'The app built an answer that breaks its own contract.'))
  } catch (error) {
    return fail(channel, error)
  }
}
