import type { Provider } from '#shared/domain/providers.ts'
import type { Attendee } from './attendees.ts'
import type { Chat } from './chats.ts'
import { internalIdOf, publicIdOf } from './identity.ts'
import type { Person, Population } from './people.ts'
import type { World } from './world.ts'

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

export type WorldWithoutExamples = Omit<World, 'examples'>

/** Finds people of the world by what they are. Methods throw a RangeError when nobody fits. */
export interface Picker {
  world: WorldWithoutExamples
  user(person: Person, provider: Provider): UserExample
  example(attendee: Attendee): AttendeeExample
  /** The first attendee on the provider (owners apart) that fits; early slots have plain names. */
  attendee(provider: Provider, what: string, fits: (attendee: Attendee) => boolean): AttendeeExample
  /** The first person who is nobody's attendee and fits. */
  stranger(what: string, fits: (person: Person) => boolean): Person
  groupsOf(attendee: Attendee): Chat[]
}

/** The value; a RangeError that says what the world lacks when there is none. */
export const found = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new RangeError(`this world has no ${what}`)
  return value
}

export const createPicker = (world: WorldWithoutExamples, population: Population): Picker => {
  const user: Picker['user'] = (person, provider) => ({
    provider,
    person,
    name: person.fullName,
    internalId: internalIdOf(person, provider),
    publicId: publicIdOf(person, provider),
  })
  const groupsOf: Picker['groupsOf'] = (attendee) =>
    world.chats().filter((chat) => chat.kind === 'group' && chat.group?.members.includes(attendee) === true)
  const example: Picker['example'] = (attendee) => ({
    ...user(world.person(attendee.person), found(attendee.account.provider ?? undefined, 'provider')),
    attendee,
    attendeeId: attendee.id,
    accountId: attendee.account.id,
    name: world.name(attendee),
    providerId: world.providerId(attendee),
    groups: groupsOf(attendee).map((chat) => chat.group?.name ?? null),
  })
  const bySlot = (provider: Provider): Attendee[] =>
    world
      .attendees()
      .filter((attendee) => attendee.account.provider === provider && !attendee.isSelf)
      .sort((a, b) => a.slot - b.slot || world.accounts.indexOf(a.account) - world.accounts.indexOf(b.account))
  return {
    world,
    user,
    example,
    groupsOf,
    attendee: (provider, what, fits) => example(found(bySlot(provider).find(fits), what)),
    stranger: (what, fits) => {
      for (let index = population.strangersFrom; index < population.count; index += 1) {
        const person = world.person(index)
        if (fits(person)) return person
      }
      return found<Person>(undefined, what)
    },
  }
}
