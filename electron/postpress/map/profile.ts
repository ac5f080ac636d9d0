import type { Product, Provider } from '#shared/domain/providers.ts'
import type { ContactFact, ProfileRecord } from '#shared/domain/records.ts'
import { linkWith } from '#shared/links/url-segment.ts'
import { parseOne } from '../wire/list.ts'
import { WireInstagramUser, WireLinkedinUser, WireTelegramUser, WireWhatsappUser, WireXUser } from '../wire/user.ts'
import { createDetails } from './details.ts'
import { addEmails, addFact, addHandle, addPhones, type Facts, fullName, webLink } from './facts.ts'
import { addLinkedinId, addLinkedinLink, addLinkedinPublicId, addLinkedinUrn } from './linkedin-facts.ts'
import { addTelegramPhone } from './telegram-facts.ts'
import { addJid, readJid } from './whatsapp-jid.ts'

/** What depends on the provider; the rest is the same for all. */
type Body = Pick<ProfileRecord, 'internalId' | 'name' | 'headline' | 'location' | 'profileUrl' | 'networkDistance'> &
  Pick<ProfileRecord, 'contact' | 'details' | 'throttledSections'>

const EMPTY: Omit<Body, 'internalId'> = {
  name: '',
  headline: null,
  location: null,
  profileUrl: null,
  networkDistance: null,
  contact: null,
  details: [],
  throttledSections: [],
}

const contact = (evidence: string): ContactFact => ({ source: 'profile', evidence })

/** One-sided following is open to anybody; who follow each other write to each other without a request. */
const MUTUAL = 'this account and the person follow each other'

const linkedinContact = (wire: WireLinkedinUser): ContactFact | null => {
  if (wire.network_distance === 'FIRST_DEGREE' || wire.network_distance === 'DISTANCE_1')
    return contact(`network distance ${wire.network_distance}`)
  return wire.is_relationship === true ? contact('is a relation: true') : null
}

const linkedin = (answer: unknown, facts: Facts): Body => {
  const wire = parseOne(answer, WireLinkedinUser)
  addLinkedinUrn(facts, wire.member_urn, 'profile')
  addLinkedinUrn(facts, wire.object_urn, 'profile')
  addLinkedinId(facts, wire.provider_id, 'profile')
  addLinkedinPublicId(facts, wire.public_identifier, 'profile')
  addLinkedinLink(facts, wire.public_profile_url, 'profile')
  addEmails(facts, wire.contact_info?.emails ?? [], 'profile')
  addPhones(facts, wire.contact_info?.phones ?? [], 'profile')
  const details = createDetails()
  details.count('Followers', wire.follower_count)
  details.count('Connections', wire.connections_count)
  details.count('Shared connections', wire.shared_connections_count)
  details.text('Invitation', [wire.invitation?.type, wire.invitation?.status].filter((part) => part != null).join(', '))
  details.flag('Premium', wire.is_premium)
  details.flag('Open profile', wire.is_open_profile)
  details.flag('Open to work', wire.is_open_to_work)
  details.text('Websites', wire.websites.join(', '))
  return {
    internalId: wire.provider_id,
    name: fullName(wire.first_name, wire.last_name),
    headline: wire.headline ?? wire.occupation,
    location: wire.location,
    profileUrl: webLink(wire.public_profile_url),
    networkDistance: wire.network_distance,
    contact: linkedinContact(wire),
    details: details.list(),
    throttledSections: wire.throttled_sections,
  }
}

const whatsapp = (answer: unknown, facts: Facts): Body => {
  const { id } = parseOne(answer, WireWhatsappUser)
  addJid(facts, id, 'profile')
  if (facts.size === 0) addFact(facts, { kind: 'internal', value: id, source: 'profile' })
  const jid = readJid(id)
  return {
    ...EMPTY,
    internalId: 'value' in jid ? jid.value : id,
    details: [{ label: 'On WhatsApp', value: 'Yes' }],
  }
}

const instagram = (answer: unknown, facts: Facts): Body => {
  const wire = parseOne(answer, WireInstagramUser)
  const ids = [wire.provider_id, wire.pk].filter((id) => id !== null)
  for (const value of ids) addFact(facts, { kind: 'internal', value, source: 'profile' })
  if (wire.provider_messaging_id !== null)
    addFact(facts, { kind: 'messaging', value: wire.provider_messaging_id, source: 'profile' })
  addHandle(facts, 'public', wire.public_identifier ?? wire.username, 'profile')
  const status = wire.relationship_status
  const details = createDetails()
  details.count('Followers', wire.follower_count)
  details.count('Following', wire.following_count)
  details.flag('Private', wire.is_private)
  details.flag('Verified', wire.is_verified)
  details.flag('Business', wire.is_business)
  details.flag('Followed by this account', status?.following ?? null)
  details.flag('Follows this account', status?.followed_by ?? null)
  return {
    ...EMPTY,
    internalId: ids[0] ?? '',
    name: wire.full_name ?? '',
    headline: wire.biography,
    profileUrl: linkWith('https://www.instagram.com/', wire.public_identifier ?? wire.username),
    // One-sided following is no contact (see attendee.ts).
    contact: status?.following === true && status.followed_by === true ? contact(MUTUAL) : null,
    details: details.list(),
  }
}

const telegram = (answer: unknown, facts: Facts): Body => {
  const wire = parseOne(answer, WireTelegramUser)
  addFact(facts, { kind: 'internal', value: wire.provider_id, source: 'profile' })
  addHandle(facts, 'username', wire.username, 'profile')
  addTelegramPhone(facts, wire.phone, 'profile')
  const details = createDetails()
  details.flag('Contact', wire.contact)
  details.flag('Mutual contact', wire.mutual_contact)
  details.flag('Bot', wire.bot)
  details.flag('Deleted', wire.deleted)
  details.flag('Verified', wire.verified)
  details.flag('Marked as fake', wire.fake)
  details.flag('Restricted', wire.restricted)
  details.flag('Premium', wire.premium)
  const evidence =
    wire.mutual_contact === true ? 'mutual contact: true' : wire.contact === true ? 'contact: true' : null
  return {
    ...EMPTY,
    internalId: wire.provider_id,
    name: fullName(wire.first_name, wire.last_name),
    profileUrl: linkWith('https://t.me/', wire.username),
    contact: evidence === null ? null : contact(evidence),
    details: details.list(),
  }
}

const x = (answer: unknown, facts: Facts): Body => {
  const wire = parseOne(answer, WireXUser)
  addFact(facts, { kind: 'internal', value: wire.id, source: 'profile' })
  addHandle(facts, 'public', wire.screen_name, 'profile')
  const details = createDetails()
  details.count('Followers', wire.followers_count)
  details.count('Following', wire.friends_count)
  details.count('Posts', wire.statuses_count)
  details.flag('Protected', wire.protected)
  details.flag('Verified', wire.verified)
  details.flag('Followed by this account', wire.following)
  details.flag('Follows this account', wire.followed_by)
  return {
    ...EMPTY,
    internalId: wire.id,
    name: wire.name ?? '',
    headline: wire.description,
    location: wire.location,
    contact: wire.following === true && wire.followed_by === true ? contact(MUTUAL) : null,
    profileUrl: linkWith('https://x.com/', wire.screen_name),
    details: details.list(),
  }
}

const READ: Record<Exclude<Provider, 'messenger'>, (answer: unknown, facts: Facts) => Body> = {
  linkedin,
  whatsapp,
  instagram,
  telegram,
  x,
}

/** What a look-up asked for. */
export interface ProfileQuestion {
  accountId: string
  provider: Exclude<Provider, 'messenger'>
  product: Product | null
  /** Epoch ms. */
  at: number
}

/** A profile from `GET /users/{identifier}`. Throws `bad-response` when it carries no id. */
export const mapProfile = (answer: unknown, asked: ProfileQuestion): ProfileRecord => {
  const facts: Facts = new Map()
  const body = READ[asked.provider](answer, facts)
  return {
    ...body,
    accountId: asked.accountId,
    provider: asked.provider,
    product: asked.product,
    identifiers: [...facts.values()],
    fetchedAt: asked.at,
  }
}
