import * as z from 'zod'
import { wireFlag, wireId, wireName, wireOptionalId, wireText, wireTexts } from './values.ts'

const wireContactInfo = z.object({ emails: wireTexts, phone_numbers: wireTexts })

const wireRelationship = z.object({ following: wireFlag, followed_by: wireFlag })

/** All provider-specific fields at once: which ones mean something depends on the account's provider. */
const wireSpecifics = z.object({
  member_urn: wireText,
  occupation: wireText,
  headline: wireText,
  location: wireText,
  network_distance: wireText,
  contact_info: wireContactInfo.nullable().catch(null),
  public_identifier: wireText,
  relationship_status: wireRelationship.nullable().catch(null),
  phone_number: wireText,
  lid: wireText,
  username: wireText,
  contact: wireFlag,
  mutual_contact: wireFlag,
})
export type WireSpecifics = z.infer<typeof wireSpecifics>

/** `GET /chat_attendees` item. `specifics` may be missing or of an unknown form; `public_identifier` is on newer servers only. */
export const WireAttendee = z.object({
  id: wireId,
  account_id: wireOptionalId,
  provider_id: wireId,
  name: wireName,
  is_self: wireFlag,
  hidden: wireFlag,
  profile_url: wireText,
  public_identifier: wireText,
  specifics: wireSpecifics.nullable().catch(null),
})
export type WireAttendee = z.infer<typeof WireAttendee>
