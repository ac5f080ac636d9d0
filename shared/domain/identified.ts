import * as z from 'zod'
import { CANDIDATE_KINDS, CERTAINTIES, REJECT_CODES } from '../identifiers/types.ts'
import { PRODUCTS, PROVIDERS } from './providers.ts'

/** IPC form of the identifier engine's answer (../identifiers/types.ts). */
export const Candidate = z.object({
  provider: z.enum([...PROVIDERS, 'postpress']),
  kind: z.enum(CANDIDATE_KINDS),
  value: z.string(),
  display: z.string(),
  certainty: z.enum(CERTAINTIES),
  why: z.string(),
  product: z.enum(PRODUCTS).exactOptional(),
  memberNumber: z.string().exactOptional(),
  phone: z.string().exactOptional(),
  url: z.string().exactOptional(),
})

/** What a text is, and which of its readings the cache knows. */
export const IdentifiedText = z.object({
  input: z.string(),
  candidates: z.array(Candidate),
  reject: z.enum(REJECT_CODES).exactOptional(),
  message: z.string().exactOptional(),
  /** Per candidate: whether a synced attendee carries it. */
  cached: z.array(z.boolean()),
})
export type IdentifiedText = z.infer<typeof IdentifiedText>
