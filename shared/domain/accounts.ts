import * as z from 'zod'
import { PRODUCTS, PROVIDERS } from './providers.ts'
import { HEALTHS } from './records.ts'

export const Account = z.object({
  id: z.string(),
  provider: z.enum(PROVIDERS).nullable(),
  type: z.string(),
  name: z.string(),
  health: z.enum(HEALTHS),
  /** What the health means and what to do, in one sentence. */
  healthAdvice: z.string(),
  sources: z.array(z.object({ id: z.string(), status: z.string() })),
  products: z.array(z.enum(PRODUCTS)),
  ownerInternalId: z.string().nullable(),
  ownerPublicId: z.string().nullable(),
  ownerPhone: z.string().nullable(),
  createdAt: z.number().int().nullable(),
  /** Attendees in the cache and how many are known by each reason (one person can count for several). */
  counts: z.object({
    attendees: z.number().int(),
    contact: z.number().int(),
    chat: z.number().int(),
    group: z.number().int(),
    reported: z.number().int(),
  }),
  lastSyncAt: z.number().int().nullable(),
})
export type Account = z.infer<typeof Account>
