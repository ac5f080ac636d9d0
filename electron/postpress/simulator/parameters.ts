import { ApiError } from './errors.ts'

/** Limits of lists: most lists take 1..250, relations and followers 1..1000; 100 when not given. */
export const LIST_LIMIT = { most: 250, usual: 100 } as const
export const LARGE_LIST_LIMIT = { most: 1_000, usual: 100 } as const

/** The `limit` parameter; undefined when absent. Throws 400 when it is no whole number in range. */
export const limitParameter = (query: URLSearchParams, { most }: { most: number }): number | undefined => {
  const text = query.get('limit')
  if (text === null) return undefined
  const limit = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (limit < 1 || limit > most)
    throw new ApiError('invalid_parameters', `limit must be a whole number from 1 to ${most}.`)
  return limit
}

/** A parameter that the route cannot do without. Throws 400 `missing_parameters`. */
export const requiredParameter = (query: URLSearchParams, name: string): string => {
  const value = query.get(name)
  if (value === null || value === '') throw new ApiError('missing_parameters', `The parameter ${name} is required.`)
  return value
}

const STAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** `before` and `after`: YYYY-MM-DDTHH:MM:SS.mmmZ as ms; undefined when absent. */
export const stampParameter = (query: URLSearchParams, name: string): number | undefined => {
  const text = query.get(name)
  if (text === null) return undefined
  const at = STAMP.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at))
    throw new ApiError('invalid_parameters', `${name} must be a UTC datetime (YYYY-MM-DDTHH:MM:SS.mmmZ).`)
  return at
}

/** One of a closed list of words; undefined when absent. Throws 400 for anything else. */
export const wordParameter = <T extends string>(
  query: URLSearchParams,
  name: string,
  words: readonly T[],
): T | undefined => {
  const text = query.get(name)
  if (text === null) return undefined
  const word = words.find((candidate) => candidate === text)
  if (word === undefined) throw new ApiError('invalid_parameters', `${name} must be one of: ${words.join(', ')}.`)
  return word
}
