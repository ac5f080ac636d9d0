import { decodeCursor, encodeCursor } from '../cursors.ts'
import type { Reply } from '../reply.ts'
import type { Exchange, FaultKind } from './kinds.ts'

interface ListBody {
  items: unknown[]
  cursor?: string | null | undefined
}

const listOf = (reply: Reply): ListBody | null => {
  const { json, status } = reply
  return status === 200 && typeof json === 'object' && json !== null && 'items' in json ? (json as ListBody) : null
}

/** Changes a list answer; the cursor that the client used is given decoded, null on a first request. */
const paging =
  (change: (list: ListBody, asked: Record<string, unknown> | null) => ListBody) =>
  (reply: Reply, { query }: Exchange): Reply => {
    const list = listOf(reply)
    const cursor = query.get('cursor')
    return list === null ? reply : { ...reply, json: change(list, cursor === null ? null : decodeCursor(cursor)) }
  }

/** The same position under another text: the list goes on from there, and the text was never seen before. */
const again = (asked: Record<string, unknown>): string =>
  encodeCursor({ ...asked, again: (typeof asked['again'] === 'number' ? asked['again'] : 0) + 1 })

const alternate = (asked: Record<string, unknown>): string => {
  const { turn, ...rest } = asked
  return encodeCursor(turn === undefined ? { ...rest, turn: 'b' } : rest)
}

/** The position one item earlier: the next page begins with the last item of this one. */
const earlier = ({ items, cursor }: ListBody): string | null | undefined => {
  const before = items.at(-2)
  const place = typeof cursor === 'string' && cursor !== '' ? decodeCursor(cursor) : null
  if (place === null || typeof before !== 'object' || before === null) return cursor
  if (typeof place['startIndex'] === 'number') return encodeCursor({ ...place, startIndex: place['startIndex'] - 1 })
  const { id, timestamp } = before as { id?: string; timestamp?: string | null }
  const date = timestamp === undefined ? {} : { last_date: timestamp ?? new Date(0).toISOString() }
  return encodeCursor({ ...place, cursor: { last_id: id, ...date } })
}

/** Faults of how a list goes on. A first page has no position to go back to: they strike from the second page on. */
export const PAGING_FAULTS = {
  'cursor-loop': {
    about: 'a page whose cursor leads to itself',
    edit: paging((list, asked) => (asked === null ? list : { ...list, cursor: encodeCursor(asked) })),
  },
  'cursor-alternates': {
    about: 'two pages whose cursors lead to each other',
    edit: paging((list, asked) => (asked === null ? list : { ...list, cursor: alternate(asked) })),
  },
  'cursor-empty-text': {
    about: 'an empty text as the cursor of the last page',
    edit: paging((list) => ({ ...list, cursor: list.cursor ?? '' })),
  },
  'cursor-missing': {
    about: 'a last page without the cursor field',
    edit: paging(({ cursor, ...list }) => (cursor === null ? list : { ...list, cursor })),
  },
  'page-empty': {
    about: 'an empty page whose cursor leads on',
    edit: paging((list, asked) => (asked === null ? list : { ...list, items: [], cursor: again(asked) })),
  },
  'pages-endless': {
    about: 'the same page under ever new cursors',
    edit: paging((list, asked) => (asked === null ? list : { ...list, cursor: again(asked) })),
  },
  'items-repeated': {
    about: 'a page on which every item stands twice',
    edit: paging((list) => ({ ...list, items: [...list.items, ...list.items] })),
  },
  'pages-overlap': {
    about: 'a page whose last item is the first of the next page again',
    edit: paging((list) => ({ ...list, cursor: earlier(list) })),
  },
  'items-moving': {
    about: 'a page whose items come in another order, with the first of them again at the end',
    edit: paging((list) => ({ ...list, items: [...[...list.items].reverse(), ...list.items.slice(0, 1)] })),
  },
} as const satisfies Record<string, FaultKind>
