import * as z from 'zod'
import { Reason, ReasonKind, WhyKnown } from './known.ts'
import { PRODUCTS, PROVIDERS } from './providers.ts'
import { CHAT_TYPES, FACT_SOURCES, HEALTHS, IDENTIFIER_KINDS } from './records.ts'
import { PersonChange } from './sync.ts'

/** One row of the grid: list columns only. */
export const AttendeeRow = z.object({
  /** postpress ID. */
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  provider: z.enum(PROVIDERS),
  /** Never empty: falls back to a public id, a phone, the internal id. */
  title: z.string(),
  /** The provider gave no usable name: `title` is an identifier. */
  nameless: z.boolean(),
  headline: z.string().nullable(),
  publicId: z.string().nullable(),
  internalId: z.string(),
  reasons: z.array(ReasonKind),
  isSelf: z.boolean(),
  lastActivityAt: z.number().int().nullable(),
  /** The field that matched the query, or most of what the name leaves open of it: "Recruiter ID", "Phone", "Headline". */
  match: z.string().nullable(),
  /** What that field holds; null where the row shows it anyway. */
  matchText: z.string().nullable(),
})
export type AttendeeRow = z.infer<typeof AttendeeRow>

export const SORTS = ['name', 'last-activity', 'first-seen'] as const

/** What the grid asks for. Text may be a name, part of one, or any pasted identifier. With a text, `name` means best match first. */
export const AttendeeQuery = z.object({
  text: z.string().max(20_000),
  provider: z.enum(PROVIDERS).nullable(),
  accountId: z.string().max(200).nullable(),
  reason: ReasonKind.nullable(),
  sort: z.enum(SORTS),
  offset: z.number().int().min(0).max(10_000_000),
  limit: z.number().int().min(1).max(100),
  /** `quick`: names, identifiers and words, at once. `full`: fragments too; a few milliseconds more. */
  effort: z.enum(['quick', 'full']),
})
export type AttendeeQuery = z.infer<typeof AttendeeQuery>

export const AttendeePage = z.object({
  rows: z.array(AttendeeRow),
  /** Rows that match in all. */
  total: z.number().int(),
  /** `total` is a lower bound ("1,000+"). */
  capped: z.boolean(),
  /** The page is not full, and asking again with `full` effort may find the rest. */
  more: z.boolean(),
})
export type AttendeePage = z.infer<typeof AttendeePage>

/** Where a letter begins in the list sorted by name. */
export const Letter = z.object({ letter: z.string(), index: z.number().int() })
export type Letter = z.infer<typeof Letter>

export const TABS = ['all', ...PROVIDERS] as const

/** Counts per tab under the same text, account and reason. */
export const TabCounts = z.object({
  all: z.number().int(),
  linkedin: z.number().int(),
  whatsapp: z.number().int(),
  instagram: z.number().int(),
  telegram: z.number().int(),
  x: z.number().int(),
  messenger: z.number().int(),
  /** Tabs whose number is a lower bound ("1,000+"). */
  lowerBounds: z.array(z.enum(TABS)),
})
export type TabCounts = z.infer<typeof TabCounts>

/** One identifier of a person, with its origin and age. */
export const Identifier = z.object({
  kind: z.enum(IDENTIFIER_KINDS),
  product: z.enum(PRODUCTS).nullable(),
  /** "Recruiter ID", "Public ID", "Phone", ... in the provider's words. */
  label: z.string(),
  value: z.string(),
  display: z.string(),
  url: z.string().nullable(),
  source: z.enum(FACT_SOURCES),
  seenAt: z.number().int(),
})
export type Identifier = z.infer<typeof Identifier>

export const ChatSummary = z.object({
  id: z.string(),
  type: z.enum(CHAT_TYPES),
  name: z.string(),
  lastMessageAt: z.number().int().nullable(),
  memberCount: z.number().int().nullable(),
})
export type ChatSummary = z.infer<typeof ChatSummary>

/** A live profile as shown: not the same as an attendee. */
export const Profile = z.object({
  name: z.string(),
  headline: z.string().nullable(),
  location: z.string().nullable(),
  profileUrl: z.string().nullable(),
  networkDistance: z.string().nullable(),
  details: z.array(z.object({ label: z.string(), value: z.string() })),
  throttledSections: z.array(z.string()),
  fetchedAt: z.number().int(),
})
export type Profile = z.infer<typeof Profile>

/** What somebody decided about two people: they are the same, or they are not. */
export const LinkVerdict = z.enum(['confirmed', 'rejected'])
export type LinkVerdict = z.infer<typeof LinkVerdict>

/** Another attendee that may be the same person. Never merged. */
export const Elsewhere = z.object({
  row: AttendeeRow,
  /** postpress IDs that the other attendee had before. */
  earlierIds: z.array(z.string()),
  /** "Same member number: 749383451". */
  evidence: z.string(),
  certainty: z.enum(['certain', 'likely', 'possible']),
  /** Why it is as certain as that, in a sentence. */
  why: z.string(),
  /** What was decided about this link; null: nothing yet. */
  verdict: LinkVerdict.nullable(),
  decidedAt: z.number().int().nullable(),
})
export type Elsewhere = z.infer<typeof Elsewhere>

/** Another account of the same provider that knows the person. */
export const KnownThrough = z.object({
  /** The person's postpress ID on that account. */
  attendeeId: z.string(),
  account: z.object({ id: z.string(), name: z.string(), health: z.enum(HEALTHS) }),
  /** Why it is the same person. */
  evidence: z.string(),
  reasons: z.array(Reason),
  /** Names of the groups that the reasons are about. */
  groups: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type KnownThrough = z.infer<typeof KnownThrough>

/** What the follow lists of the account say, as of `seenAt`. On LinkedIn only followers are listed. */
export const Follow = z.object({
  followsAccount: z.boolean(),
  followedByAccount: z.boolean(),
  seenAt: z.number().int(),
})
export type Follow = z.infer<typeof Follow>

/** Everything about one attendee (or one looked-up unknown user: `attendeeId` is null). */
export const Passport = z.object({
  attendeeId: z.string().nullable(),
  provider: z.enum(PROVIDERS),
  title: z.string(),
  nameless: z.boolean(),
  headline: z.string().nullable(),
  location: z.string().nullable(),
  profileUrl: z.string().nullable(),
  isSelf: z.boolean(),
  phoneHidden: z.boolean(),
  account: z.object({ id: z.string(), name: z.string(), health: z.enum(HEALTHS) }),
  identifiers: z.array(Identifier),
  known: WhyKnown,
  chats: z.array(ChatSummary),
  profile: Profile.nullable(),
  /** Null: no synced follow list names the person. */
  follow: Follow.nullable(),
  elsewhere: z.array(Elsewhere),
  /** Other accounts of the provider that know the same person for certain, each with its own reasons. */
  alsoThrough: z.array(KnownThrough),
  /** What changed about the person, oldest first. */
  changes: z.array(PersonChange),
  firstSeenAt: z.number().int().nullable(),
  /** When postpress last reported this attendee to the app. */
  lastSeenAt: z.number().int().nullable(),
})
export type Passport = z.infer<typeof Passport>
