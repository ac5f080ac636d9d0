import * as z from 'zod'
import { Candidate } from './identified.ts'
import { PRODUCTS, PROVIDERS } from './providers.ts'
import { FACT_SOURCES, IDENTIFIER_KINDS } from './records.ts'
import { LookupAccount } from './resolve.ts'

export const ConvertRequest = z.object({
  /** Any pasted text. */
  text: z.string().max(20_000),
  /** Which reading, when the text has several. */
  candidate: Candidate.nullable(),
})
export type ConvertRequest = z.infer<typeof ConvertRequest>

/** Where a form's value comes from. */
export const FormOrigin = z.discriminatedUnion('from', [
  /** It was pasted, or follows from what was pasted. */
  z.object({ from: z.literal('computed'), why: z.string() }),
  /** Read from the cache. `via` says what joins it with the pasted identifier; times are ms. */
  z.object({
    from: z.literal('cache'),
    source: z.enum(FACT_SOURCES),
    via: z.enum(['identifier', 'member-number', 'phone']),
    accountName: z.string(),
    seenAt: z.number().int(),
  }),
])
export type FormOrigin = z.infer<typeof FormOrigin>

/** How a missing form can be had. */
export const MissingForm = z.discriminatedUnion('state', [
  /** One live look-up tells it: `people.resolve` with this product and mode. Accounts, the best first. */
  z.object({
    state: z.literal('look-up'),
    why: z.string(),
    product: z.enum(PRODUCTS).nullable(),
    mode: z.enum(['live', 'refresh']),
    accounts: z.array(LookupAccount),
  }),
  z.object({ state: z.literal('impossible'), why: z.string(), advice: z.string().nullable() }),
])
export type MissingForm = z.infer<typeof MissingForm>

export const ConvertedForm = z.object({
  provider: z.enum(PROVIDERS),
  kind: z.enum([...IDENTIFIER_KINDS, 'company', 'group', 'channel']),
  product: z.enum(PRODUCTS).nullable(),
  label: z.string(),
  /** Exactly one of `value` (with `origin`) and `missing` is set. */
  value: z.string().nullable(),
  url: z.string().nullable(),
  origin: FormOrigin.nullable(),
  missing: MissingForm.nullable(),
})
export type ConvertedForm = z.infer<typeof ConvertedForm>

/** All forms of one identifier. Nothing was asked of a provider. */
export const ConvertAnswer = z.object({
  /** The reading that was converted; null when the text is no identifier. */
  candidate: Candidate.nullable(),
  others: z.array(Candidate),
  /** Why there are no forms, or that the reading is no person. */
  notice: z.object({ message: z.string(), advice: z.string() }).nullable(),
  forms: z.array(ConvertedForm),
  /** Synced attendees who carry the identifier, one per account. */
  attendees: z.array(z.object({ id: z.string(), title: z.string(), accountName: z.string() })),
  /** WhatsApp hides the phone number of a synced attendee. */
  phoneHidden: z.boolean(),
  /** WhatsApp phones: one look-up tests whether the number is registered. */
  whatsappTest: MissingForm.nullable(),
})
export type ConvertAnswer = z.infer<typeof ConvertAnswer>
