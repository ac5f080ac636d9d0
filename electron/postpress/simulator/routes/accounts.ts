import { ok } from '../reply.ts'
import { wireAccount } from '../wire/account.ts'
import { param, type RouteHandler } from './context.ts'
import { continueAfter, keyPage, notFound, pageRequest } from './pages.ts'

/** GET /accounts */
export const listAccounts: RouteHandler = ({ world, query }) => {
  const request = pageRequest(query)
  const after = continueAfter(request)
  const start = after === null ? 0 : world.accounts.findIndex((account) => account.id === after.last_id) + 1
  const page = world.accounts.slice(start, start + request.limit)
  return ok(
    keyPage(
      'AccountList',
      page,
      request,
      {},
      (last) => ({ last_id: last.id }),
      (account) => wireAccount(world, account),
    ),
  )
}

/** GET /accounts/{id} */
export const getAccount: RouteHandler = (context) => {
  const account = context.world.account(param(context, 0))
  if (account === undefined) throw notFound('Account')
  context.about(account.id)
  return ok(wireAccount(context.world, account))
}
