import { AppError } from '#shared/domain/errors.ts'
import type { ForgetPreview } from '#shared/domain/privacy.ts'
import { deleteAttendees } from './attendees.ts'
import { noteForgotten } from './forgotten.ts'
import { keyOf, keyText } from './match-keys.ts'
import { isOwner, lastingKeys, lastingValues, type Person, personOf } from './person.ts'
import { startPurge } from './purge.ts'
import type { Store } from './statements.ts'
import { bindings, readTraces, TRACES } from './traces.ts'

const boundTo = (person: Person): Record<string, string> =>
  bindings(
    person,
    person.identifiers.map((one) => keyText(keyOf(person.provider, one))),
  )

/** What forgetting the person would delete. Throws like `forgetPerson`. */
export const previewForget = (store: Store, attendeeId: string): ForgetPreview => {
  const person = personOf(store, attendeeId)
  const names = store.all<{ name: string }>(
    `SELECT DISTINCT c.name FROM attendees a JOIN accounts c ON c.id = a.account_id
     WHERE a.row IN (SELECT value FROM json_each(?)) ORDER BY c.name`,
    JSON.stringify(person.rows),
  )
  const traces = readTraces(store, boundTo(person)).map(({ what, rows }) => ({ what, n: rows.length }))
  return {
    title: store.get<{ title: string }>('SELECT title FROM attendees WHERE row = ?', person.rows[0])?.title ?? '',
    provider: person.provider,
    accounts: names.map(({ name }) => name),
    counts: [{ what: 'identifiers', n: new Set(person.identifiers.map(({ value }) => value)).size }, ...traces].filter(
      ({ n }) => n > 0,
    ),
  }
}

const deleteTraces = (store: Store, person: Person): void => {
  const values = boundTo(person)
  store.run(
    `DELETE FROM members WHERE chat_id IN (SELECT id FROM chats WHERE ${TRACES.find(({ table }) => table === 'chats')?.where})`,
    values,
  )
  // The attendees themselves go with their keys, index entries and history.
  for (const { table, where } of TRACES)
    if (table !== 'attendees') store.run(`DELETE FROM ${table} WHERE ${where}`, values)
  store.run(
    `DELETE FROM profile_keys WHERE (provider, internal_id, account_id) NOT IN (SELECT provider, internal_id, account_id FROM profiles)`,
  )
  deleteAttendees(store, person.rows)
  store.run('DELETE FROM tallies WHERE n = 0')
}

/**
 * Deletes everything about the person on their provider, over all accounts, and keeps hashes only, so that the next sync
 * does not bring them back. Answers the values by which the person was named for good (postpress IDs, ids), for what is kept elsewhere. What the deleted rows leave behind in the files goes
 * with the purge that this starts. Throws `not-found`, and `refused` for the owner of a connected account.
 */
export const forgetPerson = (store: Store, attendeeId: string, at: number): string[] => {
  const person = personOf(store, attendeeId)
  if (isOwner(store, person))
    throw new AppError('refused', 'This is the owner of a connected account.', {
      advice: 'Disconnect the account in postpress first; removing the workspace deletes everything about it here.',
    })
  return store.db
    .transaction(() => {
      noteForgotten(store, person.provider, lastingKeys(person), at)
      deleteTraces(store, person)
      startPurge(store)
      return [...new Set([...person.postpressIds, ...lastingValues(person)])]
    })
    .immediate()
}
