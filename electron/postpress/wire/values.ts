import * as z from 'zod'
import { cut } from '#shared/text/cut.ts'

/** An id: a string, or a bare number (integers beyond 2^53 arrive as strings, see ../json.ts). Never empty. */
export const wireId = z.union([z.string().min(1), z.int().transform(String)])

/** Longer than any text of a provider: a description has a few thousand characters. */
const MOST_TEXT = 20_000
/** Nobody reads further. */
const MOST_NAME = 1_000

/** A text that may be missing, null, of a wrong type or of an absurd length: then null. Blank counts as missing. */
export const wireText = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' && value.length <= MOST_TEXT && value.trim() !== '' ? value : null))

/** A name or title as received, cut when it is absurdly long; '' when it is missing or no text. */
export const wireName = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' ? cut(value, MOST_NAME) : ''))

/** An id that may be missing: then null. */
export const wireOptionalId = z
  .unknown()
  .optional()
  .transform((value) => wireId.safeParse(value).data ?? null)

/** true, 1 and "1" are true, false and 0 false; anything else says nothing. */
export const wireFlag = z
  .unknown()
  .optional()
  .transform((value) => {
    if (value === true || value === 1 || value === '1') return true
    return value === false || value === 0 || value === '0' ? false : null
  })

/** A list of texts; anything else in it is left out. */
export const wireTexts = z
  .unknown()
  .optional()
  .transform(
    (value) =>
      (Array.isArray(value) ? value.filter((one) => typeof one === 'string' && one.trim() !== '') : []) as string[],
  )

/** A count that may be missing or of a wrong type: then null. */
export const wireCount = z
  .unknown()
  .optional()
  .transform((value) => (Number.isSafeInteger(value) ? Number(value) : null))

const MIN_TIME = 0
const MAX_TIME = Date.UTC(2200, 0, 1)

/** An ISO stamp or epoch ms as integer ms; null for anything else or a time that cannot be. */
export const wireTime = z
  .unknown()
  .optional()
  .transform((value) => {
    const time =
      typeof value === 'number' ? Math.trunc(value) : typeof value === 'string' ? Date.parse(value) : Number.NaN
    return time > MIN_TIME && time < MAX_TIME ? time : null
  })
