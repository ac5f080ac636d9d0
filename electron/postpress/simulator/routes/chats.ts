import { ApiError } from '../errors.ts'
import { stampParameter, wordParameter } from '../parameters.ts'
import { ok, type Reply } from '../reply.ts'
import { wireAttendee } from '../wire/attendee.ts'
import { wireChat, wireLastMessage } from '../wire/chat.ts'
import { ACCOUNT_TYPES } from '../world/accounts.ts'
import type { Attendee } from '../world/attendees.ts'
import type { Chat } from '../world/chats.ts'
import { param, type RouteContext, type RouteHandler } from './context.ts'
import { continueAfter, firstAfter, keyPage, notFound, pageRequest } from './pages.ts'

const TYPES = [...Object.values(ACCOUNT_TYPES), 'SLACK'] as const

/** What a chat must fit, in the words of the query: a follow-up's cursor carries the same names. */
type Filters = { account_id?: string[]; account_type?: string; before?: string; after?: string; unread?: boolean }

const list = (text: string): string[] => text.split(',').filter((part) => part !== '')

/** Checks the filters of a first request. Throws 400. */
const filtersOf = (query: URLSearchParams): Filters => {
  const before = stampParameter(query, 'before')
  const after = stampParameter(query, 'after')
  const type = wordParameter(query, 'account_type', TYPES)
  const unread = wordParameter(query, 'unread', ['true', 'false'])
  const accounts = query.get('account_id')
  return {
    ...(accounts === null ? {} : { account_id: list(accounts) }),
    ...(type === undefined ? {} : { account_type: type }),
    ...(before === undefined ? {} : { before: new Date(before).toISOString() }),
    ...(after === undefined ? {} : { after: new Date(after).toISOString() }),
    ...(unread === undefined ? {} : { unread: unread === 'true' }),
  }
}

/** The same filters out of a cursor: the client cannot have changed them, unless it forged the cursor. */
const rememberedFilters = (cursor: Record<string, unknown>): Filters => {
  const query = new URLSearchParams()
  for (const name of ['account_id', 'account_type', 'before', 'after', 'unread'] as const) {
    const value = cursor[name]
    if (value !== undefined) query.set(name, String(value))
  }
  return filtersOf(query)
}

const fits = (chat: Chat, filters: Filters): boolean => {
  if (filters.account_id !== undefined && !filters.account_id.includes(chat.account.id)) return false
  if (filters.account_type !== undefined && chat.account.type !== filters.account_type) return false
  if (filters.unread !== undefined && chat.unread > 0 !== filters.unread) return false
  if (filters.before !== undefined && (chat.at === null || chat.at >= Date.parse(filters.before))) return false
  return filters.after === undefined || (chat.at !== null && chat.at > Date.parse(filters.after))
}

/** One page of `chats` (newest first). */
const chatPage = ({ world, query, about }: RouteContext, chats: readonly Chat[]): Reply => {
  const request = pageRequest(query)
  const after = continueAfter(request, true)
  const filters = request.cursor === null ? filtersOf(query) : rememberedFilters(request.cursor)
  if (filters.account_id?.length === 1 && filters.account_id[0] !== undefined) about(filters.account_id[0])
  const afterAt = Date.parse(after?.last_date ?? '')
  const isAfter = (chat: Chat): boolean =>
    after === null || (chat.at ?? 0) < afterAt || ((chat.at ?? 0) === afterAt && chat.id < after.last_id)
  const page: Chat[] = []
  for (let i = firstAfter(chats, isAfter); i < chats.length && page.length < request.limit; i += 1) {
    const chat = chats[i]
    if (chat !== undefined && fits(chat, filters)) page.push(chat)
  }
  const key = (last: Chat) => ({ last_id: last.id, last_date: new Date(last.at ?? 0).toISOString() })
  return ok(keyPage('ChatList', page, request, filters, key, (chat) => wireChat(world, chat)))
}

/** GET /chats */
export const listChats: RouteHandler = (context) => chatPage(context, context.world.chats())

/** GET /chat_attendees/{postpress ID, provider id, or comma list}/chats: one-to-one chats only. */
export const listAttendeeChats: RouteHandler = (context) => {
  const { world, query } = context
  const ids = list(param(context, 0))
  const account = query.get('account_id')
  const attendees = ids
    .flatMap((id): readonly Attendee[] => {
      const own = world.attendee(id)
      return own === undefined ? world.attendeesByProviderId(id) : [own]
    })
    .filter((attendee) => account === null || attendee.account.id === account)
  if (attendees.length === 0) throw notFound('Attendee')
  const chats = [...new Set(attendees)].flatMap((attendee) => world.chatsOf(attendee))
  return chatPage(context, world.chats().length === 0 ? [] : sortLike(world.chats(), chats))
}

const sortLike = (order: readonly Chat[], chats: readonly Chat[]): Chat[] => {
  const wanted = new Set(chats)
  return order.filter((chat) => wanted.has(chat))
}

const chatOf = (context: RouteContext): Chat => {
  const id = param(context, 0)
  if (id === '') throw new ApiError('invalid_parameters')
  const chat = context.world.chat(id)
  if (chat === undefined) throw notFound('Chat')
  context.about(chat.account.id)
  return chat
}

/** GET /chats/{id} */
export const getChat: RouteHandler = (context) => {
  const chat = chatOf(context)
  return ok({ ...wireChat(context.world, chat), lastMessage: wireLastMessage(context.world, chat) })
}

/** GET /chats/{id}/attendees: everybody at once; only newer servers send a cursor. */
export const listMembers: RouteHandler = (context) => {
  const { world } = context
  const chat = chatOf(context)
  const self = world.attendees(chat.account.id).find((attendee) => attendee.isSelf)
  const single = [...(self === undefined ? [] : [self]), ...(chat.attendee === null ? [] : [chat.attendee])]
  return ok({
    object: 'ChatAttendeeList',
    items: (chat.group?.members ?? single).map((attendee) => wireAttendee(world, attendee)),
    ...(world.newerServer ? { cursor: null } : {}),
  })
}
