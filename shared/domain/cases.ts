import * as z from 'zod'
import { Identifier, LinkVerdict } from './attendees.ts'
import { PROVIDERS } from './providers.ts'

/** Who is meant: an attendee, or a looked-up user who is none, as an account saw them. */
export const PersonRef = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('attendee'), id: z.string().min(1).max(200) }),
  z.object({
    kind: z.literal('user'),
    provider: z.enum(PROVIDERS),
    internalId: z.string().min(1).max(500),
    accountId: z.string().min(1).max(200),
  }),
])
export type PersonRef = z.infer<typeof PersonRef>

/** Who a person was when somebody wrote it down: it outlives the cache. */
export const PersonSnapshot = z.object({
  attendeeId: z.string().nullable(),
  provider: z.enum(PROVIDERS),
  title: z.string(),
  nameless: z.boolean(),
  headline: z.string().nullable(),
  account: z.object({ id: z.string(), name: z.string() }),
  identifiers: z.array(Identifier),
  known: z.object({
    state: z.enum(['known', 'self', 'unknown']),
    summary: z.string(),
    sentences: z.array(z.string()),
    /** Unknown users: how they would become known. */
    becomesKnown: z.string().nullable(),
  }),
  /** The same person elsewhere, links that were rejected left out. */
  elsewhere: z.array(
    z.object({
      title: z.string(),
      provider: z.enum(PROVIDERS),
      accountName: z.string(),
      evidence: z.string(),
      certainty: z.enum(['certain', 'likely', 'possible']),
      verdict: LinkVerdict.nullable(),
    }),
  ),
  takenAt: z.number().int(),
})
export type PersonSnapshot = z.infer<typeof PersonSnapshot>

export const CaseStatus = z.enum(['open', 'closed'])
export type CaseStatus = z.infer<typeof CaseStatus>

/** A case in the list. */
export const CaseSummary = z.object({
  id: z.string(),
  title: z.string(),
  /** The ticket's number or link, as typed; may be empty. */
  ticket: z.string(),
  status: CaseStatus,
  people: z.number().int(),
  createdAt: z.number().int(),
  changedAt: z.number().int(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

/** The cases of a workspace. */
export const CaseList = z.object({
  cases: z.array(CaseSummary),
  /** False: nothing on this computer protects the workspace's data, so it is gone when the workspace is closed. */
  lasting: z.boolean(),
})
export type CaseList = z.infer<typeof CaseList>

/** A pinned person as a case lists them. */
export const PinnedPerson = z.object({
  /** Names the pin within its case. */
  key: z.string(),
  ref: PersonRef,
  note: z.string(),
  pinnedAt: z.number().int(),
  /** False: no longer cached. What is shown is what was written down when the person was pinned. */
  cached: z.boolean(),
  title: z.string(),
  nameless: z.boolean(),
  provider: z.enum(PROVIDERS),
  accountName: z.string(),
  headline: z.string().nullable(),
  /** Why known, in one sentence, as of the pinning. */
  summary: z.string(),
})
export type PinnedPerson = z.infer<typeof PinnedPerson>

/** A case with everything in it. */
export const CaseFile = CaseSummary.extend({ notes: z.string(), pinned: z.array(PinnedPerson) })
export type CaseFile = z.infer<typeof CaseFile>

export const EXPORT_FORMATS = ['markdown', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** What became of an export; nothing: the person closed the dialog. */
export const Exported = z.object({
  done: z.enum(['saved', 'copied', 'nothing']),
  /** Name of the saved file, without its folder. */
  fileName: z.string().nullable(),
})
export type Exported = z.infer<typeof Exported>
