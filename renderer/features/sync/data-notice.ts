import type { Account } from '#shared/domain/accounts.ts'
import type { SyncStatus } from '#shared/domain/sync.ts'
import { plural } from '../../lib/format-number.ts'
import { timeAgo } from '../../lib/format-time.ts'
import { RESOURCE_WORDS } from '../../lib/words.ts'
import { accountTrouble } from './account-trouble.ts'

/** What has to be said about everything on screen; at most one thing at a time. */
export interface DataNotice {
  kind: 'offline' | 'stopped' | 'permission' | 'partial' | 'stale'
  text: string
  /** What the button does; null: nothing here helps. */
  action: 'sync' | 'rest' | 'accounts' | null
}

/** From this age on, names and reasons may well have changed, ms. */
const STALE_MS = 24 * 60 * 60 * 1_000
const MOST_NAMED = 3

const named = (names: string[]): string =>
  names.length <= MOST_NAMED
    ? names.join(', ')
    : `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`

const ageOf = ({ lastContactAt }: SyncStatus, now: number): string =>
  lastContactAt === null ? 'Nothing was synced yet.' : `What is shown is from ${timeAgo(lastContactAt, now)}.`

const partial = (status: SyncStatus, accounts: Account[]): DataNotice | null => {
  const open = status.resources.filter(
    ({ state }) => state === 'failed' || state === 'cancelled' || state === 'interrupted',
  )
  if (open.length === 0) return null
  const nameOf = (id: string): string => accounts.find((account) => account.id === id)?.name ?? 'an account'
  const parts = open.map(({ accountId, resource }) => `${RESOURCE_WORDS[resource]} of ${nameOf(accountId)}`)
  return {
    kind: 'partial',
    text: `${plural(open.length, 'part', 'parts')} not read to the end: ${named(parts)}. What is missing there is unknown, not absent.`,
    action: 'rest',
  }
}

/**
 * The one thing that limits what the window shows: no connection, a run that stopped, an account without permission
 * (when its people are looked at), parts that were not read, or old data. `accountId`: the account that is filtered by.
 */
export const dataNotice = (
  status: SyncStatus,
  accounts: Account[],
  accountId: string | null,
  now: number,
): DataNotice | null => {
  if (status.running) return null
  if (status.connection === 'offline' || status.failure?.kind === 'offline')
    return { kind: 'offline', text: `Offline. ${ageOf(status, now)} Live look-ups need the network.`, action: 'sync' }
  if (status.failure !== null) {
    const { message, advice } = status.failure
    return { kind: 'stopped', text: `${message} ${advice ?? ''} ${ageOf(status, now)}`, action: 'sync' }
  }
  const account = accounts.find(({ id }) => id === accountId)
  const trouble = account === undefined ? null : accountTrouble(account)
  if (account !== undefined && trouble !== null)
    return { kind: 'permission', text: `${trouble.title}. ${account.healthAdvice}`, action: 'accounts' }
  const open = partial(status, accounts)
  if (open !== null) return open
  if (status.lastCompleteAt !== null && now - status.lastCompleteAt > STALE_MS)
    return {
      kind: 'stale',
      text: `Last synced ${timeAgo(status.lastCompleteAt, now)}. Names and reasons may have changed since.`,
      action: 'sync',
    }
  return null
}
