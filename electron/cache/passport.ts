import type { ChatSummary, Elsewhere, Identifier, Passport, Profile } from '#shared/domain/attendees.ts'
import type { Provider } from '#shared/domain/providers.ts'
import type { ChatType, Health, IdentifierKind, ProfileRecord, Resource } from '#shared/domain/records.ts'
import { decodeLinkedinId } from '#shared/identifiers/linkedin-id.ts'
import { type KnownEvidence, whyKnown } from '#shared/known/why-known.ts'
import { fold, shown } from '#shared/text/fold.ts'
import type { Checkpoint } from './cache.ts'
import { readChanges } from './changes.ts'
import { contactOf } from './contact-evidence.ts'
import { findProfile } from './find.ts'
import { type StoredIdentifier, storedOf, unpackIdentifiers } from './identifiers.ts'
import { rowsOfKey, rowsOfName } from './keys.ts'
import { labelOf, linkOf } from './labels.ts'
import { keyOf, POSTPRESS } from './match-keys.ts'
import { type AttendeeData, readRows, SELECT_ATTENDEE, toRow } from './rows.ts'
import type { Store } from './statements.ts'

interface ChatRow {
  id: string
  type: ChatType
  name: string | null
  last_message_at: number | null
  seen_at: number
  members: number
}

const KIND_ORDER: IdentifierKind[] = [
  'internal',
  'messaging',
  'public',
  'username',
  'phone',
  'member-number',
  'email',
  'postpress-id',
]

const toIdentifier = (provider: Provider, one: StoredIdentifier, seenAt: number): Identifier => ({
  kind: one.kind,
  product: one.product,
  label:
    one.kind === 'postpress-id' && one.seenAt !== null
      ? 'Earlier postpress ID'
      : labelOf(provider, one.kind, one.product),
  value: one.value,
  display: one.display,
  url: linkOf(provider, one.kind, one.value, one.product),
  source: one.source,
  seenAt: one.seenAt ?? seenAt,
})

const inOrder = (identifiers: Identifier[]): Identifier[] =>
  identifiers.sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || a.label.localeCompare(b.label))

const CHAT_COLUMNS =
  'c.id, c.type, c.name, c.last_message_at, c.seen_at, (SELECT count(*) FROM members x WHERE x.chat_id = c.id) AS members'

const singleChats = (store: Store, accountId: string, ids: string[]): ChatRow[] =>
  ids.flatMap((id) =>
    store.all<ChatRow>(
      `SELECT ${CHAT_COLUMNS} FROM chats c WHERE c.account_id = ? AND c.attendee_provider_id = ? AND c.type = 'single'`,
      accountId,
      id,
    ),
  )

const groupsOf = (store: Store, attendeeId: string): ChatRow[] =>
  store.all<ChatRow>(
    `SELECT ${CHAT_COLUMNS} FROM members m JOIN chats c ON c.id = m.chat_id WHERE m.attendee_id = ? AND c.type <> 'single' ORDER BY c.name`,
    attendeeId,
  )

const relationOf = (
  store: Store,
  accountId: string,
  internalId: string,
  member: string | null,
): KnownEvidence['relation'] => {
  const row = store.get<{ since: number | null; seen_at: number }>(
    'SELECT since, seen_at FROM relations WHERE account_id = ? AND (internal_id = ? OR member_number = ?)',
    accountId,
    internalId,
    member,
  )
  return row === undefined ? null : { since: row.since, seenAt: row.seen_at }
}

const syncedOf = (provider: Provider, accountId: string, checkpoints: Checkpoint[]): KnownEvidence['synced'] => {
  const done = (resource: Resource): boolean =>
    checkpoints.some(
      (checkpoint) =>
        checkpoint.accountId === accountId && checkpoint.resource === resource && checkpoint.completedAt !== null,
    )
  return {
    contacts: done(provider === 'linkedin' ? 'relations' : 'attendees'),
    chats: done('chats'),
    members: done('members'),
  }
}

const nameOfChat = (chat: ChatRow, person: string): string =>
  shown(chat.name ?? '') || (chat.type === 'single' ? person : 'Group without a name')

const summaries = (chats: ChatRow[], person: string): ChatSummary[] =>
  chats.map((chat) => ({
    id: chat.id,
    type: chat.type,
    name: nameOfChat(chat, person),
    lastMessageAt: chat.last_message_at,
    memberCount: chat.type === 'single' || chat.members === 0 ? null : chat.members,
  }))

const toProfile = (record: ProfileRecord): Profile => ({
  name: shown(record.name),
  headline: record.headline,
  location: record.location,
  profileUrl: record.profileUrl,
  networkDistance: record.networkDistance,
  details: record.details,
  throttledSections: record.throttledSections,
  fetchedAt: record.fetchedAt,
})

const CERTAIN_KINDS = new Set<IdentifierKind>(['member-number', 'phone', 'email', 'public', 'internal', 'username'])

const MOST_ELSEWHERE = 20

/** Attendees that share an identifier: never merged, each with its evidence. */
const elsewhereOf = (
  store: Store,
  ownRow: number | null,
  provider: Provider,
  identifiers: StoredIdentifier[],
): Elsewhere[] => {
  const found = new Map<number, Elsewhere>()
  const add = (rows: number[], evidence: string, certainty: Elsewhere['certainty']): void => {
    const others = rows.filter((row) => row !== ownRow && !found.has(row)).slice(0, MOST_ELSEWHERE)
    for (const data of readRows(store, others)) found.set(data.row, { row: toRow(data, null), evidence, certainty })
  }
  for (const one of identifiers.filter(({ kind }) => CERTAIN_KINDS.has(kind)))
    add(
      rowsOfKey(store, keyOf(provider, one), MOST_ELSEWHERE + 1),
      `Same ${labelOf(provider, one.kind, one.product)}: ${one.display}`,
      'certain',
    )
  for (const { value, kind } of identifiers.filter(({ kind: of }) => of === 'public' || of === 'username'))
    add(
      rowsOfName(store, value, MOST_ELSEWHERE + 1),
      `Equal ${labelOf(provider, kind, null).toLowerCase()}: ${value}`,
      'possible',
    )
  return [...found.values()]
}

const accountOf = (store: Store, id: string): Passport['account'] =>
  store.get<{ id: string; name: string; health: Health }>('SELECT id, name, health FROM accounts WHERE id = ?', id) ?? {
    id,
    name: 'Account',
    health: 'unknown',
  }

const unique = (chats: ChatRow[]): ChatRow[] => [...new Map(chats.map((chat) => [chat.id, chat])).values()]

/** Everything the cache knows about one attendee, also under an ID that it had before; null when the id is not cached. */
export const passportOf = (store: Store, attendeeId: string, checkpoints: Checkpoint[]): Passport | null => {
  const [row] = rowsOfKey(store, { scope: POSTPRESS, value: attendeeId }, 1)
  const data = store.get<AttendeeData>(`${SELECT_ATTENDEE} WHERE a.row = ?`, row ?? null)
  if (data === undefined) return null
  const facts = unpackIdentifiers(data.identifiers)
  const ids = facts
    .filter(({ kind }) => kind === 'internal' || kind === 'messaging' || kind === 'public')
    .map(({ value }) => value)
  const chats = unique(singleChats(store, data.account_id, [...new Set([data.provider_id, ...ids])]))
  const groups = groupsOf(store, data.id)
  const account = accountOf(store, data.account_id)
  const profile = findProfile(
    store,
    facts.map((one) => keyOf(data.provider, one)),
    null,
  )
  const seenAt = data.seen_at
  const { contact, follow } = contactOf(
    store,
    {
      provider: data.provider,
      accountId: data.account_id,
      ids: new Set([data.provider_id, ...ids]),
      memberNumber: data.member_number,
    },
    data.contact_evidence === null
      ? null
      : { source: data.contact_source ?? 'attendee', evidence: data.contact_evidence, seenAt },
  )
  const known = whyKnown({
    provider: data.provider,
    accountId: data.account_id,
    accountName: account.name,
    name: data.title,
    isSelf: data.is_self === 1,
    isAttendee: true,
    isPrivate: false,
    relation: relationOf(store, data.account_id, data.provider_id, data.member_number),
    contact,
    chats: chats.map((chat) => ({
      id: chat.id,
      name: nameOfChat(chat, data.title),
      lastMessageAt: chat.last_message_at,
      seenAt: chat.seen_at,
    })),
    groups: groups.map((group) => ({
      id: group.id,
      name: nameOfChat(group, data.title),
      memberCount: group.members || null,
      seenAt: group.seen_at,
    })),
    synced: syncedOf(data.provider, data.account_id, checkpoints),
  })
  return {
    attendeeId: data.id,
    provider: data.provider,
    title: data.title,
    nameless: data.nameless === 1,
    headline: data.headline,
    location: data.location,
    profileUrl: data.profile_url,
    isSelf: data.is_self === 1,
    phoneHidden: data.phone_hidden === 1,
    account,
    identifiers: inOrder(facts.map((one) => toIdentifier(data.provider, one, seenAt))),
    known,
    chats: summaries([...chats, ...groups], data.title),
    profile: profile === null ? null : toProfile(profile),
    follow,
    elsewhere: elsewhereOf(store, data.row, data.provider, facts),
    changes: readChanges(store, data.id),
    firstSeenAt: data.first_seen_at,
    lastSeenAt: data.seen_at,
  }
}

const isPrivate = (profile: ProfileRecord): boolean =>
  profile.details.some(({ label, value }) => /private|protected/i.test(label) && /^(?:yes|true|private)$/i.test(value))

/** Passport of a looked-up user who is no attendee: the rules are checked against what is synced for the asked account. */
export const unknownPassportOf = (store: Store, profile: ProfileRecord, checkpoints: Checkpoint[]): Passport => {
  const account = accountOf(store, profile.accountId)
  const title =
    shown(profile.name) || profile.identifiers.find(({ kind }) => kind !== 'internal')?.display || profile.internalId
  const member = decodeLinkedinId(profile.internalId)?.memberNumber ?? null
  const facts = profile.identifiers.map((fact) => storedOf(fact, profile.fetchedAt))
  const chats = unique(
    singleChats(store, profile.accountId, [...new Set([profile.internalId, ...facts.map(({ value }) => value)])]),
  )
  const seenAt = profile.fetchedAt
  const { contact, follow } = contactOf(
    store,
    {
      provider: profile.provider,
      accountId: profile.accountId,
      ids: new Set([profile.internalId, ...facts.map(({ value }) => value)]),
      memberNumber: member,
    },
    profile.contact === null ? null : { ...profile.contact, seenAt },
  )
  return {
    attendeeId: null,
    provider: profile.provider,
    title,
    nameless: fold(profile.name) === '',
    headline: profile.headline,
    location: profile.location,
    profileUrl: profile.profileUrl,
    isSelf: false,
    phoneHidden: false,
    account,
    identifiers: inOrder(facts.map((one) => toIdentifier(profile.provider, one, seenAt))),
    known: whyKnown({
      provider: profile.provider,
      accountId: account.id,
      accountName: account.name,
      name: title,
      isSelf: false,
      isAttendee: false,
      isPrivate: isPrivate(profile),
      relation: relationOf(store, account.id, profile.internalId, member),
      contact,
      chats: chats.map((chat) => ({
        id: chat.id,
        name: nameOfChat(chat, title),
        lastMessageAt: chat.last_message_at,
        seenAt: chat.seen_at,
      })),
      groups: [],
      synced: syncedOf(profile.provider, account.id, checkpoints),
    }),
    chats: summaries(chats, title),
    profile: toProfile(profile),
    follow,
    elsewhere: elsewhereOf(store, null, profile.provider, facts),
    changes: [],
    firstSeenAt: null,
    lastSeenAt: null,
  }
}
