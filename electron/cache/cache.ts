import type { Account, Overview, SoleGroup } from '#shared/domain/accounts.ts'
import type { AttendeePage, AttendeeQuery, AttendeeRow, Letter, Passport, TabCounts } from '#shared/domain/attendees.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { ForgetPreview, ForgottenPerson, SubjectData } from '#shared/domain/privacy.ts'
import type { Product, Provider } from '#shared/domain/providers.ts'
import type { RawAnswers, RawKeeping, RawSubject } from '#shared/domain/raw.ts'
import type {
  AccountRecord,
  AttendeeRecord,
  ChatRecord,
  FactSource,
  FollowRecord,
  IdentifierKind,
  OwnerRecord,
  ProfileRecord,
  RelationRecord,
  Resource,
} from '#shared/domain/records.ts'
import type { SyncReport, SyncRun } from '#shared/domain/sync.ts'
import type { Candidate } from '#shared/identifiers/types.ts'
import type { SoleSlice } from './sole-groups.ts'

/** Where a run of one resource of one account stands. Written in the same transaction as the page it describes. */
export interface Checkpoint {
  accountId: string
  resource: Resource
  /** Counts complete runs from 1: rows of the current run carry it, so a complete run can tell what is gone. */
  generation: number
  state: 'queued' | 'running' | 'done' | 'interrupted' | 'cancelled' | 'failed'
  /** Next page of an unfinished run; null at the start and after the end. */
  cursor: string | null
  pages: number
  items: number
  problems: number
  startedAt: number | null
  completedAt: number | null
  /** Start of the last run that read everything up to then. */
  readAt?: number | null
  /** Start of the last complete run from the list's beginning to its end; absent while one is under way. */
  fullAt?: number | null
  /** The provider has no such list or profile: nothing was read, and nothing is missing. */
  unavailable?: boolean
  /** It read news only, so it says nothing about what it did not meet. */
  isUpdate?: boolean
  failure: Failure | null
}

/** An item that did not parse: set aside with its reason, never with personal data. */
export interface Problem {
  /** The item's id when it has one. */
  itemId: string | null
  reason: string
}

/** Lists that have rows of their own, each with the generation that met it last. */
export type StoredList = 'chats' | 'relations' | 'followers' | 'following'

/** One page of one resource: rows and checkpoint land together or not at all. */
export type SyncPage = { checkpoint: Checkpoint; problems: Problem[]; at: number } & (
  | { resource: 'attendees'; items: AttendeeRecord[] }
  | { resource: 'chats'; items: ChatRecord[] }
  | { resource: 'relations'; items: RelationRecord[] }
  | { resource: 'followers' | 'following'; items: FollowRecord[] }
  | { resource: 'owner'; items: OwnerRecord[] }
  /**
   * The members of one group or channel. `complete`: this was the chat's last page, so absent members have left, unless
   * `keepsAbsent` says that one could not be read.
   */
  | { resource: 'members'; chatId: string; items: AttendeeRecord[]; complete: boolean; keepsAbsent?: boolean }
)

export type AttendeeListPage = Extract<SyncPage, { resource: 'attendees' }>
export type OtherPage = Exclude<SyncPage, AttendeeListPage>

/** What the cache knows of one identifier in relations and looked-up profiles (people who are not attendees). */
export interface Acquaintance {
  relation: RelationRecord | null
  profile: ProfileRecord | null
}

/** One identifier of a person as the cache holds it. Times are ms. */
export interface CachedIdentifier {
  provider: Provider
  kind: IdentifierKind
  value: string
  product: Product | null
  source: FactSource
  seenAt: number
  accountId: string
  /** What joins its holder with the identifier that was asked for. */
  via: 'identifier' | 'member-number' | 'phone'
}

/**
 * Everything that main can ask the cache thread. Every method is one message; writes are one transaction, which pages that
 * wait together share. A write is answered when it is on disk.
 * Methods throw only for storage failures (full disk, damaged file): these arrive as AppError `storage`.
 */
export interface CacheMethods {
  /**
   * Upserts what GET /accounts reported; accounts that are gone stay, marked `gone`, so that their data still browses.
   * `setAside`: accounts that it reported and the app could not read; they are not gone.
   */
  saveAccounts(accounts: AccountRecord[], at: number, setAside?: Problem[]): void
  accounts(): Account[]
  overview(): Overview
  checkpoints(): Checkpoint[]
  saveCheckpoint(checkpoint: Checkpoint): void
  savePage(page: SyncPage): void
  /** The sync log: writes a run (again). */
  saveRun(run: SyncRun): void
  /** Sync log, open problems, attendees that are no longer reported. */
  syncReport(): SyncReport
  /** Rows of a list of the account that the run of this generation did not meet (yet). */
  countUnseen(accountId: string, resource: StoredList, generation: number): number
  /**
   * Groups and channels of the account whose members were never read completely, or not since `before` (null: not since
   * their last message). At most `limit`.
   */
  chatsWithoutMembers(
    accountId: string,
    before: number | null,
    limit: number,
  ): { id: string; type: 'group' | 'channel' }[]
  /** Saves a live answer; it never creates an attendee, but its identifiers join those of the matching attendee. */
  saveProfile(profile: ProfileRecord): void

  /** `candidates` are the identifier engine's readings of `query.text`: rows that carry one come first, with `match` set. */
  listAttendees(query: AttendeeQuery, candidates: Candidate[]): AttendeePage
  countAttendees(query: Pick<AttendeeQuery, 'text' | 'accountId' | 'reason'>, candidates: Candidate[]): TabCounts
  lettersOf(query: Pick<AttendeeQuery, 'provider' | 'accountId' | 'reason'>): Letter[]
  passport(attendeeId: string): Passport | null
  /** Attendees that carry the identifier in any form (other LinkedIn product by member number, jid by phone, case and dot rules). */
  findAttendees(candidate: Candidate, accountId: string | null): AttendeeRow[]
  /** The relation and the last live profile that match the identifier. */
  findAcquaintance(candidate: Candidate, accountId: string | null): Acquaintance
  /** Every identifier of the person on the provider, over all accounts, relations and earlier look-ups; newest first. */
  identifiersOf(candidate: Candidate): CachedIdentifier[]
  /** Passport of a looked-up user who is no attendee: state `unknown` with the rules checked against this account's synced data. */
  unknownPassport(profile: ProfileRecord): Passport

  /** Counts people whom exactly one group makes known, in the rows after `from`. */
  soleSlice(from: number, size: number): SoleSlice
  nameGroups(counts: SoleSlice['counts']): SoleGroup[]
  /** The people whom only this group makes known, by name. */
  soleMembers(chatId: string, limit: number): AttendeeRow[]
  /** Whether answers are kept as received. */
  rawKeeping(): RawKeeping
  /** Switches that on or off; off deletes everything that was kept. */
  keepRaw(on: boolean): RawKeeping
  rawOf(subject: RawSubject): RawAnswers

  /** Live look-ups per account on a local day (`2026-11-24`). */
  lookupsOn(day: string): Record<string, number>
  /** Counts one look-up and returns the day's new total for the account. */
  countLookup(accountId: string, day: string): number

  /** What `forgetPerson` would delete. */
  previewForget(attendeeId: string): ForgetPreview
  /**
   * Deletes everything about the person behind a postpress ID and remembers hashes only, so that no sync brings them
   * back; answers the keys under which notes remember them. Throws `not-found`, and `refused` for an account's owner.
   */
  forgetPerson(attendeeId: string, at: number): string[]
  forgottenPeople(): ForgottenPerson[]
  /** Numbers of forgotten people whom one of these readings of an identifier means. */
  forgottenAs(candidates: Candidate[]): number[]
  /** Lets syncs bring these forgotten people back; answers how many. */
  allowAgain(numbers: number[]): number
  /** Who was forgotten, as a text that outlives the cache, and its way back into an empty one. */
  keepForgotten(): string
  restoreForgotten(kept: string): void
  /**
   * Deletes what was not seen since `before`, a part at a time. `now`: what was seen a day later or more, by a clock that
   * was wrong, counts as seen now.
   */
  retain(before: number, now: number): { people: number; more: boolean }
  /** Whether remains of deleted rows are still being removed from the files. */
  isPurging(): boolean
  /** Everything that is kept about a person. */
  subjectData(attendeeId: string): SubjectData

  /** Small facts of the workspace: last contact, last complete run. */
  readFact(name: string): string | null
  saveFact(name: string, value: string): void
}

/** The same methods from the main process: messages to the thread. */
export type Cache = {
  [M in keyof CacheMethods]: (...args: Parameters<CacheMethods[M]>) => Promise<ReturnType<CacheMethods[M]>>
} & { close(): Promise<void> }
