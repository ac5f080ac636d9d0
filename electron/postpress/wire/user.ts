import * as z from 'zod'
import { wireCount, wireFlag, wireId, wireOptionalId, wireText, wireTexts } from './values.ts'

const wireContactInfo = z.object({ emails: wireTexts, phones: wireTexts }).nullable().catch(null)
const wireRelationship = z.object({ following: wireFlag, followed_by: wireFlag }).nullable().catch(null)
const wireInvitation = z.object({ type: wireText, status: wireText }).nullable().catch(null)

/** LinkedIn `UserProfile` and, with its urns, `AccountOwnerProfile`. */
export const WireLinkedinUser = z.object({
  provider_id: wireId,
  public_identifier: wireText,
  first_name: wireText,
  last_name: wireText,
  headline: wireText,
  occupation: wireText,
  location: wireText,
  websites: wireTexts,
  network_distance: wireText,
  is_relationship: wireFlag,
  is_premium: wireFlag,
  is_open_profile: wireFlag,
  is_open_to_work: wireFlag,
  invitation: wireInvitation,
  contact_info: wireContactInfo,
  public_profile_url: wireText,
  member_urn: wireText,
  object_urn: wireText,
  follower_count: wireCount,
  connections_count: wireCount,
  shared_connections_count: wireCount,
  throttled_sections: wireTexts,
})
export type WireLinkedinUser = z.infer<typeof WireLinkedinUser>

export const WireWhatsappUser = z.object({ id: wireId })
export type WireWhatsappUser = z.infer<typeof WireWhatsappUser>

/** Newer servers send `provider_id` and `public_identifier`, older ones `pk` (a bare number) and `username`. */
export const WireInstagramUser = z
  .object({
    provider_id: wireOptionalId,
    provider_messaging_id: wireOptionalId,
    pk: wireOptionalId,
    public_identifier: wireText,
    username: wireText,
    full_name: wireText,
    biography: wireText,
    follower_count: wireCount,
    following_count: wireCount,
    is_private: wireFlag,
    is_verified: wireFlag,
    is_business: wireFlag,
    relationship_status: wireRelationship,
  })
  .refine((user) => user.provider_id !== null || user.pk !== null, { path: ['provider_id'] })
export type WireInstagramUser = z.infer<typeof WireInstagramUser>

export const WireTelegramUser = z.object({
  provider_id: wireId,
  username: wireText,
  phone: wireOptionalId,
  first_name: wireText,
  last_name: wireText,
  contact: wireFlag,
  mutual_contact: wireFlag,
  bot: wireFlag,
  deleted: wireFlag,
  verified: wireFlag,
  fake: wireFlag,
  restricted: wireFlag,
  premium: wireFlag,
})
export type WireTelegramUser = z.infer<typeof WireTelegramUser>

export const WireXUser = z.object({
  id: wireId,
  screen_name: wireText,
  name: wireText,
  location: wireText,
  description: wireText,
  followers_count: wireCount,
  friends_count: wireCount,
  statuses_count: wireCount,
  protected: wireFlag,
  verified: wireFlag,
  following: wireFlag,
  followed_by: wireFlag,
})
export type WireXUser = z.infer<typeof WireXUser>
