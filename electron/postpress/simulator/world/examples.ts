import { PROVIDERS, type Provider } from '#shared/domain/providers.ts'
import type { AccountKey } from './accounts.ts'
import type { Attendee, WhatsappForm } from './attendees.ts'
import { COMPANIES, type Company } from './companies.ts'
import { CAPACITY, createDice } from './dice.ts'
import { internalIdOf, publicIdOf } from './identity.ts'
import { jidOf } from './network-ids.ts'
import type { Person, Population } from './people.ts'
import { phoneNumber } from './phones.ts'
import { networkDistance } from './network-distance.ts'
import type { ReasonName, World } from './world.ts'

/** Someone at a provider: what a test needs to search, resolve and compare. */
export interface UserExample {
  provider: Provider
  person: Person
  name: string
  internalId: string
  publicId: string
}

export interface AttendeeExample extends UserExample {
  attendee: Attendee
  attendeeId: string
  accountId: string
  /** `provider_id` as the API lists it. */
  providerId: string
  /** Names of the groups that the attendee shares with the account; null for a nameless group. */
  groups: (string | null)[]
}

/** Picks people of the world for tests. Every method throws a RangeError when the world has nobody like that. */
export interface Examples {
  /** Known through exactly this reason, and by one account of the provider only. */
  knownOnlyBy(reason: ReasonName, provider: Provider): AttendeeExample
  /** Known through all three reasons. */
  knownByAll(provider: Provider): AttendeeExample
  inSeveralGroups(provider: Provider): AttendeeExample
  /** The same person as attendee of at least two LinkedIn accounts. */
  onBothLinkedinAccounts(): [AttendeeExample, AttendeeExample]
  /** One person who is an attendee on at least `providers` providers. */
  onSeveralProviders(providers?: number): AttendeeExample[]
  whatsapp(form: WhatsappForm): AttendeeExample
  /** The same person as `@lid` on one account and `@s.whatsapp.net` on the other. */
  lidHereJidThere(): [AttendeeExample, AttendeeExample]
  /** The provider reports an empty name. */
  nameless(): AttendeeExample
  self(key: AccountKey): AttendeeExample
  /** A real user whom no account knows. */
  unknownUser(provider: Provider): UserExample
  /** A real, unknown user who is locked, protected or private. */
  privateUser(provider: Provider): UserExample
  /** An unknown LinkedIn user out of the network of every LinkedIn account. */
  outOfNetwork(): UserExample
  /** Valid E.164 number that nobody has. */
  phoneNotOnWhatsapp(): string
  /** On WhatsApp, but attendee of no account. */
  phoneOnWhatsappNotAttendee(): UserExample & { phone: string }
  company(): Company
}

const found = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new RangeError(`this world has no ${what}`)
  return value
}

const strangersOf = (world: Omit<World, 'examples'>, population: Population): Person[] =>
  Array.from({ length: population.count - population.strangersFrom }, (_, i) =>
    world.person(population.strangersFrom + i),
  )

export const createExamples = (world: Omit<World, 'examples'>, population: Population): Examples => {
  const user = (person: Person, provider: Provider): UserExample => ({
    provider,
    person,
    name: person.fullName,
    internalId: internalIdOf(person, provider),
    publicId: publicIdOf(person, provider),
  })
  const example = (attendee: Attendee): AttendeeExample => ({
    ...user(world.person(attendee.person), providerOf(attendee)),
    attendee,
    attendeeId: attendee.id,
    accountId: attendee.account.id,
    name: world.name(attendee),
    providerId: world.providerId(attendee),
    groups: groupsOf(attendee).map((chat) => chat.group?.name ?? null),
  })
  const groupsOf = (attendee: Attendee) =>
    world.chats().filter((chat) => chat.kind === 'group' && chat.group?.members.includes(attendee) === true)
  // In slot order: the first slots have plain names and every kind.
  const bySlot = (provider: Provider): Attendee[] =>
    world
      .attendees()
      .filter((attendee) => attendee.account.provider === provider && !attendee.isSelf)
      .sort((a, b) => a.slot - b.slot || world.accounts.indexOf(a.account) - world.accounts.indexOf(b.account))
  const knownOnce = (attendee: Attendee): boolean =>
    world.attendeesOf(attendee.person).filter((other) => other.account.provider === attendee.account.provider)
      .length === 1
  const attendee = (provider: Provider, what: string, fits: (attendee: Attendee) => boolean): AttendeeExample =>
    example(found(bySlot(provider).find(fits), what))
  const stranger = (what: string, fits: (person: Person) => boolean): Person =>
    found(strangersOf(world, population).find(fits), what)
  const linkedinAccounts = world.accounts.filter((account) => account.provider === 'linkedin')

  return {
    knownOnlyBy: (reason, provider) =>
      attendee(provider, `attendee known only by ${reason}`, (candidate) => {
        const reasons = world.reasons(candidate)
        return reasons.length === 1 && reasons[0] === reason && knownOnce(candidate)
      }),
    knownByAll: (provider) =>
      attendee(provider, 'attendee known by all reasons', (candidate) => world.reasons(candidate).length === 3),
    inSeveralGroups: (provider) =>
      attendee(provider, 'attendee in several groups', (candidate) => groupsOf(candidate).length > 1),
    onBothLinkedinAccounts: () => {
      const [first] = linkedinAccounts
      const shared = bySlot('linkedin').find(
        (candidate) =>
          candidate.account === first &&
          world.attendeesOf(candidate.person).some((other) => isOn(other, 'linkedin-classic')),
      )
      const one = found(shared, 'person on both LinkedIn accounts')
      const other = world.attendeesOf(one.person).find((candidate) => isOn(candidate, 'linkedin-classic'))
      return [example(one), example(found(other, 'second attendee'))]
    },
    onSeveralProviders: (providers = 3) => {
      const one = bySlot('linkedin').find((candidate) => providersOf(world, candidate).size >= providers)
      return world.attendeesOf(found(one, 'person on several providers').person).map(example)
    },
    whatsapp: (form) => attendee('whatsapp', `${form} attendee`, (candidate) => candidate.whatsappForm === form),
    lidHereJidThere: () => {
      const there = bySlot('whatsapp').find(
        (candidate) =>
          candidate.whatsappForm === 'jid' &&
          world.attendeesOf(candidate.person).some((other) => isOn(other, 'whatsapp') && other.whatsappForm !== 'jid'),
      )
      const jid = found(there, 'person with lid and jid')
      const lid = world.attendeesOf(jid.person).find((other) => isOn(other, 'whatsapp'))
      return [example(found(lid, 'lid attendee')), example(jid)]
    },
    nameless: () =>
      example(
        found(
          world.attendees().find((candidate) => world.name(candidate) === ''),
          'nameless attendee',
        ),
      ),
    self: (key) => example(found(world.attendees(world.accountByKey(key).id).find((own) => own.isSelf), 'owner')),
    unknownUser: (provider) =>
      user(
        stranger('unknown user', (person) => person.on[provider] && !person.isPrivate && person.telegramUsername !== null),
        provider,
      ),
    privateUser: (provider) => user(stranger('private user', (p) => p.on[provider] && p.isPrivate), provider),
    outOfNetwork: () =>
      user(
        stranger(
          'user out of network',
          (person) =>
            person.on.linkedin &&
            !person.isPrivate &&
            linkedinAccounts.every((account) => networkDistance(world, account, person) === 'OUT_OF_NETWORK'),
        ),
        'linkedin',
      ),
    // Numbers of people beyond the population: valid, and nobody's.
    phoneNotOnWhatsapp: () => phoneNumber(CAPACITY - 1, 'FR', createDice(world.seed, 'nobody')),
    phoneOnWhatsappNotAttendee: () => {
      const person = stranger('user on WhatsApp', (candidate) => candidate.on.whatsapp && !candidate.isPrivate)
      return { ...user(person, 'whatsapp'), phone: person.phone, publicId: jidOf(person.phone) }
    },
    company: () => found(COMPANIES[0], 'company'),
  }
}

const isOn = (attendee: Attendee, key: AccountKey): boolean => attendee.account.key === key

const providerOf = (attendee: Attendee): Provider =>
  found(
    PROVIDERS.find((provider) => provider === attendee.account.provider),
    'provider',
  )

const providersOf = (world: Omit<World, 'examples'>, attendee: Attendee): Set<Provider> =>
  new Set(world.attendeesOf(attendee.person).map(providerOf))
