import * as z from 'zod'
import { LOCK_MINUTES, RETENTION_DAYS } from './privacy-choices.ts'
import { PROVIDERS } from './providers.ts'

/** Somebody who was forgotten, as far as that is known: nothing says who it was. */
export const ForgottenPerson = z.object({
  no: z.number().int(),
  provider: z.enum(PROVIDERS),
  at: z.number().int(),
})
export type ForgottenPerson = z.infer<typeof ForgottenPerson>

/** What forgetting a person would delete, before it is done. */
export const ForgetPreview = z.object({
  title: z.string(),
  provider: z.enum(PROVIDERS),
  /** Names of the accounts that know the person. */
  accounts: z.array(z.string()),
  /** Rows by what they are: attendees, identifiers, chats, relations... */
  counts: z.array(z.object({ what: z.string(), n: z.number().int() })),
})
export type ForgetPreview = z.infer<typeof ForgetPreview>

/** Everything that is kept about one person, for a request of that person: sections of records of named texts. */
export interface SubjectData {
  provider: (typeof PROVIDERS)[number]
  postpressIds: string[]
  sections: { what: string; records: { name: string; value: string }[][] }[]
}

/** What a person chose about privacy: for the app, and how long this workspace keeps people. */
export const PrivacySettings = z.object({
  lockMinutes: z.literal(LOCK_MINUTES),
  /** Lock when the computer's screen is locked or it goes to sleep. */
  lockWithScreen: z.boolean(),
  /** Empty the clipboard a minute after something was copied here, if it still holds it. */
  clearClipboard: z.boolean(),
  /** Keep the window out of screenshots and screen sharing, where the system can. */
  protectContent: z.boolean(),
  retentionDays: z.literal(RETENTION_DAYS),
})
export type PrivacySettings = z.infer<typeof PrivacySettings>
