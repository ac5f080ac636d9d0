import type * as z from 'zod'
import { AppError } from '#shared/domain/errors.ts'
import type { Product, Provider } from '#shared/domain/providers.ts'
import type {
  AccountRecord,
  AttendeeRecord,
  ChatRecord,
  FollowDirection,
  FollowRecord,
  OwnerRecord,
  ProfileRecord,
  RelationRecord,
} from '#shared/domain/records.ts'
import { decodeLinkedinId } from '#shared/identifiers/linkedin-id.ts'
import { jsonOf, unexpectedShape } from './answer.ts'
import type { RawAnswer } from './attempt.ts'
import { type Call, type Caller, type CallerParts, createCaller } from './caller.ts'
import { mapAccount } from './map/account.ts'
import { type AccountRef, mapAttendee } from './map/attendee.ts'
import { mapChat } from './map/chat.ts'
import { type CompanyRecord, mapCompany } from './map/company.ts'
import { mapFollow } from './map/follow.ts'
import { mapOwner } from './map/owner.ts'
import { mapProfile } from './map/profile.ts'
import { mapRelation } from './map/relation.ts'
import { segment, userPath } from './request.ts'
import { WireAccount } from './wire/account.ts'
import { WireAttendee } from './wire/attendee.ts'
import { WireChat } from './wire/chat.ts'
import { WireCompany } from './wire/company.ts'
import { WireFollower } from './wire/follower.ts'
import { type Mapped, type Page, parseOne, parsePage } from './wire/list.ts'
import { WireRelation } from './wire/relation.ts'

/** Largest pages that the API gives. */
const PAGE = 250
const RELATIONS_PAGE = 1_000

const LINKEDIN_API: Record<Product, string | null> = {
  classic: null,
  recruiter: 'recruiter',
  'sales-navigator': 'sales_navigator',
}

/**
 * The read side of the postpress API. Every method takes an optional AbortSignal, throws AppError only, and retries by
 * itself. `cursor` null is the first page; a page's `cursor` null is the end. Lists set bad items aside as `problems`.
 */
export interface PostpressClient {
  accounts(cursor: string | null, signal?: AbortSignal): Promise<Page<AccountRecord>>
  attendees(account: AccountRef, cursor: string | null, signal?: AbortSignal): Promise<Page<AttendeeRecord>>
  attendee(account: AccountRef, attendeeId: string, signal?: AbortSignal): Promise<AttendeeRecord>
  chats(account: AccountRef, cursor: string | null, signal?: AbortSignal): Promise<Page<ChatRecord>>
  /** Members of one chat; they are attendees of the account. */
  chatAttendees(
    account: AccountRef,
    chatId: string,
    cursor: string | null,
    signal?: AbortSignal,
  ): Promise<Page<AttendeeRecord>>
  /** 1-to-1 chats with a person, by postpress ID or the provider's internal id. */
  chatsWith(
    account: AccountRef,
    personId: string,
    cursor: string | null,
    signal?: AbortSignal,
  ): Promise<Page<ChatRecord>>
  /** LinkedIn only. Costs provider quota. */
  relations(accountId: string, cursor: string | null, signal?: AbortSignal): Promise<Page<RelationRecord>>
  /**
   * Who follows the account, or whom it follows. Costs provider quota. Throws `not-supported` where the provider has no
   * such list.
   */
  follows(
    account: AccountRef,
    direction: FollowDirection,
    cursor: string | null,
    signal?: AbortSignal,
  ): Promise<Page<FollowRecord>>
  /**
   * A live look-up: costs one of the account's daily look-ups and never tells the person. `product` asks for the id form
   * of a LinkedIn product. Throws `not-found` also for a number without WhatsApp, `product-missing`,
   * `unreachable-recipient`, `account-disconnected`, `not-supported` (Messenger)...
   */
  user(
    identifier: string,
    accountId: string,
    provider: Provider,
    product: Product | null,
    signal?: AbortSignal,
  ): Promise<ProfileRecord>
  /** The account's owner. Throws `not-supported` for providers without it (use what the account itself reports). */
  me(account: AccountRef, signal?: AbortSignal): Promise<OwnerRecord>
  /** A LinkedIn company page by slug, number or urn. Costs provider quota. */
  company(identifier: string, accountId: string, signal?: AbortSignal): Promise<CompanyRecord>
  picture(attendeeId: string, signal?: AbortSignal): Promise<{ contentType: string; bytes: Uint8Array }>
}

const noProfile = (): AppError =>
  new AppError('not-supported', 'The API has no profile look-up for this provider.', {
    advice: 'Use what is synced for this account.',
  })

const about = (account: AccountRef): Pick<Call, 'accountId' | 'provider'> => ({
  accountId: account.id,
  provider: account.provider,
})

/** Filters go with the first page only: a cursor holds them. */
const from = (filters: Call['query'], cursor: string | null): Call['query'] =>
  cursor === null ? { ...filters, limit: PAGE } : { cursor, limit: PAGE }

const recordOf = <T>(mapped: Mapped<T>): T => {
  if ('record' in mapped) return mapped.record
  throw unexpectedShape()
}

const pictureOf = (raw: RawAnswer): { contentType: string; bytes: Uint8Array } => {
  const contentType = raw.contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!contentType.startsWith('image/') || raw.body.length === 0) throw unexpectedShape()
  return { contentType, bytes: raw.body }
}

type Lists = Pick<
  PostpressClient,
  'accounts' | 'attendees' | 'chats' | 'chatAttendees' | 'chatsWith' | 'relations' | 'follows'
>
type Singles = Omit<PostpressClient, keyof Lists>

/** Adds to a record what it was made of, while the workspace keeps that. */
type KeepRaw = <T extends { raw?: string }>(record: T, received: unknown) => T

// The methods are `async` where building the call can throw: a bad identifier rejects like every other failure.
const listMethods = ({ ask }: Caller, keepRaw: KeepRaw): Lists => {
  const list = <W, T>(call: Call, schema: z.ZodType<W>, map: (item: W) => Mapped<T>, signal?: AbortSignal) =>
    ask(call, (raw) => parsePage(jsonOf(raw), schema, map), signal)
  /** A list of people: their items can be kept as received. */
  const persons = <W, T extends { raw?: string }>(
    call: Call,
    schema: z.ZodType<W>,
    map: (item: W) => Mapped<T>,
    signal?: AbortSignal,
  ) => ask(call, (raw) => parsePage(jsonOf(raw), schema, map, keepRaw), signal)
  const people = (account: AccountRef, path: string, query: Call['query'], signal?: AbortSignal) =>
    persons({ path, query, ...about(account) }, WireAttendee, (wire) => mapAttendee(wire, account), signal)
  const conversations = (account: AccountRef, path: string, cursor: string | null, signal?: AbortSignal) => {
    const query = from({ account_id: account.id }, cursor)
    return list({ path, query, ...about(account) }, WireChat, (wire) => mapChat(wire, account), signal)
  }
  return {
    accounts: (cursor, signal) => list({ path: '/accounts', query: from({}, cursor) }, WireAccount, mapAccount, signal),
    attendees: (account, cursor, signal) =>
      people(account, '/chat_attendees', from({ account_id: account.id }, cursor), signal),
    chats: (account, cursor, signal) => conversations(account, '/chats', cursor, signal),
    chatAttendees: async (account, chatId, cursor, signal) =>
      people(account, `/chats/${segment(chatId)}/attendees`, { cursor }, signal),
    chatsWith: async (account, personId, cursor, signal) =>
      conversations(account, `/chat_attendees/${segment(personId)}/chats`, cursor, signal),
    relations: (accountId, cursor, signal) => {
      const query =
        cursor === null ? { account_id: accountId, limit: RELATIONS_PAGE } : { account_id: accountId, cursor }
      const call: Call = { path: '/users/relations', query, accountId, provider: 'linkedin', spends: true }
      return persons(call, WireRelation, (wire) => mapRelation(wire, accountId), signal)
    },
    follows: (account, direction, cursor, signal) => {
      const start = cursor === null ? { limit: RELATIONS_PAGE } : { cursor }
      const query = { account_id: account.id, ...start }
      const call: Call = { path: `/users/${direction}`, query, ...about(account), spends: true }
      return list(call, WireFollower, (wire) => mapFollow(wire, account, direction), signal)
    },
  }
}

const singleMethods = ({ ask, now }: Caller, keepRaw: KeepRaw): Singles => {
  const one = <T>(call: Call, map: (answer: unknown) => T, signal?: AbortSignal) =>
    ask(call, (raw) => map(jsonOf(raw)), signal)
  return {
    attendee: async (account, attendeeId, signal) => {
      const call = { path: `/chat_attendees/${segment(attendeeId)}`, query: {}, ...about(account) }
      return one(call, (answer) => recordOf(mapAttendee(parseOne(answer, WireAttendee), account)), signal)
    },
    user: async (identifier, accountId, provider, product, signal) => {
      if (provider === 'messenger') throw noProfile()
      const api = provider === 'linkedin' && product !== null ? LINKEDIN_API[product] : null
      const query = { account_id: accountId, linkedin_api: api }
      const byPublicId = provider === 'linkedin' && decodeLinkedinId(identifier) === null
      const subject = { accountId, provider, product, isLookup: true, byPublicId }
      const call = { path: userPath(identifier), query, ...subject, spends: true }
      const asked = { accountId, provider, product, at: now() }
      return one(call, (answer) => keepRaw(mapProfile(answer, asked), answer), signal)
    },
    me: async (account, signal) => {
      const { id, provider } = account
      if (provider !== 'linkedin' && provider !== 'telegram' && provider !== 'x') throw noProfile()
      const call = { path: '/users/me', query: { account_id: id }, ...about(account), spends: true }
      return one(call, (answer) => mapOwner(answer, { id, provider }), signal)
    },
    company: async (identifier, accountId, signal) => {
      const path = `/linkedin/company/${segment(identifier)}`
      const call: Call = { path, query: { account_id: accountId }, accountId, provider: 'linkedin', spends: true }
      return one(call, (answer) => mapCompany(parseOne(answer, WireCompany)), signal)
    },
    picture: async (attendeeId, signal) =>
      ask({ path: `/chat_attendees/${segment(attendeeId)}/picture`, query: {} }, pictureOf, signal),
  }
}

/** A client for one workspace. `url` is as `parseApiUrl` writes it; the key is sent to that origin only. */
export const createClient = (parts: CallerParts): PostpressClient => {
  const caller = createCaller(parts)
  const keepRaw: KeepRaw = (record, received) =>
    parts.keepsRaw?.() === true ? { ...record, raw: JSON.stringify(received) } : record
  return { ...listMethods(caller, keepRaw), ...singleMethods(caller, keepRaw) }
}
