import { ApiError } from '../errors.ts'
import { ok } from '../reply.ts'
import { wireLinkedinOwner } from '../wire/linkedin-profile.ts'
import { wireMailOwner, wireTelegramProfile, wireXProfile } from '../wire/profiles.ts'
import { liveAccount, type RouteHandler } from './context.ts'

/** GET /users/me: LinkedIn, Telegram, X and mail accounts. */
export const getOwner: RouteHandler = (context) => {
  const { world } = context
  const account = liveAccount(context)
  const owner = world.person(account.owner)
  switch (account.provider) {
    case 'linkedin':
      return ok(wireLinkedinOwner(account, owner))
    case 'telegram':
      return ok(wireTelegramProfile(world, account, owner, 'AccountOwnerProfile'))
    case 'x':
      return ok(wireXProfile(world, account, owner, 'AccountOwnerProfile'))
    case null:
      if (account.type === 'GOOGLE_OAUTH') return ok(wireMailOwner(account))
      throw new ApiError('feature_not_implemented')
    default:
      throw new ApiError('feature_not_implemented', 'The owner profile is not available for this provider.')
  }
}
