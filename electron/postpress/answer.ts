import { AppError } from '#shared/domain/errors.ts'
import { apiCause } from './api-cause.ts'
import type { RawAnswer } from './attempt.ts'
import { type CallSubject, statusError } from './errors.ts'
import { parseJson } from './json.ts'

const badResponse = (status: number, message: string, advice: string): AppError =>
  new AppError('bad-response', message, { advice, retryable: true, cause: apiCause('once', { status }) })

const CHECK_URL = 'Check the API URL: it must be the address of the API, not of a website.'

/** The failure for data that is JSON but not what this endpoint promises. */
export const unexpectedShape = (): AppError =>
  new AppError('bad-response', 'postpress answered with data that the app does not understand.', {
    advice: 'Try again. If it stays, report it to postpress.',
    retryable: true,
    cause: apiCause('never', { status: 200 }),
  })

const parsed = (text: string): { value: unknown } | null => {
  try {
    return { value: parseJson(text) }
  } catch {
    // Not JSON (or nested beyond the stack): the caller says what it is instead.
    return null
  }
}

const typeOf = (value: unknown): string | null => {
  if (typeof value !== 'object' || value === null || !('type' in value)) return null
  const { type } = value
  // The type goes to logs: only words of the known form do.
  const word = typeof type === 'string' ? /^(?:errors\/)?([a-z_]{1,64})$/.exec(type)?.[1] : undefined
  return word ?? null
}

/** The failure of an answer with a status other than 200. */
export const refusal = (raw: RawAnswer, subject: CallSubject): AppError => {
  const text = new TextDecoder().decode(raw.body)
  const json = parsed(text)
  // A website's own "not found" page: nothing is known about the person.
  if (json === null && raw.status === 404 && text.trim() !== '')
    return new AppError('bad-response', 'The server answered with a web page instead of data.', {
      advice: CHECK_URL,
      cause: apiCause('never', { status: 404 }),
    })
  return statusError(raw.status, json === null ? null : typeOf(json.value), raw.retryAfter, subject)
}

/** The JSON value of a 200 answer. Throws `bad-response` for an empty body, HTML, anything cut off or garbled. */
export const jsonOf = (raw: RawAnswer): unknown => {
  const text = new TextDecoder().decode(raw.body)
  const json = parsed(text)
  if (json !== null) return json.value
  if (text.trim() === '') throw badResponse(raw.status, 'postpress sent an empty answer.', 'Try again.')
  if (/^\s*</.test(text) || raw.contentType.includes('text/html'))
    throw badResponse(raw.status, 'The server answered with a web page instead of data.', CHECK_URL)
  throw badResponse(raw.status, 'The answer of postpress was cut off or damaged.', 'Try again.')
}
