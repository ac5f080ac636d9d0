import * as z from 'zod'
import { wireOptionalId, wireText, wireTime } from './values.ts'

/** `GET /users/relations` item. `member_id` is the Classic ID; `created_at` is epoch ms. */
export const WireRelation = z.object({
  member_id: wireOptionalId,
  member_urn: wireText,
  public_identifier: wireText,
  public_profile_url: wireText,
  first_name: wireText,
  last_name: wireText,
  headline: wireText,
  created_at: wireTime,
})
export type WireRelation = z.infer<typeof WireRelation>
