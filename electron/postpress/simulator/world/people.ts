import type { Provider } from '#shared/domain/providers.ts'
import { COMPANIES, type Company, EMOJI, ROLES } from './companies.ts'
import { createDice, type Dice, scramble } from './dice.ts'
import { handleOf } from './handles.ts'
import { linkedinId } from './linkedin-id.ts'
import type { Culture } from './names.ts'
import { type NetworkIds, networkIds } from './network-ids.ts'
import { type Name, nameOf, reservePlainNames } from './person-names.ts'
import { phoneNumber } from './phones.ts'

/** A human being of the world, with the identity that each provider would give. */
export interface Person extends NetworkIds {
  index: number
  /** LinkedIn ids are computed when read. */
  readonly classicId: string
  readonly salesNavigatorId: string
  readonly recruiterId: string
  culture: string
  firstName: string
  lastName: string
  /** First and last name in the order and script that the person uses. */
  fullName: string
  /** Full name in Latin letters. */
  latinName: string
  emoji: string
  role: string
  company: Company
  headline: string
  city: string
  /** E.164 with `+`. */
  phone: string
  email: string
  slug: string
  instagramUsername: string
  telegramUsername: string | null
  xHandle: string
  messengerUsername: string
  /** Providers on which the person has an account. */
  on: Record<Provider, boolean>
  /** Not to be reached by strangers: locked, protected or private, in each provider's way. */
  isPrivate: boolean
}

export interface People {
  /** How many people there are: indexes 0 .. count - 1. */
  count: number
  person(index: number): Person
}

/** Ranges of people: [0, 2) own the accounts, [2, coreEnd) are on every provider, [strangersFrom, count) are nobody's attendees. */
export interface Population {
  coreEnd: number
  strangersFrom: number
  count: number
  /** The provider on which the person is somebody's attendee (outside the core); null for strangers. */
  home(index: number): Provider | null
}

const presence = (seed: number, index: number, population: Population): Record<Provider, boolean> => {
  const dice = createDice(seed, 'presence', index)
  const everywhere = index < population.coreEnd
  const home = population.home(index)
  const on = (provider: Provider, probability: number): boolean =>
    dice.chance(probability) || everywhere || home === provider
  return {
    linkedin: on('linkedin', 0.8),
    whatsapp: on('whatsapp', 0.6),
    instagram: on('instagram', 0.45),
    telegram: on('telegram', 0.4),
    x: on('x', 0.35),
    messenger: on('messenger', 0.4),
  }
}

const headlineOf = (dice: Dice, role: string, company: Company, emoji: string): string => {
  const style = dice.below(10)
  if (style === 0) return `${role} @ ${company.name} | Speaker | ${emoji}`
  if (style === 1) return `${role} · ${company.name}`
  if (style === 2) return 'Open to work'
  return `${role} at ${company.name}`
}

/** What the person does and where, apart from names and ids. */
const lifeOf = (dice: Dice, culture: Culture) => {
  const company = dice.pick(COMPANIES)
  const role = dice.pick(ROLES)
  const emoji = dice.pick(EMOJI)
  const headline = headlineOf(dice, role, company, emoji)
  return { company, role, emoji, headline, city: dice.pick(culture.cities) }
}

/** Slug, user names and mail address. Later people carry a suffix that makes them unique. */
const publicNames = (dice: Dice, index: number, { first, last }: Name, plain: boolean, company: Company) => {
  const suffix = scramble(index, 3).toString(36).padStart(4, '0')
  const latinSlug = `${first.slug}-${last.slug}`
  const slug = first.otherScript && dice.chance(0.15) ? `${first.nativeSlug}-${last.nativeSlug}` : latinSlug
  const handle = handleOf(first.letters, last.letters, suffix, plain)
  return {
    email: `${latinSlug.replace('-', '.')}${plain ? '' : suffix}@${company.number}.example`,
    slug: plain ? slug : `${slug}-${suffix}${dice.digits(4)}`,
    instagramUsername: handle.dotted,
    telegramUsername: dice.chance(0.75) || plain ? handle.underscored : null,
    xHandle: handle.short,
    messengerUsername: handle.dotted.replace('_', '.'),
  }
}

/** Generates people on demand: nothing is stored, every call computes the same person again. */
export const createPeople = (seed: number, population: Population): People => {
  const plainNames = reservePlainNames(seed)

  const person = (index: number): Person => {
    const name = nameOf(seed, index)
    const { culture, first, last } = name
    const dice = createDice(seed, 'person', index)
    const ids = networkIds(seed, index)
    const life = lifeOf(dice, culture)
    return {
      ...ids,
      ...life,
      ...publicNames(dice, index, name, plainNames.has(index), life.company),
      index,
      get classicId() {
        return linkedinId(seed, ids.memberNumber, ids.classicNamespace)
      },
      get salesNavigatorId() {
        return linkedinId(seed, ids.memberNumber, 'sales-navigator')
      },
      get recruiterId() {
        return linkedinId(seed, ids.memberNumber, 'recruiter')
      },
      culture: culture.name,
      firstName: first.native,
      lastName: last.native,
      fullName: culture.familyFirst ? `${last.native}${first.native}` : `${first.native} ${last.native}`,
      latinName: `${first.latin} ${last.latin}`,
      phone: phoneNumber(index, dice.pick(culture.countries), dice),
      on: presence(seed, index, population),
      isPrivate: index >= population.strangersFrom && index % 5 === 0,
    }
  }

  return { count: population.count, person }
}
