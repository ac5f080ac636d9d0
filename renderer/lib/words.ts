import { CONTACT_WORDS, PROVIDER_NAMES, type Provider } from '#shared/domain/providers.ts'
import type { Health, REASON_KINDS, Resource } from '#shared/domain/records.ts'
import type { CandidateKind, CandidateProvider } from '#shared/identifiers/types.ts'

export { SOURCE_WORDS } from '#shared/domain/source-words.ts'

export type ReasonKind = (typeof REASON_KINDS)[number]

/** The reason as a badge, in the provider's words. */
export const reasonWord = (kind: ReasonKind, provider: Provider): string => {
  const words = { contact: CONTACT_WORDS[provider], chat: 'Chat', group: 'Group', reported: 'Reported' }
  return words[kind]
}

export const HEALTH_WORDS: Record<Health, string> = {
  ok: 'Connected',
  connecting: 'Connecting',
  permissions: 'Permissions missing',
  credentials: 'Sign-in needed',
  stopped: 'Stopped',
  error: 'Error',
  unknown: 'State unknown',
}

export const RESOURCE_WORDS: Record<Resource, string> = {
  attendees: 'Attendees',
  chats: 'Chats',
  members: 'Group members',
  relations: 'Relations',
  followers: 'Followers',
  following: 'Following',
  owner: 'Own profile',
}

export const KIND_WORDS: Record<CandidateKind, string> = {
  internal: 'internal ID',
  public: 'public ID',
  username: 'user name',
  company: 'company page',
  'member-number': 'member number',
  group: 'group',
  channel: 'channel',
  'attendee-id': 'attendee ID',
}

/** "LinkedIn", or "postpress" for ids of postpress itself. */
export const providerWord = (provider: CandidateProvider): string =>
  provider === 'postpress' ? 'postpress' : PROVIDER_NAMES[provider]

/** "LinkedIn public ID". */
export const readingWord = (reading: { provider: CandidateProvider; kind: CandidateKind }): string =>
  `${providerWord(reading.provider)} ${KIND_WORDS[reading.kind]}`
