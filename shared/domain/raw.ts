import * as z from 'zod'
import { PROVIDERS } from './providers.ts'

/** Lists and look-ups whose answers can be kept as received. */
export const RAW_SOURCES = ['attendee', 'relation', 'profile'] as const
export type RawSource = (typeof RAW_SOURCES)[number]

/** Whether the open workspace keeps answers as received, and how many it holds. */
export const RawKeeping = z.object({ on: z.boolean(), answers: z.number().int() })
export type RawKeeping = z.infer<typeof RawKeeping>

/** Whose answers: an attendee, or (null) the looked-up user with this internal id. */
export const RawSubject = z.object({
  attendeeId: z.string().max(200).nullable(),
  accountId: z.string().max(200),
  provider: z.enum(PROVIDERS),
  internalId: z.string().max(200).nullable(),
})
export type RawSubject = z.infer<typeof RawSubject>

/** One answer as received. */
export const RawAnswer = z.object({
  source: z.enum(RAW_SOURCES),
  /** The whole item as JSON text. */
  json: z.string(),
  /** ms. */
  receivedAt: z.number().int(),
})
export type RawAnswer = z.infer<typeof RawAnswer>

export const RawAnswers = z.object({ on: z.boolean(), answers: z.array(RawAnswer) })
export type RawAnswers = z.infer<typeof RawAnswers>
