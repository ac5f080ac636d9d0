import * as z from 'zod'
import { wireId, wireName, wireOptionalId, wireText, wireTexts, wireTime } from './values.ts'

const wireSource = z.object({ id: wireName, status: wireText })

/** The messenger part of `connection_params`; mail accounts have other parts. */
const wireIm = z.object({
  id: wireOptionalId,
  user_id: wireOptionalId,
  username: wireText,
  public_identifier: wireText,
  phone_number: wireText,
  premiumFeatures: wireTexts,
})

/** `GET /accounts` item. `type` and source statuses are open sets. */
export const WireAccount = z.object({
  id: wireId,
  type: z.string().min(1),
  name: wireName,
  created_at: wireTime,
  sources: z.array(wireSource).catch([]),
  connection_params: z
    .object({ im: wireIm.nullable().catch(null) })
    .nullable()
    .catch(null),
})
export type WireAccount = z.infer<typeof WireAccount>
