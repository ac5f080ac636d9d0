import type { Provider } from '#shared/domain/providers.ts'
import type { Attendee } from './attendees.ts'
import { createDice } from './dice.ts'
import { jidOf } from './network-ids.ts'
import type { Person } from './people.ts'
import { spacedPhone } from './phones.ts'

/** The id by which a provider (and postpress) refers to the person today. */
export const internalIdOf = (person: Person, provider: Provider): string => {
  switch (provider) {
    case 'linkedin':
      return person.classicId
    case 'whatsapp':
      return person.lid ?? jidOf(person.phone)
    case 'instagram':
      return person.instagramMessagingId
    case 'telegram':
      return person.telegramId
    case 'x':
      return person.xId
    case 'messenger':
      return person.messengerId
  }
}

/** What people share to be found: slug, jid, user name, phone (Telegram), handle. */
export const publicIdOf = (person: Person, provider: Provider): string => {
  switch (provider) {
    case 'linkedin':
      return person.slug
    case 'whatsapp':
      return jidOf(person.phone)
    case 'instagram':
      return person.instagramUsername
    case 'telegram':
      return person.phone.slice(1)
    case 'x':
      return person.xHandle
    case 'messenger':
      return person.messengerUsername
  }
}

/** `provider_id` of an attendee: WhatsApp accounts can know the same person by phone id or by lid. */
export const attendeeProviderId = (attendee: Attendee, person: Person, provider: Provider): string =>
  provider === 'whatsapp' && attendee.whatsappForm === 'jid' ? jidOf(person.phone) : internalIdOf(person, provider)

const hidesPhone = ({ whatsappForm }: Attendee): boolean => whatsappForm === 'lid-only' || whatsappForm === 'lid-hidden'

/** The name that the provider reports for an attendee: may be empty, a phone number, or carry an emoji. */
export const attendeeName = (seed: number, attendee: Attendee, person: Person, provider: Provider): string => {
  // The owner and the first slots have plain names: tests look people up by them.
  if (attendee.slot < 12) return provider === 'x' ? person.latinName : person.fullName
  const dice = createDice(seed, 'attendee-name', attendee.account.key, attendee.slot)
  const roll = dice.below(100)
  if (provider === 'linkedin') return roll < 1 ? 'LinkedIn Member' : `${person.firstName} ${person.lastName}`
  if (provider === 'whatsapp' && roll < 6) return hidesPhone(attendee) ? '' : spacedPhone(person.phone)
  if (roll < 2) return ''
  if (roll < 14) return `${person.firstName} ${person.emoji}`
  if (roll < 24) return person.firstName
  return roll < 40 ? person.latinName : person.fullName
}
