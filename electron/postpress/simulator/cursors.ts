import { ApiError } from './errors.ts'

/** Where a key-based list continues: after this id (and, for chats, this date). */
export interface Key {
  last_id: string
  last_date?: string
}

/** Opaque base64 text of JSON, with padding: what clients of the API accept as a cursor. */
export const encodeCursor = (content: Record<string, unknown>): string =>
  Buffer.from(JSON.stringify(content)).toString('base64')

const garbage = (): ApiError => new ApiError('invalid_parameters', 'The cursor is invalid.')

/** The JSON object of a cursor. Throws 400 `invalid_parameters` for anything else, the empty string included. */
export const decodeCursor = (text: string): Record<string, unknown> => {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw garbage()
  let content: unknown
  try {
    content = JSON.parse(Buffer.from(text, 'base64').toString('utf8'))
  } catch {
    throw garbage()
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) throw garbage()
  return { ...content }
}

const record = (value: unknown): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) throw garbage()
  return { ...value }
}

/** The key of a key-based cursor; `dated` ones (chats) carry a date too. */
export const readKey = (content: Record<string, unknown>, dated: boolean): Key => {
  const { last_id: id, last_date: date } = record(content['cursor'])
  if (typeof id !== 'string' || id === '') throw garbage()
  if (!dated) return { last_id: id }
  if (typeof date !== 'string' || Number.isNaN(Date.parse(date))) throw garbage()
  return { last_id: id, last_date: date }
}

/** A whole number from `least` up in a cursor. */
export const readNumber = (content: Record<string, unknown>, name: string, least: number): number => {
  const value = content[name]
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least) throw garbage()
  return value
}

/** A text, or undefined when the cursor has none. */
export const readText = (content: Record<string, unknown>, name: string): string | undefined => {
  const value = content[name]
  if (value !== undefined && typeof value !== 'string') throw garbage()
  return value
}
