import { ApiError } from '../errors.ts'
import { wordParameter } from '../parameters.ts'
import { ok, type Reply } from '../reply.ts'
import {
  LINKEDIN_APIS,
  LINKEDIN_SECTIONS,
  type LinkedinSection,
  wireLinkedinProfile,
} from '../wire/linkedin-profile.ts'
import { wireInstagramProfile, wireTelegramProfile, wireWhatsappProfile, wireXProfile } from '../wire/profiles.ts'
import type { Account } from '../world/accounts.ts'
import { looksLikeLinkedinId, readLinkedinId } from '../world/linkedin-id.ts'
import { networkDistance } from '../world/network-distance.ts'
import type { Person } from '../world/people.ts'
import { liveAccount, param, type RouteContext, type RouteHandler } from './context.ts'
import { notFound } from './pages.ts'

const unreachable = (detail: string): ApiError => new ApiError('invalid_recipient', detail)

const sectionsOf = (query: URLSearchParams): LinkedinSection[] =>
  query
    .getAll('linkedin_sections')
    .flatMap((text) => text.split(','))
    .map((text) => {
      const section = LINKEDIN_SECTIONS.find((known) => known === text)
      if (section === undefined) throw new ApiError('invalid_parameters', `Unknown linkedin_sections value: ${text}.`)
      return section
    })

const linkedinProfile = ({ world, query }: RouteContext, account: Account, identifier: string): Reply => {
  const api = wordParameter(query, 'linkedin_api', LINKEDIN_APIS)
  const sections = sectionsOf(query)
  if (api !== undefined && !account.features.includes(api))
    throw new ApiError('feature_not_subscribed', `The account has no ${api} subscription.`)
  const byId = looksLikeLinkedinId(identifier)
  if (byId && readLinkedinId(identifier) === null) throw new ApiError('invalid_parameters', 'Malformed LinkedIn id.')
  const person = world.directory.find('linkedin', identifier)
  if (person === undefined) throw notFound('User')
  const distance = networkDistance(world, account, person)
  if (person.isPrivate) throw unreachable('The profile is locked.')
  // Sales Navigator finds strangers by its own ids only.
  if (api === 'sales_navigator' && !byId && distance === 'OUT_OF_NETWORK')
    throw unreachable('Out of network: use the id.')
  return ok(wireLinkedinProfile(world, account, person, api, sections))
}

const NOT_PEOPLE = /@(g\.us|newsletter|broadcast)$/
const WHATSAPP_ID = /^(\+?\d{6,15}|\d{6,15}@(s\.whatsapp\.net|c\.us)|\d{6,20}@lid)$/

const whatsappProfile = ({ world }: RouteContext, identifier: string): Reply => {
  if (NOT_PEOPLE.test(identifier)) throw unreachable('Not a person.')
  if (!WHATSAPP_ID.test(identifier)) throw new ApiError('invalid_parameters', 'Not a WhatsApp phone number or id.')
  const person = world.directory.find('whatsapp', identifier)
  if (person !== undefined) return ok(wireWhatsappProfile(person))
  // Servers differ: some say not found, some say unreachable.
  const digits = identifier.replace(/\D/g, '')
  throw Number(digits.at(-1)) % 2 === 0 ? notFound('User') : unreachable('The number is not registered on WhatsApp.')
}

const found = (person: Person | undefined): Person => {
  if (person === undefined) throw notFound('User')
  return person
}

/** GET /users/{identifier} */
export const getProfile: RouteHandler = (context) => {
  const { world } = context
  const account = liveAccount(context)
  const identifier = param(context, 0)
  switch (account.provider) {
    case 'linkedin':
      return linkedinProfile(context, account, identifier)
    case 'whatsapp':
      return whatsappProfile(context, identifier)
    case 'instagram':
      return ok(wireInstagramProfile(world, found(world.directory.find('instagram', identifier))))
    case 'telegram':
      return ok(wireTelegramProfile(world, account, found(world.directory.find('telegram', identifier)), 'UserProfile'))
    case 'x':
      return ok(wireXProfile(world, account, found(world.directory.find('x', identifier)), 'UserProfile'))
    case 'messenger':
      throw new ApiError('feature_not_implemented', 'Profiles are not available for Messenger.')
    case null:
      throw new ApiError('invalid_account', 'This account type has no users.')
  }
}
