import { ApiError } from '../errors.ts'
import { ok, type Reply } from '../reply.ts'
import { wireRelation } from '../wire/relation.ts'
import type { Account } from '../world/accounts.ts'
import { type Attendee, CONTACT } from '../world/attendees.ts'
import { createDice } from '../world/dice.ts'
import { internalIdOf, publicIdOf } from '../world/identity.ts'
import type { World } from '../world/world.ts'
import { liveAccount, type RouteContext, type RouteHandler } from './context.ts'
import { offsetPage } from './pages.ts'

/** GET /users/relations: LinkedIn only, newest first. `filter` keeps relations whose name contains it. */
export const listRelations: RouteHandler = (context) => {
  const { world, query } = context
  const account = liveAccount(context)
  if (account.provider !== 'linkedin')
    throw new ApiError('feature_not_implemented', 'Relations exist on LinkedIn only.')
  const filter = query.get('filter')?.toLowerCase() ?? ''
  const all = world.relations(account.id)
  const relations =
    filter === ''
      ? all
      : all.filter(({ attendee }) => world.person(attendee.person).fullName.toLowerCase().includes(filter))
  return ok(offsetPage('UserRelationsList', relations, query, (relation) => wireRelation(world, relation)))
}

/** Who follows (or is followed by) the owner: most contacts, and nobody else in this world. */
const follows = (world: World, account: Account, direction: 'followers' | 'following'): Attendee[] =>
  world
    .attendees(account.id)
    .filter(
      (attendee) =>
        (attendee.reasons & CONTACT) !== 0 && createDice(world.seed, direction, account.key, attendee.slot).chance(0.8),
    )

const followPage = (
  context: RouteContext,
  direction: 'followers' | 'following',
  providers: readonly string[],
): Reply => {
  const { world, query } = context
  const account = liveAccount(context)
  const { provider } = account
  if (provider === null || !providers.includes(provider))
    throw new ApiError('feature_not_implemented', `The ${direction} list is not available for this provider.`)
  return ok(
    offsetPage('UserFollowersList', follows(world, account, direction), query, (attendee) => {
      const person = world.person(attendee.person)
      return {
        object: 'UserFollower',
        id: internalIdOf(person, provider),
        public_identifier: publicIdOf(person, provider),
        name: world.name(attendee),
        ...(provider === 'linkedin' ? { headline: person.headline } : {}),
      }
    }),
  )
}

/** GET /users/followers: LinkedIn and Instagram. */
export const listFollowers: RouteHandler = (context) => followPage(context, 'followers', ['linkedin', 'instagram'])

/** GET /users/following: Instagram; 501 on LinkedIn. */
export const listFollowing: RouteHandler = (context) => followPage(context, 'following', ['instagram'])
