import { ApiError } from '../errors.ts'
import { ok } from '../reply.ts'
import { wireCompany } from '../wire/company.ts'
import { findCompany } from '../world/companies.ts'
import { liveAccount, param, type RouteHandler } from './context.ts'
import { notFound } from './pages.ts'

/** GET /linkedin/company/{slug, number or urn} */
export const getCompany: RouteHandler = (context) => {
  const account = liveAccount(context)
  if (account.provider !== 'linkedin') throw new ApiError('invalid_account', 'Company pages need a LinkedIn account.')
  const company = findCompany(param(context, 0))
  if (company === undefined) throw notFound('Company')
  return ok(wireCompany(company))
}
