import type { Provider } from '#shared/domain/providers.ts'
import type { AccountKey } from './accounts.ts'
import type { Attendee, WhatsappForm } from './attendees.ts'
import { COMPANIES, type Company } from './companies.ts'
import { CAPACITY, createDice } from './dice.ts'
import {
  type AttendeeExample,
  createPicker,
  found,
  type Picker,
  type UserExample,
  type WorldWithoutExamples,
} from './example-picker.ts'
import { networkDistance } from './network-distance.ts'
import { jidOf } from './network-ids.ts'
import type { Population } from './people.ts'
import { phoneNumber } from './phones.ts'
import type { ReasonName } from './world.ts'

/** Picks known people for tests. Every method throws a RangeError when the world has nobody like that. */
export interface AttendeeExamples {
  /** Known through exactly this reason, and by one account of the provider only. */
  knownOnlyBy(reason: ReasonName, provider: Provider): AttendeeExample
  /** Known through all three reasons. */
  knownByAll(provider: Provider): AttendeeExample
  inSeveralGroups(provider: Provider): AttendeeExample
  /** The same person as attendee of both LinkedIn accounts, the Recruiter account first. */
  onBothLinkedinAccounts(): [AttendeeExample, AttendeeExample]
  /** One person who is an attendee on at least so many providers. */
  onSeveralProviders(providers?: number): AttendeeExample[]
  whatsapp(form: WhatsappForm): AttendeeExample
  /** The same person as `@lid` on one account and `@s.whatsapp.net` on the other. */
  lidHereJidThere(): [AttendeeExample, AttendeeExample]
  /** The provider reports an empty name. */
  nameless(): AttendeeExample
  /** The owner of an account. */
  self(key: AccountKey): AttendeeExample
}

/** Picks people who are nobody's attendees, and other things that a look-up can be asked for. */
export interface StrangerExamples {
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

export interface Examples extends AttendeeExamples, StrangerExamples {}

export const createExamples = (world: WorldWithoutExamples, population: Population): Examples => {
  const picker = createPicker(world, population)
  return { ...byReason(picker), ...byIdentity(picker), ...strangers(picker) }
}

const byReason = ({ world, attendee, groupsOf }: Picker) => {
  const knownOnce = ({ person, account }: Attendee): boolean =>
    world.attendeesOf(person).filter((other) => other.account.provider === account.provider).length === 1
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
  } satisfies Partial<AttendeeExamples>
}

const byIdentity = ({ world, attendee, example }: Picker) => {
  /** The same person's attendee on another account. */
  const twin = (person: number, key: AccountKey, fits: (other: Attendee) => boolean = () => true) =>
    world.attendeesOf(person).find((other) => other.account.key === key && fits(other))
  const isLid = (other: Attendee): boolean => other.whatsappForm !== 'jid'
  return {
    onBothLinkedinAccounts: () => {
      const one = attendee(
        'linkedin',
        'person on both LinkedIn accounts',
        ({ account, person }) => account.key === 'linkedin-recruiter' && twin(person, 'linkedin-classic') !== undefined,
      )
      return [one, example(found(twin(one.person.index, 'linkedin-classic'), 'second attendee'))]
    },
    onSeveralProviders: (providers = 3) => {
      const on = (person: number): number =>
        new Set(world.attendeesOf(person).map(({ account }) => account.provider)).size
      const one = attendee('linkedin', 'person on several providers', ({ person }) => on(person) >= providers)
      return world.attendeesOf(one.person.index).map(example)
    },
    whatsapp: (form) => attendee('whatsapp', `${form} attendee`, ({ whatsappForm }) => whatsappForm === form),
    lidHereJidThere: () => {
      const jid = attendee(
        'whatsapp',
        'person with lid and jid',
        ({ whatsappForm, person }) => whatsappForm === 'jid' && twin(person, 'whatsapp', isLid) !== undefined,
      )
      return [example(found(twin(jid.person.index, 'whatsapp', isLid), 'lid attendee')), jid]
    },
    nameless: () => {
      const nameless = world.attendees().find((candidate) => world.name(candidate) === '')
      return example(found(nameless, 'nameless attendee'))
    },
    self: (key) => {
      const self = world.attendees(world.accountByKey(key).id).find(({ isSelf }) => isSelf)
      return example(found(self, `owner of ${key}`))
    },
  } satisfies Partial<AttendeeExamples>
}

const strangers = ({ world, user, stranger }: Picker): StrangerExamples => {
  const linkedinAccounts = world.accounts.filter((account) => account.provider === 'linkedin')
  return {
    unknownUser: (provider) => {
      const fits = stranger('unknown user', (p) => p.on[provider] && !p.isPrivate && p.telegramUsername !== null)
      return user(fits, provider)
    },
    privateUser: (provider) =>
      user(
        stranger('private user', (p) => p.on[provider] && p.isPrivate),
        provider,
      ),
    outOfNetwork: () => {
      const outside = stranger(
        'user out of network',
        (person) =>
          person.on.linkedin &&
          !person.isPrivate &&
          linkedinAccounts.every((account) => networkDistance(world, account, person) === 'OUT_OF_NETWORK'),
      )
      return user(outside, 'linkedin')
    },
    // The number of somebody beyond the population: valid, and nobody's.
    phoneNotOnWhatsapp: () => phoneNumber(CAPACITY - 1, 'FR', createDice(world.seed, 'nobody')),
    phoneOnWhatsappNotAttendee: () => {
      const person = stranger('user on WhatsApp', (candidate) => candidate.on.whatsapp && !candidate.isPrivate)
      return { ...user(person, 'whatsapp'), phone: person.phone, publicId: jidOf(person.phone) }
    },
    company: () => found(COMPANIES[0], 'company'),
  }
}
