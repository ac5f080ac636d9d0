import type { Chat } from '../world/chats.ts'
import { createDice } from '../world/dice.ts'
import { publicIdOf } from '../world/identity.ts'
import type { World } from '../world/world.ts'

/** The chat's id at the provider, in the shape that the provider uses. */
const providerId = (world: World, chat: Chat): string => {
  const dice = createDice(world.seed, 'thread', chat.account.key, chat.id)
  const other = chat.attendee === null ? '' : world.providerId(chat.attendee)
  switch (chat.account.provider) {
    case 'whatsapp':
      if (chat.kind === 'single') return other
      return `12036${dice.digits(13)}@${chat.kind === 'channel' ? 'newsletter' : 'g.us'}`
    case 'telegram':
      return chat.kind === 'single' ? other : `-100${dice.digits(10)}`
    case 'x':
      return chat.kind === 'single' ? `${world.person(chat.account.owner).xId}-${other}` : dice.digits(19)
    case 'linkedin':
      return `2-${dice.bytes(30).toString('base64')}`
    default:
      return `3${dice.digits(16)}`
  }
}

const folders = (world: World, chat: Chat): Record<string, unknown> => {
  if (chat.account.provider !== 'linkedin') return {}
  const roll = createDice(world.seed, 'folder', chat.id).below(100)
  const { features } = chat.account
  if (roll < 8 && features.includes('recruiter'))
    return { folder: ['INBOX', 'INBOX_LINKEDIN_RECRUITER'], content_type: 'inmail' }
  if (roll < 16 && features.includes('sales_navigator')) return { folder: ['INBOX', 'INBOX_LINKEDIN_SALES_NAVIGATOR'] }
  if (roll < 18 && world.newerServer) return { folder: ['INBOX', 'INBOX_LINKEDIN_JOBS'], content_type: 'job_alert' }
  return { folder: ['INBOX', 'INBOX_LINKEDIN_CLASSIC'] }
}

const attendeeFields = (world: World, chat: Chat): Record<string, unknown> => {
  const { attendee } = chat
  if (attendee === null || attendee.account.provider === null) return {}
  const person = world.person(attendee.person)
  return {
    attendee_provider_id: world.providerId(attendee),
    ...(world.newerServer ? { attendee_public_identifier: publicIdOf(person, attendee.account.provider) } : {}),
  }
}

const stamp = (at: number): string => new Date(at).toISOString()

/** `Chat` as the API sends it in lists. */
export const wireChat = (world: World, chat: Chat): Record<string, unknown> => ({
  object: 'Chat',
  id: chat.id,
  account_id: chat.account.id,
  account_type: chat.account.type,
  provider_id: providerId(world, chat),
  ...attendeeFields(world, chat),
  // One-to-one chats usually have no name of their own.
  name: chat.group?.name ?? null,
  type: { single: 0, group: 1, channel: 2 }[chat.kind],
  timestamp: chat.at === null ? null : stamp(chat.at),
  unread_count: chat.unread,
  archived: chat.archived ? 1 : 0,
  muted_until: chat.mutedUntil === null || chat.mutedUntil === -1 ? chat.mutedUntil : stamp(chat.mutedUntil),
  read_only: chat.readOnly,
  ...folders(world, chat),
})

const TEXTS = [
  'See you tomorrow',
  'Merci !',
  '👍',
  'Could you send the contract?',
  'شكرا جزيلا',
  'お世話になっております',
  'On it.',
]

/** The last message of GET /chats/{id}; null for a chat without any. */
export const wireLastMessage = (world: World, chat: Chat): Record<string, unknown> | null => {
  const sender = chat.attendee ?? chat.group?.members.at(-1)
  if (chat.at === null || sender === undefined) return null
  const dice = createDice(world.seed, 'last-message', chat.id)
  const bytes = dice.bytes(16)
  return {
    object: 'Message',
    id: bytes.toString('base64url'),
    account_id: chat.account.id,
    chat_id: chat.id,
    chat_provider_id: providerId(world, chat),
    provider_id: bytes.toString('hex').toUpperCase(),
    sender_id: world.providerId(sender),
    sender_attendee_id: sender.id,
    text: dice.pick(TEXTS),
    attachments: [],
    timestamp: stamp(chat.at),
    is_sender: sender.isSelf ? 1 : 0,
    reactions: [],
    seen: chat.unread > 0 ? 0 : 1,
    seen_by: {},
    hidden: 0,
    deleted: 0,
    edited: 0,
    is_event: 0,
    delivered: 1,
    behavior: null,
    original: '{}',
  }
}
