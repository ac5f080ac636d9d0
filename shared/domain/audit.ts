import * as z from 'zod'

/** One line of the audit log: it names nobody who was looked at. */
export const AuditEntry = z.object({
  /** Counts up from 1 without gaps; nothing is ever taken out. */
  no: z.number().int(),
  at: z.number().int(),
  /** Who did it: the login name on this computer. */
  actor: z.string(),
  /** What was done: "person.pinned", "case.exported". */
  action: z.string(),
  /** Keyed hash of the id that it was done to; null when it was done to nobody in particular. */
  subject: z.string().nullable(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** A page of the log, newest first. */
export const AuditPage = z.object({
  entries: z.array(AuditEntry),
  /** Ask for the entries before this number; null at the beginning of the log. */
  before: z.number().int().nullable(),
})
export type AuditPage = z.infer<typeof AuditPage>
