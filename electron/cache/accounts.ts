import type { Account } from '#shared/domain/accounts.ts'
import { type AccountRecord, type Health, REASON_KINDS } from '#shared/domain/records.ts'
import { earlierIdsOf, hasAttendees, recogniseReconnected } from './account-succession.ts'
import type { Checkpoint, Problem } from './cache.ts'
import { listsUnder } from './lists.ts'
import { forgetSolved, noteProblems } from './problems.ts'
import { REASON_BITS } from './reasons.ts'
import type { Store } from './statements.ts'
import { totalsOf } from './tallies.ts'

const ADVICE: Record<Health, string> = {
  ok: 'Connected.',
  connecting: 'Connecting: wait a moment and sync again.',
  permissions: 'The provider withdrew permissions: connect the account again and allow everything that is asked.',
  credentials: 'The provider signed the account out: connect it again with its credentials.',
  stopped: 'Stopped by postpress or its owner: start it again.',
  error: 'The provider reports an error: try again later, then connect the account again.',
  unknown: 'postpress reports no state for this account.',
}

interface AccountRow {
  id: string
  provider: Account['provider']
  type: string
  name: string
  health: Health
  sources: string
  products: string
  owner_internal_id: string | null
  owner_public_id: string | null
  owner_phone: string | null
  created_at: number | null
  gone: number
  succeeded_by: string | null
}

/** Upserts the reported accounts; others stay, marked gone (not those set aside), so that their data still browses. */
export const saveAccounts = (store: Store, accounts: AccountRecord[], at: number, setAside: Problem[]): void => {
  store.db
    .transaction(() => {
      noteProblems(store, { accountId: '', resource: 'accounts', generation: at }, setAside, at)
      forgetSolved(store, { accountId: '', resource: 'accounts', generation: at })
      // One that was reported without a readable id may be any of them.
      if (setAside.every(({ itemId }) => itemId !== null))
        store.run(
          'UPDATE accounts SET gone = 1 WHERE id NOT IN (SELECT value FROM json_each(?))',
          JSON.stringify(setAside.map(({ itemId }) => itemId)),
        )
      for (const account of accounts)
        store.run(
          `INSERT INTO accounts (id, provider, type, name, health, sources, products, owner_internal_id, owner_public_id, owner_phone, created_at, gone, seen_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
         ON CONFLICT DO UPDATE SET provider = excluded.provider, type = excluded.type, name = excluded.name, health = excluded.health,
           sources = excluded.sources, products = excluded.products, owner_internal_id = excluded.owner_internal_id,
           owner_public_id = excluded.owner_public_id, owner_phone = excluded.owner_phone, created_at = excluded.created_at,
           gone = 0, seen_at = excluded.seen_at`,
          account.id,
          account.provider,
          account.type,
          account.name,
          account.health,
          JSON.stringify(account.sources),
          JSON.stringify(account.products),
          account.ownerInternalId,
          account.ownerPublicId,
          account.ownerPhone,
          account.createdAt,
          at,
        )
      recogniseReconnected(store, at)
    })
    .immediate()
}

const countsOf = (store: Store, id: string): Account['counts'] => {
  const lists = listsUnder(store, { provider: null, accountId: id })
  const counts = { attendees: 0, contact: 0, chat: 0, group: 0, reported: 0 }
  for (const { reasons, n } of totalsOf(store, lists)) {
    counts.attendees += n
    for (const kind of REASON_KINDS) if ((reasons & REASON_BITS[kind]) !== 0) counts[kind] += n
  }
  return counts
}

/** The oldest complete run over the account's resources; null while one was never completed. */
const lastSyncOf = (checkpoints: Checkpoint[]): number | null => {
  const times = checkpoints.map(({ completedAt }) => completedAt)
  return times.length === 0 || times.includes(null) ? null : Math.min(...times.map(Number))
}

const adviceOf = ({ gone, succeeded_by, health }: AccountRow): string => {
  if (succeeded_by !== null)
    return 'Connected again under another id: these attendees were not reported since. They are deleted after 30 days.'
  return gone === 1 ? 'No longer connected to postpress: what is cached still browses.' : ADVICE[health]
}

/** What the account reports about its owner counts first; its own profile fills the gaps. */
const READ_ACCOUNTS = `
SELECT a.id, a.provider, a.type, a.name, a.health, a.sources, a.products, a.created_at, a.gone, a.succeeded_by,
  coalesce(a.owner_internal_id, o.internal_id) AS owner_internal_id, coalesce(a.owner_public_id, o.public_id) AS owner_public_id,
  coalesce(a.owner_phone, o.phone) AS owner_phone
FROM accounts a LEFT JOIN owners o ON o.account_id = a.id ORDER BY a.provider IS NULL, a.provider, a.name`

/**
 * All accounts, in tab order, with health in words and counts by reason. What an account was before it was connected
 * again is listed only while attendees of then are left.
 */
export const readAccounts = (store: Store, checkpoints: Checkpoint[]): Account[] =>
  store
    .all<AccountRow>(READ_ACCOUNTS)
    .filter(({ id, succeeded_by }) => succeeded_by === null || hasAttendees(store, id))
    .map((row) => ({
      id: row.id,
      provider: row.provider,
      type: row.type,
      name: row.name,
      health: row.gone === 1 ? 'stopped' : row.health,
      healthAdvice: adviceOf(row),
      sources: JSON.parse(row.sources) as Account['sources'],
      products: JSON.parse(row.products) as Account['products'],
      ownerInternalId: row.owner_internal_id,
      ownerPublicId: row.owner_public_id,
      ownerPhone: row.owner_phone,
      createdAt: row.created_at,
      counts: countsOf(store, row.id),
      earlier: earlierIdsOf(store, row.id),
      lastSyncAt: lastSyncOf(checkpoints.filter(({ accountId }) => accountId === row.id)),
    }))
