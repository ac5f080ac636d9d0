import * as z from 'zod'
import { wireOptionalId, wireText } from './values.ts'

/** `GET /users/followers` and `/users/following` item. Servers differ in how they name its ids and its name. */
export const WireFollower = z.object({
  id: wireOptionalId,
  provider_id: wireOptionalId,
  provider_messaging_id: wireOptionalId,
  urn: wireText,
  public_identifier: wireText,
  username: wireText,
  name: wireText,
  full_name: wireText,
  first_name: wireText,
  last_name: wireText,
  headline: wireText,
  profile_url: wireText,
})
export type WireFollower = z.infer<typeof WireFollower>
