import * as z from 'zod'
import { wireCount, wireFlag, wireId, wireOptionalId, wireText, wireTime } from './values.ts'

/** `GET /chats` item. `type` is 0 single, 1 group, 2 channel; `read_only` is 0, 1 or 2. */
export const WireChat = z.object({
  id: wireId,
  account_id: wireOptionalId,
  provider_id: wireId,
  attendee_provider_id: wireOptionalId,
  name: wireText,
  type: wireCount,
  timestamp: wireTime,
  unread_count: wireCount,
  archived: wireFlag,
  read_only: wireCount,
})
export type WireChat = z.infer<typeof WireChat>
