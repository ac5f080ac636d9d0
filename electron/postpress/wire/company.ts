import * as z from 'zod'
import { wireCount, wireId, wireName, wireText } from './values.ts'

/** `GET /linkedin/company/{id}`. */
export const WireCompany = z.object({
  id: wireId,
  name: wireName,
  description: wireText,
  entity_urn: wireText,
  public_identifier: wireText,
  profile_url: wireText,
  website: wireText,
  followers_count: wireCount,
})
export type WireCompany = z.infer<typeof WireCompany>
