import type Database from 'better-sqlite3'
import type { ProfileRecord } from '#shared/domain/records.ts'
import { eraseSetAside } from '../storage/set-aside.ts'
import { readAccounts, saveAccounts } from './accounts.ts'
import { addIdentifiers } from './attendees.ts'
import type { CacheMethods, Checkpoint } from './cache.ts'
import { countUnseen, readDeparted } from './departures.ts'
import { findAcquaintance, findRows } from './find.ts'
import { forgetPerson, previewForget } from './forget.ts'
import {
  allowAgain,
  forgottenWith,
  isForgottenProfile,
  keepForgotten,
  readForgotten,
  restoreForgotten,
} from './forgotten.ts'
import { storedOf } from './identifiers.ts'
import { identifiersOf } from './identifiers-of.ts'
import { rowsOfKey } from './keys.ts'
import { candidateKeys, keyOf, keyText } from './match-keys.ts'
import { readOverview } from './overview.ts'
import { passportOf } from './passport/passport.ts'
import { unknownPassportOf } from './passport/unknown-passport.ts'
import { readProblems } from './problems.ts'
import { isPurging } from './purge.ts'
import { keepRaw, profileWithoutRaw, rawKeeping, rawOf, saveRawProfile } from './raw.ts'
import { retain } from './retention.ts'
import { readRows, toRow } from './rows.ts'
import { readRuns, saveRun } from './runs.ts'
import { saveCheckpoint, savePages } from './save-page.ts'
import { countAttendees, lettersUnder, listAttendees } from './search.ts'
import { nameGroups, soleMembers, soleSlice } from './sole-groups.ts'
import { createStore, type Store } from './statements.ts'
import { subjectData } from './subject.ts'

const readCheckpoints = (store: Store): Checkpoint[] =>
  store.all<{ data: string }>('SELECT data FROM checkpoints').map(({ data }) => JSON.parse(data) as Checkpoint)

/** One person is an attendee once per account. */
const MOST_SAME = 500

/** Keeps a live answer, and adds its identifiers to the attendees of the account that are the same person. */
const saveProfile = (store: Store, profile: ProfileRecord): void => {
  if (isForgottenProfile(store, profile)) return
  const { provider, internalId, accountId, fetchedAt } = profile
  store.run(
    `INSERT INTO profiles (provider, internal_id, account_id, data, fetched_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET data = excluded.data, fetched_at = excluded.fetched_at`,
    provider,
    internalId,
    accountId,
    JSON.stringify(profileWithoutRaw(profile)),
    fetchedAt,
  )
  saveRawProfile(store, profile)
  for (const fact of profile.identifiers)
    store.run(
      'INSERT OR IGNORE INTO profile_keys (match_key, provider, internal_id, account_id) VALUES (?, ?, ?, ?)',
      keyText(keyOf(provider, fact)),
      provider,
      internalId,
      accountId,
    )
  const identifying = profile.identifiers.filter(
    ({ kind }) => kind === 'internal' || kind === 'messaging' || kind === 'member-number',
  )
  const rows = identifying.flatMap((fact) => rowsOfKey(store, keyOf(provider, fact), MOST_SAME))
  const news = profile.identifiers.map((fact) => storedOf(fact, fetchedAt))
  for (const row of new Set(rows)) addIdentifiers(store, provider, row, news)
}

/** Binds every cache method to one connection. Pure SQLite: tested in plain Node. */
export const createMethods = (db: Database.Database): CacheMethods => {
  const store = createStore(db)
  return {
    saveAccounts: (accounts, at, setAside = []) => saveAccounts(store, accounts, at, setAside),
    accounts: () => readAccounts(store, readCheckpoints(store)),
    overview: () => readOverview(store),
    checkpoints: () => readCheckpoints(store),
    saveCheckpoint: (checkpoint) => saveCheckpoint(store, checkpoint),
    savePage: (page) => savePages(store, [page]),
    saveRun: (run) => saveRun(store, run),
    syncReport: () => ({ runs: readRuns(store), problems: readProblems(store), departed: readDeparted(store) }),
    chatsWithoutMembers: (accountId, before, limit) =>
      store.all(
        `SELECT id, type FROM chats WHERE account_id = ? AND type <> 'single' AND (members_at IS NULL OR members_at < coalesce(?, last_message_at))
         ORDER BY id LIMIT ?`,
        accountId,
        before,
        limit,
      ),
    countUnseen: (accountId, resource, generation) => countUnseen(store, { accountId, resource, generation }),
    saveProfile: (profile) => db.transaction(() => saveProfile(store, profile)).immediate(),
    listAttendees: (query, candidates) => listAttendees(store, query, candidates),
    countAttendees: (query, candidates) => countAttendees(store, query, candidates),
    lettersOf: (query) => lettersUnder(store, query),
    passport: (attendeeId) => passportOf(store, attendeeId, readCheckpoints(store)),
    findAttendees: (candidate, accountId) => {
      const found = findRows(store, candidate, accountId)
      return readRows(store, [...found.keys()]).map((data) => toRow(data, found.get(data.row) ?? null))
    },
    findAcquaintance: (candidate, accountId) => findAcquaintance(store, candidate, accountId),
    identifiersOf: (candidate) => identifiersOf(store, candidate),
    soleSlice: (from, size) => soleSlice(store, from, size),
    nameGroups: (counts) => nameGroups(store, counts),
    soleMembers: (chatId, limit) => soleMembers(store, chatId, limit),
    rawKeeping: () => rawKeeping(store),
    keepRaw: (on) => keepRaw(store, on),
    rawOf: (subject) => rawOf(store, subject),
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
    previewForget: (attendeeId) => previewForget(store, attendeeId),
    forgetPerson: (attendeeId, at) => {
      const forgotten = forgetPerson(store, attendeeId, at)
      // A damaged cache that was set aside still holds the person.
      eraseSetAside(db.name)
      return forgotten
    },
    forgottenPeople: () => readForgotten(store),
    forgottenAs: (candidates) => forgottenWith(store, candidates.flatMap(candidateKeys)),
    allowAgain: (numbers) => allowAgain(store, numbers),
    keepForgotten: () => keepForgotten(store),
    restoreForgotten: (kept) => restoreForgotten(store, kept),
    retain: (before, now) => retain(store, before, now),
    isPurging: () => isPurging(store),
    subjectData: (attendeeId) => subjectData(store, attendeeId),
    readFact: (name) => store.get<{ value: string }>('SELECT value FROM facts WHERE name = ?', name)?.value ?? null,
    saveFact: (name, value) =>
      void store.run(
        'INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
        name,
        value,
      ),
  }
}
