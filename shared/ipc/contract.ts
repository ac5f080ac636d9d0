import * as z from 'zod'
import { ListedAccount, Overview } from '../domain/accounts.ts'
import { AttendeePage, AttendeeQuery, Letter, Passport, TabCounts } from '../domain/attendees.ts'
import { AuditPage } from '../domain/audit.ts'
import { ConvertAnswer, ConvertRequest } from '../domain/convert.ts'
import { IdentifiedText } from '../domain/identified.ts'
import { ForgetPreview, ForgottenPerson, PrivacySettings } from '../domain/privacy.ts'
import { ResolveAnswer, ResolveRequest } from '../domain/resolve.ts'
import { SyncReport, SyncStatus } from '../domain/sync.ts'
import { ConnectRequest, WorkspaceState } from '../domain/workspaces.ts'
import type { Client } from './define.ts'
import { call, type Handlers } from './define.ts'

const Nothing = z.null()
const Id = z.string().min(1).max(200)

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
    close: call(Nothing, WorkspaceState),
  },
  accounts: {
    list: call(Nothing, z.array(ListedAccount)),
    overview: call(Nothing, Overview),
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
    about: call(Nothing, z.object({ version: z.string(), electron: z.string(), demoRuntime: z.boolean() })),
  },
}

/** Every event from main to the window. */
export const events = {
  'sync.progressed': SyncStatus,
  /** Cached rows changed: lists and counts should be read again. */
  'cache.changed': z.object({ accountIds: z.array(z.string()) }),
  'workspaces.changed': WorkspaceState,
  /** An entry of the native menu: the id of one of the window's commands. */
  'menu.chosen': z.object({ command: z.string().max(200) }),
}

export type Contract = typeof calls
export type ContractEvents = typeof events
export type Api = Client<Contract, ContractEvents>
export type MainHandlers = Handlers<Contract>
