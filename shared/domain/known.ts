import * as z from 'zod'
import { PROVIDERS } from './providers.ts'
import { REASON_KINDS } from './records.ts'

/** Schema of the answer to "why does postpress know this person?". The rules live in ../known/why-known.ts. */

export const ReasonKind = z.enum(REASON_KINDS)
export type ReasonKind = z.infer<typeof ReasonKind>

/** One synced fact that supports a reason. */
export const Evidence = z.object({
  /** E.g. "Relation of Ada's LinkedIn since 3 May 2024" without the date: the renderer formats `at`. */
  text: z.string(),
  /** relation since / last message; null when the provider gives none. */
  at: z.number().int().nullable(),
  /** What `at` means. */
  atMeaning: z.enum(['since', 'last-message', 'none']),
  /** Chat or group that this evidence is about. */
  chatId: z.string().nullable(),
  memberCount: z.number().int().nullable(),
  /** Which synced resource the fact came from. */
  source: z.string(),
  seenAt: z.number().int(),
})
export type Evidence = z.infer<typeof Evidence>

export const Reason = z.object({
  kind: ReasonKind,
  /** Provider wording: "Relation", "Friend", "Contact", "Existing chat", "Same group", "Reported by postpress". */
  label: z.string(),
  /** The whole reason in one sentence. */
  sentence: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  provider: z.enum(PROVIDERS),
  evidence: z.array(Evidence),
})
export type Reason = z.infer<typeof Reason>

/** One of the three rules, checked for an unknown user. */
export const Rule = z.object({
  kind: z.enum(['contact', 'chat', 'group']),
  label: z.string(),
  /** false: checked, does not hold. null: cannot be checked (that resource is not synced yet). */
  holds: z.boolean().nullable(),
  sentence: z.string(),
})
export type Rule = z.infer<typeof Rule>

export const WhyKnown = z.discriminatedUnion('state', [
  z.object({ state: z.literal('known'), summary: z.string(), reasons: z.array(Reason).min(1) }),
  z.object({ state: z.literal('self'), summary: z.string() }),
  z.object({
    state: z.literal('unknown'),
    summary: z.string(),
    rules: z.array(Rule),
    /** How the user would become known. */
    becomesKnown: z.string(),
  }),
])
export type WhyKnown = z.infer<typeof WhyKnown>
