import type { ChatRecord, ChatType } from '#shared/domain/records.ts'
import type { WireChat } from '../wire/chat.ts'
import type { Mapped } from '../wire/list.ts'
import type { AccountRef } from './attendee.ts'
import { readJid } from './whatsapp-jid.ts'

const TYPES: ChatType[] = ['single', 'group', 'channel']

/** A type that this version does not know: only a chat with one person names that person. */
const typeOf = (wire: WireChat): ChatType =>
  (wire.type === null ? undefined : TYPES[wire.type]) ?? (wire.attendee_provider_id === null ? 'group' : 'single')

/** Without the device and agent parts of a WhatsApp id, so that it is the id that the attendee's identifiers hold. */
const personOf = (id: string | null, account: AccountRef): string | null => {
  if (id === null || account.provider !== 'whatsapp') return id
  const jid = readJid(id)
  return 'value' in jid ? jid.value : id
}

/** A chat of `account` from its payload. */
export const mapChat = (wire: WireChat, account: AccountRef): Mapped<ChatRecord> => {
  if (wire.account_id !== null && wire.account_id !== account.id) return { reason: 'Belongs to another account' }
  const type = typeOf(wire)
  return {
    record: {
      id: wire.id,
      accountId: account.id,
      provider: account.provider,
      providerId: wire.provider_id,
      type,
      name: wire.name,
      attendeeProviderId: type === 'single' ? personOf(wire.attendee_provider_id, account) : null,
      lastMessageAt: wire.timestamp,
      unreadCount: Math.max(0, wire.unread_count ?? 0),
      archived: wire.archived === true,
      readOnly: wire.read_only !== null && wire.read_only !== 0,
    },
  }
}
