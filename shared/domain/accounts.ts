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
  /** Ids that it had before it was connected again, and when the app met it under another one; latest first. */
  earlier: z.array(z.object({ id: z.string(), until: z.number().int() })),
})
export type Account = z.infer<typeof Account>

/** An account as listed: with the live look-ups that it has used today. */
export const ListedAccount = Account.extend({
  /** When it is updated next by itself, epoch ms; null when nothing is planned. */
  nextSyncAt: z.number().int().nullable(),
  lookups: z.object({ usedToday: z.number().int(), dailyLimit: z.number().int() }),
})
export type ListedAccount = z.infer<typeof ListedAccount>

/** Attendees of one provider, each counted once, under its strongest reason. */
export const ProviderShare = z.object({
  provider: z.enum(PROVIDERS),
  total: z.number().int(),
  contact: z.number().int(),
  chat: z.number().int(),
  group: z.number().int(),
  reported: z.number().int(),
})
export type ProviderShare = z.infer<typeof ProviderShare>

/** The workspace at a glance. */
export const Overview = z.object({
  /** In tab order; providers without attendees are left out. */
  providers: z.array(ProviderShare),
  total: z.number().int(),
  /** Known through shared groups and nothing else. */
  groupOnly: z.number().int(),
  /** postpress lists them, the evidence is not synced. */
  reported: z.number().int(),
  /** Attendees of accounts that are not connected right now, per account. */
  unreachable: z.array(z.object({ accountId: z.string(), attendees: z.number().int() })),
})
export type Overview = z.infer<typeof Overview>

/** People whom one shared group makes known and nothing else: they would be unknown without it. */
export const SoleGroup = z.object({
  chatId: z.string(),
  name: z.string(),
  accountId: z.string(),
  provider: z.enum(PROVIDERS),
  people: z.number().int(),
})
export type SoleGroup = z.infer<typeof SoleGroup>

export const SoleGroups = z.object({
  /** All people who are known through exactly one group. */
  people: z.number().int(),
  /** The groups that most of them hang on, largest first. */
  groups: z.array(SoleGroup),
})
export type SoleGroups = z.infer<typeof SoleGroups>
