import type { Product, Provider } from './providers.ts'

/**
 * What sync and look-ups write into the cache: provider payloads reduced to the fields that the product shows.
 * Plain types: the wire schemas in electron/postpress have already parsed every value. Ids are strings; times are integer ms.
 */

/** Kinds of identifier that the cache stores and search finds. */
export const IDENTIFIER_KINDS = [
  'postpress-id',
  'internal',
  'messaging',
  'public',
  'username',
  'phone',
  'member-number',
  'email',
] as const
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number]

/** Where postpress or this app learned a fact. `derived` is computed here (phone from jid, member number from id bytes). */
export const FACT_SOURCES = ['attendee', 'relation', 'chat', 'profile', 'account', 'follow', 'derived'] as const
export type FactSource = (typeof FACT_SOURCES)[number]

export interface IdentifierFact {
  kind: IdentifierKind
  /** Canonical, as the identifier engine writes it. */
  value: string
  /** As received, when that differs (case of a user name). */
  display?: string
  product?: Product
  source: FactSource
}

export const HEALTHS = ['ok', 'connecting', 'permissions', 'credentials', 'stopped', 'error', 'unknown'] as const
export type Health = (typeof HEALTHS)[number]

export interface AccountRecord {
  id: string
  /** null: not a messaging account (mail, calendar, a type this version does not know). */
  provider: Provider | null
  /** As reported: LINKEDIN, MAIL, ... */
  type: string
  name: string
  /** The worst source. */
  health: Health
  sources: { id: string; status: string }[]
  products: Product[]
  ownerInternalId: string | null
  ownerPublicId: string | null
  ownerPhone: string | null
  createdAt: number | null
}

/** A contact flag that a payload carries beside the relation list. Evidence text is shown to people. */
export interface ContactFact {
  source: FactSource
  /** E.g. "network distance DISTANCE_1", "contact: true", "followed by this account". */
  evidence: string
}

export interface AttendeeRecord {
  /** postpress ID, unique per account. */
  id: string
  accountId: string
  provider: Provider
  /** As received (`provider_id`). */
  providerId: string
  /** As received; empty when the provider gave none. */
  name: string
  isSelf: boolean
  hidden: boolean
  headline: string | null
  location: string | null
  profileUrl: string | null
  networkDistance: string | null
  /** Contact evidence in the attendee itself; null when it says nothing. */
  contact: ContactFact | null
  /** WhatsApp reports the word "hidden" in place of a phone number. */
  phoneHidden: boolean
  identifiers: IdentifierFact[]
  /** The item as received, as JSON text; only while the workspace keeps it. */
  raw?: string
}

export const CHAT_TYPES = ['single', 'group', 'channel'] as const
export type ChatType = (typeof CHAT_TYPES)[number]

export interface ChatRecord {
  id: string
  accountId: string
  provider: Provider
  providerId: string
  type: ChatType
  name: string | null
  /** The other person's internal id; single chats only. */
  attendeeProviderId: string | null
  lastMessageAt: number | null
  unreadCount: number
  archived: boolean
  readOnly: boolean
}

/** One LinkedIn relation: the cheapest source of (internal id, public id) pairs. */
export interface RelationRecord {
  accountId: string
  provider: Provider
  internalId: string
  publicId: string | null
  name: string
  headline: string | null
  profileUrl: string | null
  /** When the relation was made. */
  since: number | null
  /** The item as received, as JSON text; only while the workspace keeps it. */
  raw?: string
}

/** A live `GET /users/{identifier}` answer. Never becomes an attendee by itself. */
export interface ProfileRecord {
  accountId: string
  provider: Provider
  /** Which product's id form was asked for (LinkedIn). */
  product: Product | null
  internalId: string
  name: string
  headline: string | null
  location: string | null
  profileUrl: string | null
  /** FIRST_DEGREE..., as received. */
  networkDistance: string | null
  contact: ContactFact | null
  /** Facts shown as label and value ("Followers", "1,204"), in order. */
  details: { label: string; value: string }[]
  /** Sections that LinkedIn withheld: shown as "not loaded", never as "none". */
  throttledSections: string[]
  identifiers: IdentifierFact[]
  fetchedAt: number
  /** The answer as received, as JSON text; only while the workspace keeps it. */
  raw?: string
}

/** `followers` follow the account, `following` are followed by it. */
export type FollowDirection = 'followers' | 'following'

/** One entry of an account's follow lists (LinkedIn: followers; Instagram: both). */
export interface FollowRecord {
  accountId: string
  provider: Provider
  direction: FollowDirection
  internalId: string
  publicId: string | null
  name: string
  headline: string | null
  profileUrl: string | null
}

/** The owner of a connected account, from `GET /users/me`. */
export interface OwnerRecord {
  accountId: string
  provider: Provider
  internalId: string
  name: string
  identifiers: IdentifierFact[]
}

/** `owner` is the account's own profile. */
export const RESOURCES = ['attendees', 'chats', 'members', 'relations', 'followers', 'following', 'owner'] as const
export type Resource = (typeof RESOURCES)[number]

/** Why postpress knows a person. `reported`: postpress lists the attendee, but no synced evidence says why. */
export const REASON_KINDS = ['contact', 'chat', 'group', 'reported'] as const
