import { ApiError } from './errors.ts'
import { getAccount, listAccounts } from './routes/accounts.ts'
import { getAttendee, getPicture, listAttendees } from './routes/attendees.ts'
import { getChat, listAttendeeChats, listChats, listMembers } from './routes/chats.ts'
import { getCompany } from './routes/company.ts'
import type { RouteHandler } from './routes/context.ts'
import { getOwner } from './routes/owner.ts'
import { getProfile } from './routes/profiles.ts'
import { listFollowers, listFollowing, listRelations } from './routes/relations.ts'

/** Names of the routes in call counters and faults. */
export const ROUTE_NAMES = [
  'accounts',
  'account',
  'attendees',
  'attendee',
  'picture',
  'attendee-chats',
  'chats',
  'chat',
  'members',
  'me',
  'relations',
  'followers',
  'following',
  'profile',
  'company',
] as const
export type RouteName = (typeof ROUTE_NAMES)[number]

interface Route {
  name: RouteName
  /** Segments after /api/v1; `*` is a parameter. Earlier routes win. */
  path: readonly string[]
  handle: RouteHandler
}

const route = (name: RouteName, path: string, handle: RouteHandler): Route => ({ name, path: path.split('/'), handle })

const ROUTES: readonly Route[] = [
  route('accounts', 'accounts', listAccounts),
  route('account', 'accounts/*', getAccount),
  route('attendees', 'chat_attendees', listAttendees),
  route('attendee', 'chat_attendees/*', getAttendee),
  route('picture', 'chat_attendees/*/picture', getPicture),
  route('attendee-chats', 'chat_attendees/*/chats', listAttendeeChats),
  route('chats', 'chats', listChats),
  route('chat', 'chats/*', getChat),
  route('members', 'chats/*/attendees', listMembers),
  route('me', 'users/me', getOwner),
  route('relations', 'users/relations', listRelations),
  route('followers', 'users/followers', listFollowers),
  route('following', 'users/following', listFollowing),
  route('profile', 'users/*', getProfile),
  route('company', 'linkedin/company/*', getCompany),
]

export interface MatchedRoute {
  name: RouteName
  handle: RouteHandler
  params: string[]
}

/** The route of a path below /api/v1, with decoded parameters. Throws 404 when there is none, 400 for bad percent-encoding. */
export const matchRoute = (path: string): MatchedRoute => {
  const segments = path.split('/').filter((segment, index) => index > 0 || segment !== '')
  const matched = ROUTES.find(
    (candidate) =>
      candidate.path.length === segments.length &&
      candidate.path.every((part, index) => (part === '*' ? segments[index] !== '' : part === segments[index])),
  )
  if (matched === undefined) throw new ApiError('resource_not_found', 'Cannot find this route.')
  const params = segments.filter((_, index) => matched.path[index] === '*').map(decode)
  return { name: matched.name, handle: matched.handle, params }
}

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw new ApiError('malformed_request', 'The path is not valid percent-encoding.')
  }
}
