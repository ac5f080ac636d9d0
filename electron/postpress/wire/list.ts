import * as z from 'zod'
import { unexpectedShape } from '../answer.ts'

/** An item that was set aside: its id when it has one, and why, without personal data. */
export interface ItemProblem {
  itemId: string | null
  reason: string
}

/** One page of a list, item by item. */
export interface Page<T> {
  items: T[]
  problems: ItemProblem[]
  /** Where the next page starts; null at the end (also for a missing or empty cursor). */
  cursor: string | null
}

/** What a mapper makes of one parsed item: a record, or why it is none. */
export type Mapped<T> = { record: T } | { reason: string }

const envelope = z.object({
  items: z.array(z.unknown()),
  cursor: z
    .unknown()
    .optional()
    .transform((cursor) => (typeof cursor === 'string' && cursor !== '' ? cursor : null)),
})

const MAX_ID = 200

const idOf = (item: unknown): string | null => {
  if (typeof item !== 'object' || item === null) return null
  const id = 'id' in item ? item.id : 'member_id' in item ? item.member_id : null
  return typeof id === 'string' && id !== '' ? id.slice(0, MAX_ID) : null
}

/** Names the fields that are wrong, never their values. */
const reasonOf = (error: z.ZodError): string => {
  const fields = new Set(error.issues.map(({ path }) => path.map(String).join('.') || 'the item'))
  return `Missing or wrong: ${[...fields].slice(0, 5).join(', ')}`
}

/**
 * Parses a list answer item by item: a bad item becomes a problem and the page goes on. `keep` may add the item as
 * received to its record.
 * Throws `bad-response` when the answer is no list at all.
 */
export const parsePage = <W, T>(
  answer: unknown,
  schema: z.ZodType<W>,
  map: (item: W) => Mapped<T>,
  keep: (record: T, item: unknown) => T = (record) => record,
): Page<T> => {
  const list = envelope.safeParse(answer)
  if (!list.success) throw unexpectedShape()
  const page: Page<T> = { items: [], problems: [], cursor: list.data.cursor }
  for (const item of list.data.items) {
    const parsed = schema.safeParse(item)
    const mapped: Mapped<T> = parsed.success ? map(parsed.data) : { reason: reasonOf(parsed.error) }
    if ('record' in mapped) page.items.push(keep(mapped.record, item))
    else page.problems.push({ itemId: idOf(item), reason: mapped.reason })
  }
  return page
}

/** Parses a single answer. Throws `bad-response` when it does not fit. */
export const parseOne = <W>(answer: unknown, schema: z.ZodType<W>): W => {
  const parsed = schema.safeParse(answer)
  if (!parsed.success) throw unexpectedShape()
  return parsed.data
}
