import * as z from 'zod'
import { ListedAccount, Overview, SoleGroups } from '../domain/accounts.ts'
import {
  AttendeePage,
  AttendeeQuery,
  AttendeeRow,
  Letter,
  LinkVerdict,
  Passport,
  TabCounts,
} from '../domain/attendees.ts'
import { AuditPage } from '../domain/audit.ts'
import { LIMITS } from '../domain/case-limits.ts'
import { CaseFile, CaseList, CaseStatus, CaseSummary, EXPORT_FORMATS, Exported, PersonRef } from '../domain/cases.ts'
import { ConvertAnswer, ConvertRequest } from '../domain/convert.ts'
import { IdentifiedText } from '../domain/identified.ts'
import { Location } from '../domain/location.ts'
import { ForgetPreview, ForgottenPerson, PrivacySettings } from '../domain/privacy.ts'
import { RawAnswers, RawKeeping, RawSubject } from '../domain/raw.ts'
import { ResolveAnswer, ResolveRequest } from '../domain/resolve.ts'
import { SyncReport, SyncStatus } from '../domain/sync.ts'
import { ConnectRequest, WorkspaceState } from '../domain/workspaces.ts'
import type { Client } from './define.ts'
import { call, type Handlers } from './define.ts'

const Nothing = z.null()
const Id = z.string().min(1).max(200)
const CaseHead = { title: z.string().max(LIMITS.title), ticket: z.string().max(LIMITS.ticket) }
/** A pinned person of a case, by the key that `cases.read` gave. */
const Pin = { id: Id, key: z.string().min(1).max(1_000) }

/** Every call between the window and main. A new one is one line here and one handler method (a compile error until it exists). */
export const calls = {
  workspaces: {
    state: call(Nothing, WorkspaceState),
    openDemo: call(Nothing, WorkspaceState),
    /** Checks URL and key with a real call before anything is kept. */
    connect: call(ConnectRequest, WorkspaceState),
    open: call(z.object({ id: Id }), WorkspaceState),
    /** Gives the key again for a workspace whose key is not on this machine. */
    unlock: call(z.object({ id: Id, key: z.string().max(4_096), remember: z.boolean() }), WorkspaceState),
    /** Deletes the key first, then the cache. */
    remove: call(z.object({ id: Id }), WorkspaceState),
    /** Opens what a passphrase protects. `wrong-passphrase`; after several, `rate-limited`. */
    enterPassphrase: call(z.object({ id: Id, passphrase: z.string().max(1_024) }), WorkspaceState),
    /** Protects the open workspace's keys with a passphrase from now on, in place of a keyring or of nothing. */
    setPassphrase: call(z.object({ id: Id, passphrase: z.string().max(1_024) }), WorkspaceState),
    /** Asks postpress whether it still takes the stored API key. */
    testKey: call(z.object({ id: Id }), Nothing),
    /** Drops the API key alone: what is cached still browses. */
    removeKey: call(z.object({ id: Id }), WorkspaceState),
    /** For a workspace that stays closed: drops its keys and everything on this computer that they protect. */
    startOver: call(z.object({ id: Id }), WorkspaceState),
    close: call(Nothing, WorkspaceState),
  },
  accounts: {
    list: call(Nothing, z.array(ListedAccount)),
    overview: call(Nothing, Overview),
    /** People whom exactly one group makes known, and which groups they hang on. */
    soleGroups: call(Nothing, SoleGroups),
    soleMembers: call(z.object({ chatId: Id }), z.array(AttendeeRow)),
  },
  attendees: {
    list: call(AttendeeQuery, AttendeePage),
    count: call(AttendeeQuery.pick({ text: true, accountId: true, reason: true }), TabCounts),
    letters: call(AttendeeQuery.pick({ provider: true, accountId: true, reason: true }), z.array(Letter)),
    passport: call(z.object({ id: Id }), Passport),
  },
  people: {
    identify: call(z.object({ text: z.string().max(20_000), provider: AttendeeQuery.shape.provider }), IdentifiedText),
    resolve: call(ResolveRequest, ResolveAnswer),
    /** All forms of one identifier, computed or cached, and what the missing ones cost. Spends nothing. */
    convert: call(ConvertRequest, ConvertAnswer),
  },
  /** Answers as received: kept only while the workspace opted in. */
  raw: {
    keeping: call(Nothing, RawKeeping),
    keep: call(z.object({ on: z.boolean() }), RawKeeping),
    of: call(RawSubject, RawAnswers),
  },
  sync: {
    status: call(Nothing, SyncStatus),
    /** `full`: everything; `rest`: what was not read to its end. */
    start: call(z.object({ accountId: Id.nullable(), depth: z.enum(['full', 'rest']).default('full') }), SyncStatus),
    /** Sync log, items that could not be read, attendees that are no longer reported. */
    report: call(Nothing, SyncReport),
    /** Holds the run between two pages; `resume` goes on. */
    pause: call(Nothing, SyncStatus),
    resume: call(Nothing, SyncStatus),
    cancel: call(Nothing, SyncStatus),
  },
  cases: {
    list: call(Nothing, CaseList),
    read: call(z.object({ id: Id }), CaseFile),
    /** A blank title becomes "Untitled case". `person`: pinned at once. */
    create: call(z.object({ ...CaseHead, person: PersonRef.nullable() }), CaseSummary),
    rename: call(z.object({ id: Id, ...CaseHead }), CaseSummary),
    setStatus: call(z.object({ id: Id, status: CaseStatus }), CaseSummary),
    editNotes: call(z.object({ id: Id, notes: z.string().max(LIMITS.notes) }), CaseSummary),
    /** Takes it out of the list; `restore` brings it back until the workspace is closed. */
    remove: call(z.object({ id: Id }), Nothing),
    restore: call(z.object({ id: Id }), Nothing),
    pin: call(z.object({ id: Id, person: PersonRef }), Nothing),
    annotate: call(z.object({ ...Pin, note: z.string().max(LIMITS.note) }), Nothing),
    unpin: call(z.object(Pin), Nothing),
    repin: call(z.object(Pin), Nothing),
    /** Cases that hold the person. */
    holding: call(z.object({ person: PersonRef }), z.array(CaseSummary.pick({ id: true, title: true, status: true }))),
    /** To a file that the person chooses, or to the clipboard. */
    export: call(z.object({ id: Id, format: z.enum(EXPORT_FORMATS), to: z.enum(['file', 'clipboard']) }), Exported),
  },
  links: {
    /** Whether the person and an attendee are the same; null takes the decision back. */
    decide: call(z.object({ person: PersonRef, otherId: Id, verdict: LinkVerdict.nullable() }), Nothing),
  },
  privacy: {
    settings: call(Nothing, PrivacySettings),
    /** Answers what holds now. A shorter retention deletes at once. */
    saveSettings: call(PrivacySettings, PrivacySettings),
    previewForget: call(z.object({ id: Id }), ForgetPreview),
    /** `finished`: nothing is left in the files; else the rest is removed in the background. */
    forget: call(z.object({ id: Id }), z.object({ finished: z.boolean() })),
    forgotten: call(Nothing, z.array(ForgottenPerson)),
    /** Lets syncs bring somebody back: by number, or by an identifier of theirs. */
    allowAgain: call(
      z.union([z.object({ no: z.number().int() }), z.object({ text: z.string().max(2_000) })]),
      z.object({ people: z.number().int() }),
    ),
    /** `saved`: false when no file was chosen. */
    exportPerson: call(z.object({ id: Id, format: z.enum(['json', 'csv']) }), z.object({ saved: z.boolean() })),
    audit: call(z.object({ before: z.number().int().nullable() }), AuditPage),
    exportAudit: call(Nothing, z.object({ saved: z.boolean() })),
    /** Drops the keys and closes everything; the window starts over with the lock screen. */
    lock: call(Nothing, WorkspaceState),
    /** `key`: only where it came with the start of the app; without it the answer is then `no-key`. */
    unlock: call(z.object({ key: z.string().max(4_096).nullable() }), WorkspaceState),
    /** Deletes every key, then every file. */
    eraseAll: call(z.object({ confirmed: z.literal('erase everything') }), WorkspaceState),
  },
  system: {
    copy: call(z.object({ text: z.string().max(100_000) }), z.null()),
    /** Opens an https profile link in the person's browser. */
    openLink: call(z.object({ url: z.string().max(2_048) }), z.null()),
    /** The place that a link asked for; answered once. */
    takeLocation: call(Nothing, Location.nullable()),
    /** A link to a place; null for what no link can name. */
    linkTo: call(Location, z.string().nullable()),
    about: call(Nothing, z.object({ version: z.string(), electron: z.string(), demoRuntime: z.boolean() })),
  },
}

/** Every event from main to the window. */
export const events = {
  'sync.progressed': SyncStatus,
  /** Cached rows changed: lists and counts should be read again. */
  'cache.changed': z.object({ accountIds: z.array(z.string()) }),
  'workspaces.changed': WorkspaceState,
  /** A link was opened: `system.takeLocation` says where it leads. */
  'location.asked': z.null(),
  /** An entry of the native menu: the id of one of the window's commands. */
  'menu.chosen': z.object({ command: z.string().max(200) }),
}

export type Contract = typeof calls
export type ContractEvents = typeof events
export type Api = Client<Contract, ContractEvents>
export type MainHandlers = Handlers<Contract>
