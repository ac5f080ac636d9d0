import type { Evidence, Reason, Rule, WhyKnown } from '../domain/known.ts'
import { CONTACT_WORDS, PROVIDER_NAMES, type Provider } from '../domain/providers.ts'
import { shorten } from '../text/shorten.ts'

/** What is synced about one person on one account. Times are integer ms. */
export interface KnownEvidence {
  provider: Provider
  accountId: string
  accountName: string
  name: string
  isSelf: boolean
  /** False for a looked-up user who is no attendee. */
  isAttendee: boolean
  /** The provider closes this profile to the account. */
  isPrivate: boolean
  relation: { since: number | null; seenAt: number } | null
  /** Contact evidence carried by the attendee or the profile itself. */
  contact: { source: string; evidence: string; seenAt: number } | null
  chats: { id: string; name: string; lastMessageAt: number | null; seenAt: number }[]
  groups: { id: string; name: string; memberCount: number | null; seenAt: number }[]
  /** Which resources of the account were read completely at least once. Contacts: relations (LinkedIn), else attendees. */
  synced: { contacts: boolean; chats: boolean; members: boolean }
}

const list = (parts: string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`

const contactReason = (known: KnownEvidence): Reason | null => {
  if (known.relation === null && known.contact === null) return null
  const word = CONTACT_WORDS[known.provider]
  const evidence: Evidence[] = []
  if (known.relation !== null)
    evidence.push({
      text: `Listed among the relations of ${known.accountName}`,
      at: known.relation.since,
      atMeaning: known.relation.since === null ? 'none' : 'since',
      chatId: null,
      memberCount: null,
      source: 'relation',
      seenAt: known.relation.seenAt,
    })
  if (known.contact !== null)
    evidence.push({
      text: `${PROVIDER_NAMES[known.provider]} reports: ${known.contact.evidence}`,
      at: null,
      atMeaning: 'none',
      chatId: null,
      memberCount: null,
      source: known.contact.source,
      seenAt: known.contact.seenAt,
    })
  return {
    ...about(known),
    kind: 'contact',
    label: word,
    sentence: `${known.name} is a ${word.toLowerCase()} of ${known.accountName}.`,
    evidence,
  }
}

const about = (known: KnownEvidence): Pick<Reason, 'accountId' | 'accountName' | 'provider'> => ({
  accountId: known.accountId,
  accountName: known.accountName,
  provider: known.provider,
})

const chatReason = (known: KnownEvidence): Reason | null => {
  if (known.chats.length === 0) return null
  const evidence = known.chats.map((chat) => ({
    text: `Chat “${chat.name}”`,
    at: chat.lastMessageAt,
    atMeaning: chat.lastMessageAt === null ? ('none' as const) : ('last-message' as const),
    chatId: chat.id,
    memberCount: null,
    source: 'chat',
    seenAt: chat.seenAt,
  }))
  const count = known.chats.length === 1 ? 'a chat' : `${known.chats.length} chats`
  return {
    ...about(known),
    kind: 'chat',
    label: 'Existing chat',
    sentence: `${known.accountName} has ${count} with ${known.name}.`,
    evidence,
  }
}

const groupReason = (known: KnownEvidence): Reason | null => {
  if (known.groups.length === 0) return null
  const evidence = known.groups.map((group) => ({
    text: `Member of “${group.name}”`,
    at: null,
    atMeaning: 'none' as const,
    chatId: group.id,
    memberCount: group.memberCount,
    source: 'members',
    seenAt: group.seenAt,
  }))
  const names = known.groups.slice(0, 3).map((group) => `“${group.name}”`)
  const more = known.groups.length > 3 ? [`${known.groups.length - 3} more`] : []
  const sentence = `${known.name} shares ${known.groups.length === 1 ? 'the group' : 'the groups'} ${list([...names, ...more])} with ${known.accountName}.`
  return { ...about(known), kind: 'group', label: 'Same group', sentence, evidence }
}

const reported = (known: KnownEvidence): Reason => ({
  ...about(known),
  kind: 'reported',
  label: 'Reported by postpress',
  sentence: `postpress lists ${known.name} as an attendee of ${known.accountName}; the evidence is not synced.`,
  evidence: [],
})

const rule = (kind: Rule['kind'], label: string, synced: boolean, sentence: string): Rule => ({
  kind,
  label,
  holds: synced ? false : null,
  sentence: synced ? sentence : `${sentence.replace(/\.$/, '')}, as far as synced: not everything was read yet.`,
})

const BECOMES: Record<Provider, string> = {
  linkedin: 'an invitation is accepted, or a chat is started with them (by InMail when they are no relation)',
  whatsapp: 'a chat is started with their number',
  instagram: 'a chat is started with them',
  telegram: 'a chat is started with them or they are saved as a contact',
  x: 'a direct message chat is started with them',
  messenger: 'a chat is started with them',
}

const unknown = (known: KnownEvidence): WhyKnown => {
  const word = CONTACT_WORDS[known.provider]
  const privately = known.isPrivate ? ' The profile is private.' : ''
  return {
    state: 'unknown',
    summary: `${known.name} is not known through ${known.accountName}.${privately}`,
    rules: [
      rule('contact', word, known.synced.contacts, `Not a ${word.toLowerCase()} of ${known.accountName}.`),
      rule('chat', 'Existing chat', known.synced.chats, `No chat with ${known.accountName}.`),
      rule('group', 'Same group', known.synced.members, `No group in common with ${known.accountName}.`),
    ],
    becomesKnown: `${known.name} becomes known, and a synced attendee, as soon as ${BECOMES[known.provider]}.`,
  }
}

/** A name of 300 characters would bury what a sentence says. */
const MOST_NAME = 60

const withShortNames = (known: KnownEvidence): KnownEvidence => {
  const named = <T extends { name: string }>(one: T): T => ({ ...one, name: shorten(one.name, MOST_NAME) })
  const accountName = shorten(known.accountName, MOST_NAME)
  return { ...named(known), accountName, chats: known.chats.map(named), groups: known.groups.map(named) }
}

/**
 * Why postpress knows a person through one account: every reason that holds, each with its evidence rows, or the rules
 * that fail. Never guesses: an attendee without synced evidence is "reported by postpress".
 */
export const whyKnown = (evidence: KnownEvidence): WhyKnown => {
  const known = withShortNames(evidence)
  if (known.isSelf) return { state: 'self', summary: `This is the owner of ${known.accountName}.` }
  const reasons = [contactReason(known), chatReason(known), groupReason(known)].filter((reason) => reason !== null)
  if (reasons.length === 0 && !known.isAttendee) return unknown(known)
  if (reasons.length === 0) reasons.push(reported(known))
  return { state: 'known', summary: reasons.map(({ sentence }) => sentence).join(' '), reasons }
}
