import type { ChatSummary } from '#shared/domain/attendees.ts'
import type { ChatType } from '#shared/domain/records.ts'
import type { KnownEvidence } from '#shared/known/why-known.ts'
import { shown } from '#shared/text/fold.ts'
import type { Store } from '../statements.ts'

/** A chat as the passport reads it; times are milliseconds since 1970. */
export interface ChatRow {
  id: string
  type: ChatType
  name: string | null
  last_message_at: number | null
  seen_at: number
  members: number
}

const unique = (chats: ChatRow[]): ChatRow[] => [...new Map(chats.map((chat) => [chat.id, chat])).values()]

const CHAT_COLUMNS =
  'c.id, c.type, c.name, c.last_message_at, c.seen_at, (SELECT count(*) FROM members x WHERE x.chat_id = c.id) AS members'

/** Single chats of an account with any of these provider ids, each once. */
export const singleChats = (store: Store, accountId: string, ids: string[]): ChatRow[] =>
  unique(
    [...new Set(ids)].flatMap((id) =>
      store.all<ChatRow>(
        `SELECT ${CHAT_COLUMNS} FROM chats c WHERE c.account_id = ? AND c.attendee_provider_id = ? AND c.type = 'single'`,
        accountId,
        id,
      ),
    ),
  )

/** Group chats that list the attendee as a member, by name. */
export const groupsOf = (store: Store, attendeeId: string): ChatRow[] =>
  store.all<ChatRow>(
    `SELECT ${CHAT_COLUMNS} FROM members m JOIN chats c ON c.id = m.chat_id WHERE m.attendee_id = ? AND c.type <> 'single' ORDER BY c.name`,
    attendeeId,
  )

const nameOfChat = (chat: ChatRow, person: string): string =>
  shown(chat.name ?? '') || (chat.type === 'single' ? person : 'Group without a name')

/** Single chats as the evidence that the rules look at. */
export const chatEvidence = (chats: ChatRow[], person: string): KnownEvidence['chats'] =>
  chats.map((chat) => ({
    id: chat.id,
    name: nameOfChat(chat, person),
    lastMessageAt: chat.last_message_at,
    seenAt: chat.seen_at,
  }))

/** Shared groups as the evidence that the rules look at; a group whose size was never read has null members. */
export const groupEvidence = (groups: ChatRow[], person: string): KnownEvidence['groups'] =>
  groups.map((group) => ({
    id: group.id,
    name: nameOfChat(group, person),
    memberCount: group.members || null,
    seenAt: group.seen_at,
  }))

/** Chats as the passport lists them; the size of a group that was never read is null. */
export const summaries = (chats: ChatRow[], person: string): ChatSummary[] =>
  chats.map((chat) => ({
    id: chat.id,
    type: chat.type,
    name: nameOfChat(chat, person),
    lastMessageAt: chat.last_message_at,
    memberCount: chat.type === 'single' || chat.members === 0 ? null : chat.members,
  }))
