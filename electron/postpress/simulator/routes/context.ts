import { ApiError } from '../errors.ts'
import { requiredParameter } from '../parameters.ts'
import type { Reply } from '../reply.ts'
import type { Account } from '../world/accounts.ts'
import type { World } from '../world/world.ts'

/** What a route gets: decoded path parameters and query, and a way to say which account the call is about. */
export interface RouteContext {
  world: World
  params: readonly string[]
  query: URLSearchParams
  /** Counts the call for this account. */
  about(accountId: string): void
}

export type RouteHandler = (context: RouteContext) => Reply

/**
 * The account of a live call (`/users/*`, `/linkedin/*`). Throws 400 without `account_id`, 404 for an unknown account, 401
 * `disconnected_account` when the provider session is gone.
 */
export const liveAccount = ({ world, query, about }: RouteContext): Account => {
  const id = requiredParameter(query, 'account_id')
  const account = world.account(id)
  if (account === undefined) throw new ApiError('resource_not_found', 'Account not found.')
  about(account.id)
  if (account.status !== 'OK')
    throw new ApiError('disconnected_account', 'The account is disconnected from the provider service.')
  return account
}

/** A path parameter. The route table guarantees that it is there. */
export const param = ({ params }: RouteContext, index: number): string => {
  const value = params[index]
  if (value === undefined) throw new ApiError('malformed_request')
  return value
}
