import type { ChatRecord, RelationRecord } from '#shared/domain/records.ts'
import { decodeLinkedinId } from '#shared/identifiers/linkedin-id.ts'
import { earlierAccounts } from './account-succession.ts'
import { saveAttendee, saveSeen } from './attendees.ts'
import type { AttendeeListPage, Checkpoint, OtherPage, SyncPage } from './cache.ts'
import { noteReturned, removeUnseen } from './departures.ts'
import { saveFollow, saveOwner } from './follows.ts'
import { withoutForgotten } from './forgotten.ts'
import { forgetSolved, noteProblems } from './problems.ts'
import { bareItems, saveRawPage, withoutRaw } from './raw.ts'
import { recomputeReasons, rowsByValue } from './reasons.ts'
import type { Store } from './statements.ts'
import { adoptFrom } from './succession.ts'

const saveChat = (store: Store, chat: ChatRecord, generation: number, at: number): void => {
  store.run(
    `INSERT INTO chats (id, account_id, provider, provider_id, type, name, attendee_provider_id, last_message_at, unread_count,
       archived, read_only, seen_at, generation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET type = excluded.type, name = excluded.name, last_message_at = excluded.last_message_at,
       attendee_provider_id = excluded.attendee_provider_id, unread_count = excluded.unread_count, archived = excluded.archived,
       read_only = excluded.read_only, seen_at = excluded.seen_at, generation = excluded.generation`,
    chat.id,
    chat.accountId,
    chat.provider,
    chat.providerId,
    chat.type,
    chat.name,
    chat.attendeeProviderId,
    chat.lastMessageAt,
    chat.unreadCount,
    chat.archived ? 1 : 0,
    chat.readOnly ? 1 : 0,
    at,
    generation,
  )
}

const saveRelation = (store: Store, relation: RelationRecord, generation: number, at: number): void => {
  store.run(
    `INSERT INTO relations (account_id, internal_id, provider, public_id, member_number, name, headline, profile_url, since, seen_at, generation)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET public_id = excluded.public_id, name = excluded.name, headline = excluded.headline,
       profile_url = excluded.profile_url, since = excluded.since, seen_at = excluded.seen_at, generation = excluded.generation`,
    relation.accountId,
    relation.internalId,
    relation.provider,
    relation.publicId,
    decodeLinkedinId(relation.internalId)?.memberNumber ?? null,
    relation.name,
    relation.headline,
    relation.profileUrl,
    relation.since,
    at,
    generation,
  )
}

const saveMembers = (store: Store, page: Extract<SyncPage, { resource: 'members' }>): number[] => {
  const { generation } = page.checkpoint
  const rows = page.items.map((member) => {
    const known = store.get<{ row: number }>('SELECT row FROM attendees WHERE id = ?', member.id)
    // A member list says less than the attendee list: it adds people, it does not overwrite them.
    const row = known?.row ?? saveAttendee(store, member, null, page.at)
    store.run(
      `INSERT INTO members (chat_id, attendee_id, generation, seen_at) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET generation = excluded.generation, seen_at = excluded.seen_at`,
      page.chatId,
      member.id,
      generation,
      page.at,
    )
    return row
  })
  welcome(store, page.checkpoint.accountId, rows, page.at)
  if (!page.complete) return rows
  store.run('UPDATE chats SET members_at = ? WHERE id = ?', page.at, page.chatId)
  // One that could not be read may be any of the absent ones.
  if (page.keepsAbsent === true) return rows
  const left = store.all<{ row: number }>(
    `SELECT a.row FROM members m JOIN attendees a ON a.id = m.attendee_id WHERE m.chat_id = ? AND m.generation <> ?`,
    page.chatId,
    generation,
  )
  store.run('DELETE FROM members WHERE chat_id = ? AND generation <> ?', page.chatId, generation)
  return [...rows, ...left.map(({ row }) => row)]
}

const rowsOfSingles = (store: Store, accountId: string, chats: ChatRecord[]): number[] =>
  rowsByValue(
    store,
    accountId,
    chats.flatMap(({ attendeeProviderId: id }) => (id === null ? [] : [id])),
  )

/** Members can arrive before their chat does. */
const rowsOfMembers = (store: Store, chatId: string): number[] =>
  store
    .all<{ row: number }>(
      'SELECT a.row FROM members m JOIN attendees a ON a.id = m.attendee_id WHERE m.chat_id = ?',
      chatId,
    )
    .map(({ row }) => row)

/** Attendees as their list or a member list reports them: they may be somebody whom the account knew before it was connected again. */
const welcome = (store: Store, accountId: string, rows: number[], at: number): void => {
  noteReturned(store, rows, at)
  const earlier = earlierAccounts(store, accountId)
  if (earlier.size > 0) adoptFrom(store, earlier, rows, at)
}

/** Stores the page's rows and answers which attendees its facts are about. */
const saveItems = (store: Store, page: OtherPage): number[] => {
  const { accountId, generation } = page.checkpoint
  switch (page.resource) {
    case 'chats':
      for (const chat of page.items) saveChat(store, chat, generation, page.at)
      return [
        ...rowsOfSingles(store, accountId, page.items),
        ...page.items.flatMap(({ id }) => rowsOfMembers(store, id)),
      ]
    case 'relations':
      for (const relation of page.items) saveRelation(store, relation, generation, page.at)
      return rowsByValue(
        store,
        accountId,
        page.items.flatMap(({ internalId }) => [internalId, decodeLinkedinId(internalId)?.memberNumber ?? internalId]),
      )
    case 'followers':
    case 'following':
      for (const follow of page.items) saveFollow(store, follow, generation, page.at)
      return rowsByValue(
        store,
        accountId,
        page.items.flatMap(({ internalId, publicId }) => (publicId === null ? [internalId] : [internalId, publicId])),
      )
    case 'owner':
      for (const owner of page.items) saveOwner(store, owner, page.at)
      return []
    case 'members':
      return saveMembers(store, page)
  }
}

/** What the end of a complete run settles: what is gone, and which problems are solved. */
const settle = (store: Store, checkpoint: Checkpoint, at: number): void => {
  if (checkpoint.isUpdate === true) return
  removeUnseen(store, checkpoint, at)
  forgetSolved(store, checkpoint)
}

const writeCheckpoint = (store: Store, checkpoint: Checkpoint): void => {
  store.run(
    'INSERT INTO checkpoints (account_id, resource, data) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET data = excluded.data',
    checkpoint.accountId,
    checkpoint.resource,
    JSON.stringify(checkpoint),
  )
}

/** Writes where a run stands. One that ends with it (`done`) settles what is gone. */
export const saveCheckpoint = (store: Store, checkpoint: Checkpoint): void => {
  store.db
    .transaction(() => {
      if (checkpoint.state === 'done') settle(store, checkpoint, checkpoint.completedAt ?? 0)
      writeCheckpoint(store, checkpoint)
    })
    .immediate()
}

/** What is written with every page, whatever it lists. */
const finishPage = (store: Store, page: SyncPage): void => {
  const { checkpoint, problems, at } = page
  saveRawPage(store, page)
  noteProblems(store, checkpoint, problems, at)
  if (checkpoint.state === 'done') settle(store, checkpoint, at)
  writeCheckpoint(store, checkpoint)
}

/** Saves attendee pages together; their reasons are found while they are saved. */
const saveAttendeePages = (store: Store, pages: AttendeeListPage[]): void => {
  const parts = pages.map((page) => ({
    attendees: bareItems(page.items),
    generation: page.checkpoint.generation,
    at: page.at,
  }))
  const rows = saveSeen(store, parts)
  for (const [index, page] of pages.entries()) {
    welcome(store, page.checkpoint.accountId, rows[index] ?? [], page.at)
    finishPage(store, page)
  }
}

/**
 * Pages that wait together, in one transaction: rows, reasons, problems, checkpoints. Attendee pages that follow each
 * other share the writing of the indexes, up to one that ends its list. Throws leave the cache as it was.
 */
export const savePages = (store: Store, given: SyncPage[]): void => {
  const together: AttendeeListPage[] = []
  const saveTogether = (): void => saveAttendeePages(store, together.splice(0))
  store.db
    .transaction(() => {
      for (const page of given.map((one) => withoutForgotten(store, one))) {
        if (page.resource === 'attendees') {
          together.push(page)
          if (page.checkpoint.state === 'done') saveTogether()
          continue
        }
        saveTogether()
        recomputeReasons(store, saveItems(store, withoutRaw(page)))
        finishPage(store, page)
      }
      saveTogether()
    })
    .immediate()
}
