import type Database from 'better-sqlite3'
import type { ProfileRecord } from '#shared/domain/records.ts'
import { readAccounts, saveAccounts } from './accounts.ts'
import { indexAttendee, saveIdentifier } from './attendees.ts'
import type { CacheMethods, Checkpoint } from './cache.ts'
import { findAcquaintance, findRows } from './find.ts'
import { factKey } from './match-keys.ts'
import { passportOf, unknownPassportOf } from './passport.ts'
import { readRows, toRow } from './rows.ts'
import { saveCheckpoint, savePage } from './save-page.ts'
import { countAttendees, listAttendees } from './search.ts'
import { createStore, type Store } from './statements.ts'

const readCheckpoints = (store: Store): Checkpoint[] =>
  store.all<{ data: string }>('SELECT data FROM checkpoints').map(({ data }) => JSON.parse(data) as Checkpoint)

/** Keeps a live answer, and adds its identifiers to the attendees of the account that are the same person. */
const saveProfile = (store: Store, profile: ProfileRecord): void => {
  const { provider, internalId, accountId, fetchedAt } = profile
  store.run(
    `INSERT INTO profiles (provider, internal_id, account_id, data, fetched_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET data = excluded.data, fetched_at = excluded.fetched_at`,
    provider,
    internalId,
    accountId,
    JSON.stringify(profile),
    fetchedAt,
  )
  const keys = profile.identifiers.map((fact) => factKey(provider, fact))
  for (const key of keys)
    store.run(
      'INSERT OR IGNORE INTO profile_keys (match_key, provider, internal_id, account_id) VALUES (?, ?, ?, ?)',
      key,
      provider,
      internalId,
      accountId,
    )
  const identifying = profile.identifiers.filter(
    ({ kind }) => kind === 'internal' || kind === 'messaging' || kind === 'member-number',
  )
  const rows = identifying.flatMap((fact) =>
    store.all<{ row: number }>(
      'SELECT DISTINCT i.attendee_row AS row FROM identifiers i JOIN attendees a ON a.row = i.attendee_row WHERE i.match_key = ? AND a.provider = ?',
      factKey(provider, fact),
      provider,
    ),
  )
  for (const row of new Set(rows.map(({ row: of }) => of))) {
    for (const fact of profile.identifiers) saveIdentifier(store, row, provider, fact, fetchedAt)
    store.run(
      `UPDATE attendees SET public_id = coalesce(public_id, (SELECT value FROM identifiers WHERE attendee_row = ?1 AND kind IN ('public', 'username') LIMIT 1)) WHERE row = ?1`.replaceAll(
        '?1',
        '@row',
      ),
      { row },
    )
    indexAttendee(store, row)
  }
}

/** Binds every cache method to one connection. Pure SQLite: tested in plain Node. */
export const createMethods = (db: Database.Database): CacheMethods => {
  const store = createStore(db)
  return {
    saveAccounts: (accounts, at) => saveAccounts(store, accounts, at),
    accounts: () => readAccounts(store, readCheckpoints(store)),
    checkpoints: () => readCheckpoints(store),
    saveCheckpoint: (checkpoint) => saveCheckpoint(store, checkpoint),
    savePage: (page) => savePage(store, page),
    chatsWithoutMembers: (accountId, before, limit) =>
      store.all(
        `SELECT id, type FROM chats WHERE account_id = ? AND type <> 'single' AND (members_at IS NULL OR members_at < ?) ORDER BY id LIMIT ?`,
        accountId,
        before,
        limit,
      ),
    saveProfile: (profile) => db.transaction(() => saveProfile(store, profile)).immediate(),
    listAttendees: (query, candidates) => listAttendees(store, query, candidates),
    countAttendees: (query, candidates) => countAttendees(store, query, candidates),
    passport: (attendeeId) => passportOf(store, attendeeId, readCheckpoints(store)),
    findAttendees: (candidate, accountId) => {
      const found = findRows(store, candidate, accountId)
      return readRows(store, [...found.keys()]).map((data) => toRow(data, found.get(data.row) ?? null))
    },
    findAcquaintance: (candidate, accountId) => findAcquaintance(store, candidate, accountId),
    unknownPassport: (profile) => unknownPassportOf(store, profile, readCheckpoints(store)),
    lookupsOn: (day) =>
      Object.fromEntries(
        store
          .all<{ account_id: string; used: number }>('SELECT account_id, used FROM lookups WHERE day = ?', day)
          .map(({ account_id, used }) => [account_id, used]),
      ),
    countLookup: (accountId, day) =>
      store.get<{ used: number }>(
        'INSERT INTO lookups (account_id, day, used) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET used = used + 1 RETURNING used',
        accountId,
        day,
      )?.used ?? 0,
    readFact: (name) => store.get<{ value: string }>('SELECT value FROM facts WHERE name = ?', name)?.value ?? null,
    saveFact: (name, value) =>
      void store.run(
        'INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
        name,
        value,
      ),
  }
}
