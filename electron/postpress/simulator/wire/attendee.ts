import type { Provider } from '#shared/domain/providers.ts'
import { type Attendee, CONTACT } from '../world/attendees.ts'
import { createDice } from '../world/dice.ts'
import { publicIdOf } from '../world/identity.ts'
import { networkDistance } from '../world/network-distance.ts'
import type { Person } from '../world/people.ts'
import type { World } from '../world/world.ts'

/** Attendees speak of distances in other words than profiles. */
const DISTANCES = {
  FIRST_DEGREE: 'DISTANCE_1',
  SECOND_DEGREE: 'DISTANCE_2',
  THIRD_DEGREE: 'DISTANCE_3',
  OUT_OF_NETWORK: 'OUT_OF_NETWORK',
} as const

const linkedinSpecifics = (world: World, attendee: Attendee, person: Person): Record<string, unknown> => {
  const distance = networkDistance(world, attendee.account, person)
  const dice = createDice(world.seed, 'contact-info', attendee.account.key, attendee.slot)
  // Contact details are only shown to relations, and only some people fill them in.
  const open = distance === 'FIRST_DEGREE' && (attendee.slot < 12 || dice.chance(0.3))
  return {
    provider: 'LINKEDIN',
    member_urn: `urn:li:member:${person.memberNumber}`,
    occupation: person.headline,
    headline: person.headline,
    location: person.city,
    ...(distance === 'SELF'
      ? world.newerServer
        ? { network_distance: 'SELF' }
        : {}
      : { network_distance: DISTANCES[distance] }),
    pending_invitation: distance !== 'FIRST_DEGREE' && distance !== 'SELF' && dice.chance(0.05),
    ...(open
      ? {
          contact_info: {
            emails: [person.email],
            phone_numbers: [person.phone],
            websites: [],
            social_handles: [{ type: 'TWITTER', name: person.xHandle }],
          },
        }
      : {}),
  }
}

const whatsappSpecifics = ({ whatsappForm }: Attendee, person: Person): Record<string, unknown> => {
  if (whatsappForm === 'jid') return { provider: 'WHATSAPP', phone_number: person.phone }
  if (whatsappForm === 'lid-only') return { provider: 'WHATSAPP' }
  return {
    provider: 'WHATSAPP',
    phone_number: whatsappForm === 'lid-hidden' ? 'hidden' : person.phone,
    lid: person.lid,
  }
}

/** Older clients know LinkedIn's `specifics` only and reject the others: those come from newer servers. */
const specifics = (world: World, attendee: Attendee, person: Person, provider: Provider): Record<string, unknown> => {
  if (provider === 'linkedin') return { specifics: linkedinSpecifics(world, attendee, person) }
  if (!world.newerServer) return {}
  if (provider === 'whatsapp') return { specifics: whatsappSpecifics(attendee, person) }
  if (provider !== 'instagram') return {}
  const contact = (attendee.reasons & CONTACT) !== 0
  const relationship_status = { following: contact, followed_by: contact, has_received_invitation: false }
  return { specifics: { provider: 'INSTAGRAM', public_identifier: person.instagramUsername, relationship_status } }
}

const publicIdentifier = ({ whatsappForm }: Attendee, person: Person, provider: Provider): string | null => {
  if (provider === 'whatsapp' && (whatsappForm === 'lid-hidden' || whatsappForm === 'lid-only')) return null
  return provider === 'telegram' ? person.telegramUsername : publicIdOf(person, provider)
}

const links = (attendee: Attendee, person: Person, provider: Provider): Record<string, string> => {
  switch (provider) {
    case 'linkedin':
      return {
        picture_url: `https://media.licdn.example/dms/image/${person.memberNumber}/profile-displayphoto-shrink_100_100?e=1796256000`,
        profile_url: `https://www.linkedin.com/in/${person.classicId}`,
      }
    case 'whatsapp':
      return { picture_url: `wapp://${attendee.account.id}/${attendee.id}.jpg` }
    case 'instagram':
      return { profile_url: `https://www.instagram.com/${person.instagramUsername}` }
    case 'x':
      return { profile_url: `https://x.com/${person.xHandle}` }
    case 'messenger':
      return { profile_url: `https://www.facebook.com/${person.messengerId}` }
    case 'telegram':
      return {}
  }
}

/** Whether the attendee has a picture (GET /chat_attendees/{id}/picture). */
export const hasPicture = (world: World, attendee: Attendee): boolean =>
  attendee.slot < 12 || createDice(world.seed, 'has-picture', attendee.person).chance(0.7)

/** `ChatAttendee` as the API sends it. */
export const wireAttendee = (world: World, attendee: Attendee): Record<string, unknown> => {
  const person = world.person(attendee.person)
  const provider = attendee.account.provider
  if (provider === null) throw new TypeError('a mail account has no attendees')
  const { picture_url, ...otherLinks } = links(attendee, person, provider)
  return {
    object: 'ChatAttendee',
    id: attendee.id,
    account_id: attendee.account.id,
    provider_id: world.providerId(attendee),
    ...(world.newerServer ? { public_identifier: publicIdentifier(attendee, person, provider) } : {}),
    name: world.name(attendee),
    is_self: attendee.isSelf ? 1 : 0,
    hidden: 0,
    ...(picture_url !== undefined && hasPicture(world, attendee) ? { picture_url } : {}),
    ...otherLinks,
    ...specifics(world, attendee, person, provider),
  }
}
