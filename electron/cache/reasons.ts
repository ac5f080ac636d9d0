import type { ReasonKind } from '#shared/domain/known.ts'
import type { Provider } from '#shared/domain/providers.ts'
import { decodeLinkedinId } from '#shared/identifiers/linkedin-id.ts'
import { hasOtherContact } from './contact-evidence.ts'
import { type StoredIdentifier, unpackIdentifiers } from './identifiers.ts'
import { rowsOfValue } from './keys.ts'
import type { Store } from './statements.ts'

/** Bits of `facets.reasons`. `reported` holds only when nothing else does, and never for the account's owner. */
export const REASON_BITS: Record<ReasonKind, number> = { contact: 1, chat: 2, group: 4, reported: 8 }

const KINDS = Object.keys(REASON_BITS) as ReasonKind[]

/** Of every mask there is, so that a row of a list needs to work out nothing. */
const BY_BITS: readonly ReasonKind[][] = Array.from({ length: 1 << KINDS.length }, (_, bits) =>
  KINDS.filter((kind) => (bits & REASON_BITS[kind]) !== 0),
)

/** The reasons that a bit mask stands for; not to be changed by who asks. */
export const reasonsOf = (bits: number): ReasonKind[] => BY_BITS[bits & (BY_BITS.length - 1)] ?? []

/** What the evidence about an attendee hangs on. */
export interface Evident {
  id: string
  account_id: string
  provider: Provider
  provider_id: string
  member_number: string | null
  contact_evidence: string | null
  is_self: number
  identifiers: StoredIdentifier[]
}

/** Ids under which an attendee's single chats, follow lists and profiles name it. */
export const chatIdsOf = ({ provider_id, identifiers }: Pick<Evident, 'provider_id' | 'identifiers'>): Set<string> => {
  const ids = new Set([provider_id])
  for (const { kind, value } of identifiers)
    if (kind === 'internal' || kind === 'messaging' || kind === 'public') ids.add(value)
  return ids
}

const isRelation = (store: Store, { account_id, provider_id, member_number }: Evident): boolean =>
  store.get('SELECT 1 FROM relations WHERE account_id = ? AND internal_id = ?', account_id, provider_id) !==
    undefined ||
  (member_number !== null &&
    store.get('SELECT 1 FROM relations WHERE account_id = ? AND member_number = ?', account_id, member_number) !==
      undefined)

const chatsWith = (store: Store, evident: Evident): { chats: number; last: number | null } => {
  let chats = 0
  let last: number | null = null
  for (const id of chatIdsOf(evident)) {
    const found = store.get<{ chats: number; last: number | null }>(
      `SELECT count(*) AS chats, max(last_message_at) AS last FROM chats WHERE account_id = ? AND attendee_provider_id = ? AND type = 'single'`,
      evident.account_id,
      id,
    )
    chats += found?.chats ?? 0
    if (found?.last != null) last = Math.max(last ?? 0, found.last)
  }
  return { chats, last }
}

const isInGroup = (store: Store, id: string): boolean =>
  store
    .all<{ chat_id: string }>('SELECT chat_id FROM members WHERE attendee_id = ?', id)
    .some(({ chat_id }) => store.get(`SELECT 1 FROM chats WHERE id = ? AND type <> 'single'`, chat_id) !== undefined)

export type EvidenceReader = (evident: Evident) => { reasons: number; last: number | null }

/**
 * Answers the reasons and the last activity that the synced evidence supports. For one transaction: what is not synced
 * at all (the first attendees come before any chat) is looked at once.
 */
export const readEvidence = (store: Store): EvidenceReader => {
  const has = (table: 'relations' | 'chats' | 'members' | 'profiles' | 'follows'): boolean =>
    store.get(`SELECT 1 FROM ${table} LIMIT 1`) !== undefined
  const synced = { relations: has('relations'), chats: has('chats'), members: has('members') }
  const other = { profiles: has('profiles'), follows: has('follows') }
  const isContact = (evident: Evident): boolean =>
    evident.contact_evidence !== null ||
    (synced.relations && isRelation(store, evident)) ||
    ((other.profiles || other.follows) &&
      hasOtherContact(
        store,
        {
          provider: evident.provider,
          accountId: evident.account_id,
          ids: chatIdsOf(evident),
          memberNumber: evident.member_number,
        },
        other,
      ))
  return (evident) => {
    const { chats, last } = synced.chats ? chatsWith(store, evident) : { chats: 0, last: null }
    if (evident.is_self === 1) return { reasons: 0, last }
    const bits =
      (isContact(evident) ? REASON_BITS.contact : 0) |
      (chats > 0 ? REASON_BITS.chat : 0) |
      (synced.members && isInGroup(store, evident.id) ? REASON_BITS.group : 0)
    return { reasons: bits || REASON_BITS.reported, last }
  }
}

/** Brings the reasons and the last activity of these rows up to date with the evidence, whatever arrived first. */
export const recomputeReasons = (store: Store, rows: Iterable<number>): void => {
  const evidence = readEvidence(store)
  for (const row of new Set(rows)) {
    const found = store.get<Omit<Evident, 'identifiers'> & { identifiers: string }>(
      'SELECT id, account_id, provider, provider_id, member_number, contact_evidence, is_self, identifiers FROM attendees WHERE row = ?',
      row,
    )
    if (found === undefined) continue
    const { reasons, last } = evidence({ ...found, identifiers: unpackIdentifiers(found.identifiers) })
    store.run(
      `UPDATE facets SET reasons = @reasons, last_activity_at = @last
       WHERE row = @row AND (reasons <> @reasons OR last_activity_at IS NOT @last)`,
      { row, reasons, last },
    )
  }
}

/** People with one value are few; a value that thousands share is no identifier. */
const MOST_ROWS = 1_000

/** Rows of the account that carry one of these ids (any identifier, whatever its form). */
export const rowsByValue = (store: Store, accountId: string, values: Iterable<string>): number[] =>
  [...new Set(values)]
    .flatMap((value) => [
      value,
      value.replace(/@s\.whatsapp\.net$/, ''),
      decodeLinkedinId(value)?.memberNumber ?? value,
    ])
    .filter((value, index, all) => all.indexOf(value) === index)
    .flatMap((value) => rowsOfValue(store, value, MOST_ROWS))
    .filter(
      (row) => store.get('SELECT 1 FROM attendees WHERE row = ? AND account_id = ?', row, accountId) !== undefined,
    )

/** All rows of an account. */
export const rowsOfAccount = (store: Store, accountId: string): number[] =>
  store
    .all<{ row: number }>(
      'SELECT row FROM facets WHERE list_no IN (SELECT no FROM lists WHERE account_id = ?)',
      accountId,
    )
    .map(({ row }) => row)
