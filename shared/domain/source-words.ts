import type { FactSource } from './records.ts'

/** Where a fact came from, in words. */
export const SOURCE_WORDS: Record<FactSource, string> = {
  attendee: 'attendee',
  relation: 'relation list',
  chat: 'chat',
  profile: 'live profile',
  account: 'account',
  follow: 'follow list',
  derived: 'derived',
}
