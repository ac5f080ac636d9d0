import { AppError } from '#shared/domain/errors.ts'
import type { AccountRecord, Resource } from '#shared/domain/records.ts'
import type { Checkpoint, Problem } from '../cache/cache.ts'
import type { AccountRef } from '../postpress/map/attendee.ts'
import type { Page } from '../postpress/wire/list.ts'
import { resourcesOf } from './board.ts'
import { createCursorGuard } from './cursor-guard.ts'
import { fetchPage } from './fetch-page.ts'
import { keepContact } from './history.ts'
import { runList, updateList } from './list-run.ts'
import { runMembers, updateMembers } from './members-run.ts'
import { runOwner } from './owner-run.ts'
import type { RunContext } from './run-context.ts'

/** Accounts read at once; the client allows four calls in flight, so one stays free for look-ups. */
const ACCOUNTS_AT_ONCE = 3

/** All accounts of the workspace. Throws what ended the list early: a partial list would make accounts look gone. */
const readAccounts = async (context: RunContext): Promise<{ accounts: AccountRecord[]; problems: Problem[] }> => {
  const guard = createCursorGuard(null)
  const accounts: AccountRecord[] = []
  const problems: Problem[] = []
  let cursor: string | null = null
  do {
    const asked: string | null = cursor
    const page: Page<AccountRecord> = await fetchPage(context, () => context.client.accounts(asked, context.signal), {
      accountId: null,
      spends: false,
    })
    accounts.push(...page.items)
    problems.push(...page.problems)
    const setAside = page.problems.map(({ itemId }) => itemId)
    const { failure } = guard.pass({ ids: page.items.map(({ id }) => id), setAside, cursor: page.cursor })
    if (failure !== null) throw failure
    cursor = page.cursor
  } while (cursor !== null)
  return { accounts, problems }
}

const isMessaging = (account: AccountRecord): account is AccountRecord & AccountRef => account.provider !== null

const HOUR_MS = 60 * 60 * 1_000

/**
 * How long an update may build on the last complete reading. Attendees have no order by time, so they are not updated
 * but read again after this; the relation list costs the account's quota.
 */
const FULL_WITHIN_MS: Record<Resource, number> = {
  attendees: 6 * HOUR_MS,
  chats: 24 * HOUR_MS,
  members: 24 * HOUR_MS,
  relations: 7 * 24 * HOUR_MS,
  followers: 7 * 24 * HOUR_MS,
  following: 7 * 24 * HOUR_MS,
  owner: 24 * HOUR_MS,
}

/** They cost the account's quota, and little depends on them: never read again sooner, whoever asks. */
const RARE: ReadonlySet<Resource> = new Set(['followers', 'following', 'owner'])

/** The complete reading that an update can build on. */
const baseOf = (context: RunContext, account: AccountRef, resource: Resource): Checkpoint | null => {
  const last = context.board.get(account.id, resource)
  const now = context.clock.now()
  // A reading in the future, by a clock that was ahead, is as old as nobody knows.
  if (last?.fullAt == null || last.fullAt > now || (last.readAt ?? 0) > now) return null
  return now - last.fullAt > FULL_WITHIN_MS[resource] ? null : last
}

const readResource = async (context: RunContext, account: AccountRef, resource: Resource): Promise<void> => {
  const last = context.board.get(account.id, resource)
  if (context.depth === 'rest' && last?.state === 'done') return context.board.put(last)
  const base = context.depth === 'update' || RARE.has(resource) ? baseOf(context, account, resource) : null
  if (base !== null && RARE.has(resource)) return context.board.put(base)
  if (resource === 'owner') return runOwner(context, account)
  if (resource === 'members')
    return base === null ? runMembers(context, account) : updateMembers(context, account, base)
  if (base === null) return runList(context, account, resource)
  if (resource === 'attendees') return context.board.put(base)
  return updateList(context, account, { ...base, resource })
}

/** Reads one account. A resource that fails is marked, and the next one is read. */
const runAccount = async (context: RunContext, account: AccountRef): Promise<void> => {
  for (const resource of resourcesOf(account.provider)) {
    if (context.signal.aborted) return
    await readResource(context, account, resource)
  }
}

/** Keeps a few accounts under way until all are read. */
const runAccounts = async (context: RunContext, accounts: AccountRef[]): Promise<void> => {
  const waiting = [...accounts]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await runAccount(context, next)
  }
  await Promise.all(Array.from({ length: ACCOUNTS_AT_ONCE }, work))
}

const noSuchAccount = (): AppError =>
  new AppError('not-found', 'The account is not connected to this workspace any more.', {
    advice: 'Sync the whole workspace to see its accounts of today.',
  })

const someUnreadable = (count: number): AppError =>
  new AppError('bad-response', `postpress sent ${count} account(s) that the app does not understand.`, {
    advice: 'They are left out of the sync. Report it to postpress.',
  })

/**
 * One run: the accounts, then every resource of every messaging account (or of one). Throws what concerns the workspace
 * as a whole; a failed resource is marked in its checkpoint and the others go on.
 */
export const runSync = async (context: RunContext, accountId: string | null): Promise<void> => {
  const { accounts, problems } = await readAccounts(context)
  await context.cache.saveAccounts(accounts, context.clock.now(), problems)
  await keepContact(context.cache, context.board)
  for (const account of accounts) context.changed(account.id)
  const messaging = accounts.filter(isMessaging)
  for (const { id, provider } of messaging) context.board.list(id, provider)
  const wanted = messaging.filter(({ id }) => accountId === null || id === accountId)
  if (accountId !== null && wanted.length === 0) throw noSuchAccount()
  for (const { id, provider } of wanted) context.board.queue(id, provider)
  await runAccounts(context, wanted)
  if (problems.length > 0) throw someUnreadable(problems.length)
}
