import type { Account } from '../world/accounts.ts'
import { CONTACT } from '../world/attendees.ts'
import { createDice } from '../world/dice.ts'
import { internalIdOf } from '../world/identity.ts'
import type { Person } from '../world/people.ts'
import type { World } from '../world/world.ts'

const isContact = (world: World, account: Account, person: Person): boolean =>
  world.attendeesOf(person.index).some((own) => own.account === account && (own.reasons & CONTACT) !== 0)

/** A 200 means that the number is on WhatsApp; the id is a lid for everyone whom WhatsApp has moved. */
export const wireWhatsappProfile = (person: Person): Record<string, unknown> => ({
  object: 'UserProfile',
  provider: 'WHATSAPP',
  id: internalIdOf(person, 'whatsapp'),
})

/** Old (`pk`, `username`) and new (`provider_id`, `public_identifier`) fields together. */
export const wireInstagramProfile = (world: World, person: Person): Record<string, unknown> => {
  const dice = createDice(world.seed, 'instagram-profile', person.index)
  const picture = `https://scontent.cdninstagram.example/${person.instagramId}.jpg`
  return {
    object: 'UserProfile',
    provider: 'INSTAGRAM',
    provider_id: person.instagramId,
    provider_messaging_id: person.instagramMessagingId,
    public_identifier: person.instagramUsername,
    pk: Number(person.instagramId),
    username: person.instagramUsername,
    full_name: person.fullName,
    profile_picture_url: picture,
    profile_pic_url: picture,
    biography: person.isPrivate ? '' : `${person.role} ${person.emoji}`,
    follower_count: dice.below(9_000),
    following_count: dice.below(1_500),
    is_verified: dice.chance(0.02),
    is_business: dice.chance(0.15),
    is_private: person.isPrivate,
  }
}

/** Telegram profile; private people hide phone and user name. */
export const wireTelegramProfile = (
  world: World,
  account: Account,
  person: Person,
  object: string,
): Record<string, unknown> => {
  const contact = isContact(world, account, person)
  const self = account.owner === person.index
  const visible =
    contact || self || (!person.isPrivate && createDice(world.seed, 'telegram-phone', person.index).chance(0.5))
  return {
    object,
    provider: 'TELEGRAM',
    provider_id: person.telegramId,
    first_name: person.firstName,
    last_name: person.lastName,
    username: person.isPrivate ? null : person.telegramUsername,
    phone: visible ? person.phone.slice(1) : null,
    profile_picture_url: '',
    self,
    contact,
    mutual_contact: contact && person.index % 2 === 0,
    deleted: false,
    bot: false,
    verified: false,
    fake: false,
    restricted: false,
    premium: person.index % 9 === 0,
    status: null,
    restriction_reason: null,
    lang_code: null,
  }
}

/** X profile; protected people still show who they are. */
export const wireXProfile = (
  world: World,
  account: Account,
  person: Person,
  object: string,
): Record<string, unknown> => {
  const dice = createDice(world.seed, 'x-profile', person.index)
  const contact = isContact(world, account, person)
  return {
    object,
    provider: 'TWITTER',
    id: person.xId,
    name: person.latinName,
    screen_name: person.xHandle,
    location: person.city,
    description: person.isPrivate ? null : person.headline,
    url: null,
    entities: { description: { urls: [] } },
    protected: person.isPrivate,
    verified: dice.chance(0.05),
    followers_count: dice.below(20_000),
    friends_count: dice.below(2_000),
    listed_count: dice.below(40),
    favourites_count: dice.below(9_000),
    statuses_count: dice.below(30_000),
    created_at: new Date(world.now - dice.between(200, 5_000) * 86_400_000).toUTCString(),
    profile_image_url_https: `https://pbs.twimg.example/profile_images/${person.xId}.png`,
    default_profile: true,
    default_profile_image: false,
    withheld_in_countries: [],
    following: contact,
    followed_by: contact,
  }
}

/** Owner of a Google mail account. */
export const wireMailOwner = (account: Account): Record<string, unknown> => ({
  object: 'AccountOwnerProfile',
  provider: 'GMAIL',
  email: account.name,
  messages_total: 18_204,
  threads_total: 7_311,
  aliases: [{ email: account.name, is_primary: true, is_default: true }],
})
