import type { Provider } from '#shared/domain/providers.ts'
import { COMPANIES, type Company, EMOJI, ROLES } from './companies.ts'
import { createDice, type Dice, scramble } from './dice.ts'
import { fold, handleOf, slugOf } from './handles.ts'
import { CULTURES, type Culture } from './names.ts'
import { linkedinId } from './linkedin-id.ts'
import { type NetworkIds, networkIds } from './network-ids.ts'
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

const OWNERS = [
  { first: 'Ada', last: 'Lindqvist', culture: 'nordic' },
  { first: 'Tomás', last: 'Herrera', culture: 'spanish' },
] as const

/** People this early get their plain name as slug and handle when it is free; later ones carry a suffix. */
const FIRST_COMERS = 400

interface Part {
  native: string
  latin: string
  slug: string
  nativeSlug: string
  /** Latin letters only. */
  letters: string
  /** Not written in Latin letters. */
  otherScript: boolean
}

const parts = new Map<string, Part>()

/** Native and Latin form of one word of the name lists; folding is slow enough to remember. */
const partOf = (word: string): Part => {
  const known = parts.get(word)
  if (known !== undefined) return known
  const [native = '', latin = fold(native)] = word.replace('-', ' ').split('/')
  const part: Part = {
    native,
    latin,
    slug: slugOf(latin),
    nativeSlug: slugOf(native),
    letters: latin.toLowerCase().replace(/[^a-z]/g, ''),
    otherScript: /^[^\p{Script=Latin}]/u.test(native),
  }
  parts.set(word, part)
  return part
}

const WEIGHT = CULTURES.reduce((sum, culture) => sum + culture.weight, 0)

const pickCulture = (dice: Dice): Culture => {
  let left = dice.below(WEIGHT)
  const found = CULTURES.find((culture) => {
    left -= culture.weight
    return left < 0
  })
  return found ?? dice.pick(CULTURES)
}

interface Name {
  culture: Culture
  first: Part
  last: Part
}

const nameOf = (seed: number, index: number): Name => {
  const dice = createDice(seed, 'name', index)
  const owner = OWNERS[index]
  const drawn = pickCulture(dice)
  const culture = CULTURES.find((candidate) => candidate.name === owner?.culture) ?? drawn
  const first = partOf(owner?.first ?? dice.pick(culture.first))
  const last = partOf(owner?.last ?? dice.pick(culture.last))
  return { culture, first, last }
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

/** Names of first comers that are already taken, so that a plain slug or handle is unique. */
const reserve = (seed: number): Set<number> => {
  const taken = new Set<string>()
  const plain = new Set<number>()
  for (let index = 0; index < FIRST_COMERS; index += 1) {
    const { first, last } = nameOf(seed, index)
    const slug = `${first.slug}-${last.slug}`
    if (taken.has(slug)) continue
    taken.add(slug)
    plain.add(index)
  }
  return plain
}

/** Generates people on demand: nothing is stored, every call computes the same person again. */
export const createPeople = (seed: number, population: Population): People => {
  const plainNames = reserve(seed)

  const person = (index: number): Person => {
    const { culture, first, last } = nameOf(seed, index)
    const dice = createDice(seed, 'person', index)
    const ids = networkIds(seed, index)
    const plain = plainNames.has(index)
    const suffix = scramble(index, 3).toString(36).padStart(4, '0')
    const company = dice.pick(COMPANIES)
    const role = dice.pick(ROLES)
    const emoji = dice.pick(EMOJI)
    const latinSlug = `${first.slug}-${last.slug}`
    const slug = first.otherScript && dice.chance(0.15) ? `${first.nativeSlug}-${last.nativeSlug}` : latinSlug
    const handle = handleOf(first.letters, last.letters, suffix, plain)
    return {
      ...ids,
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
      emoji,
      role,
      company,
      headline: headlineOf(dice, role, company, emoji),
      city: dice.pick(culture.cities),
      phone: phoneNumber(index, dice.pick(culture.countries), dice),
      email: `${latinSlug.replace('-', '.')}${plain ? '' : suffix}@${company.number}.example`,
      slug: plain ? slug : `${slug}-${suffix}${dice.digits(4)}`,
      instagramUsername: handle.dotted,
      telegramUsername: dice.chance(0.75) || index < population.coreEnd ? handle.underscored : null,
      xHandle: handle.short,
      messengerUsername: handle.dotted.replace('_', '.'),
      on: presence(seed, index, population),
      isPrivate: index >= population.strangersFrom && index % 5 === 0,
    }
  }

  return { count: population.count, person }
}
