import type { Account } from '#shared/domain/accounts.ts'
import { listsUnder } from './lists.ts'
import type { Store } from './statements.ts'
import { adoptFrom } from './succession.ts'
import { totalsOf } from './tallies.ts'

/** Whether the cache holds attendees of the account. */
export const hasAttendees = (store: Store, accountId: string): boolean =>
  totalsOf(store, listsUnder(store, { provider: null, accountId })).some(({ n }) => n > 0)

const rowsOf = (store: Store, accountId: string): number[] =>
  store
    .all<{ row: number }>(
      'SELECT row FROM facets WHERE list_no IN (SELECT no FROM lists WHERE account_id = ?)',
      accountId,
    )
    .map(({ row }) => row)

/** Accounts that became this one and still have attendees of their own. */
export const earlierAccounts = (store: Store, accountId: string): Set<string> =>
  new Set(
    store
      .all<{ id: string }>('SELECT id FROM accounts WHERE succeeded_by = ?', accountId)
      .map(({ id }) => id)
      .filter((id) => hasAttendees(store, id)),
  )

const succeedAccount = (store: Store, earlier: string, later: string, at: number): void => {
  store.run('UPDATE accounts SET succeeded_by = ?, succeeded_at = ? WHERE id = ?', later, at, earlier)
  store.run('UPDATE accounts SET succeeded_by = ? WHERE succeeded_by = ?', later, earlier)
  // The provider counts look-ups per user, not per connection.
  store.run(
    `INSERT INTO lookups (account_id, day, used) SELECT ?, day, used FROM lookups WHERE account_id = ?
     ON CONFLICT DO UPDATE SET used = used + excluded.used`,
    later,
    earlier,
  )
  store.run('DELETE FROM lookups WHERE account_id = ?', earlier)
  // Both were connected side by side for a while: the later one may have synced already.
  if (hasAttendees(store, later)) adoptFrom(store, earlierAccounts(store, later), rowsOf(store, later), at)
}

/**
 * An account that is gone and one that is connected with the same owner on the same provider are one account that was
 * connected again: postpress gave it and everything in it new ids. One that is reported again succeeds nobody and is
 * succeeded by nobody.
 */
export const recogniseReconnected = (store: Store, at: number): void => {
  store.run('UPDATE accounts SET succeeded_by = NULL, succeeded_at = NULL WHERE gone = 0 AND succeeded_by IS NOT NULL')
  const pairs = store.all<{ earlier: string; later: string }>(
    `SELECT old.id AS earlier, new.id AS later FROM accounts old JOIN accounts new
       ON new.gone = 0 AND new.provider = old.provider
       AND (new.owner_internal_id = old.owner_internal_id OR new.owner_phone = old.owner_phone OR
            (new.owner_public_id = old.owner_public_id AND (new.owner_internal_id IS NULL OR old.owner_internal_id IS NULL)))
     WHERE old.gone = 1 AND old.succeeded_by IS NULL
     ORDER BY new.created_at DESC, new.id`,
  )
  const done = new Set<string>()
  for (const { earlier, later } of pairs) {
    if (done.has(earlier)) continue
    done.add(earlier)
    succeedAccount(store, earlier, later, at)
  }
}

/** Ids that the account had before it was connected again, latest first. */
export const earlierIdsOf = (store: Store, accountId: string): Account['earlier'] =>
  store.all(
    'SELECT id, succeeded_at AS until FROM accounts WHERE succeeded_by = ? ORDER BY succeeded_at DESC, id',
    accountId,
  )

/** Drops what is left of an earlier account once nobody of it is left. Its row stays: it is the account's history. */
export const dropEmptied = (store: Store, accountId: string): void => {
  for (const { id } of store.all<{ id: string }>('SELECT id FROM accounts WHERE succeeded_by = ?', accountId)) {
    if (hasAttendees(store, id)) continue
    store.run('DELETE FROM members WHERE chat_id IN (SELECT id FROM chats WHERE account_id = ?)', id)
    for (const table of ['chats', 'relations', 'follows', 'owners', 'checkpoints', 'problems'])
      store.run(`DELETE FROM ${table} WHERE account_id = ?`, id)
  }
}
