import type { Provider } from '#shared/domain/providers.ts'
import { type Account, type AccountKey, createAccounts } from './accounts.ts'
import { type Attendee, CHAT, CONTACT, createAttendees, GROUP } from './attendees.ts'
import { type Chat, createChats, newestFirst } from './chats.ts'
import { createDirectory, type Directory } from './directory.ts'
import type { WorldWithoutExamples } from './example-picker.ts'
import { createExamples, type Examples } from './examples.ts'
import { createGroups } from './groups.ts'
import { attendeeName, attendeeProviderId } from './identity.ts'
import { createPeople, type Person } from './people.ts'
import { createPlan, type Plan } from './plan.ts'
import { createRelations, type Relation } from './relations.ts'
import { NO_TURN, type Turn, turnForm, turnPeople } from './turn.ts'

export const DEFAULT_SEED = 7
export const DEFAULT_ATTENDEES = 2_000
export const ATTENDEE_LIMITS = { least: 200, most: 500_000 } as const
/** "Today" in the world: fixed, so that the same seed gives the same bytes on every day. */
export const WORLD_NOW = Date.UTC(2026, 10, 20, 9)

export interface WorldOptions {
  seed?: number
  /** Attendees over all accounts, owners included; exact. */
  attendees?: number
  /** Relations of the Recruiter account; about 0.21 of all attendees when absent. */
  relations?: number
  /** Send what newer servers send and older clients reject. */
  newerServer?: boolean
}

export type ReasonName = 'contact' | 'chat' | 'group'

/** A seeded world: the same options give the same world. Everything the API answers comes from here. */
export interface World {
  readonly seed: number
  readonly now: number
  readonly newerServer: boolean
  readonly accounts: readonly Account[]
  readonly directory: Directory
  readonly examples: Examples
  /** Totals as the API lists them. */
  readonly counts: {
    attendees: number
    byProvider: Record<Provider, number>
    byAccount: Record<string, number>
  }
  account(id: string): Account | undefined
  accountByKey(key: AccountKey): Account
  /** In listing order (by id); of one account or of all. */
  attendees(accountId?: string): readonly Attendee[]
  attendee(id: string): Attendee | undefined
  /** Attendees of one person, on all accounts. */
  attendeesOf(person: number): readonly Attendee[]
  /** Attendees with this `provider_id`, on all accounts. */
  attendeesByProviderId(providerId: string): readonly Attendee[]
  person(index: number): Person
  name(attendee: Attendee): string
  providerId(attendee: Attendee): string
  reasons(attendee: Attendee): ReasonName[]
  /** Newest first, over all accounts. */
  chats(): readonly Chat[]
  chat(id: string): Chat | undefined
  chatsOf(attendee: Attendee): readonly Chat[]
  /** Newest first; LinkedIn accounts only. */
  relations(accountId: string): readonly Relation[]
  /** The same world after something happened to it. Made once per turn: 50,000 attendees take under two seconds. */
  after(turn: Partial<Turn>): World
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)

const grouped = <K, V>(items: readonly V[], key: (item: V) => K): Map<K, V[]> => {
  const groups = new Map<K, V[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}

/** Computes on first use. */
const lazy = <T>(compute: () => T): (() => T) => {
  let value: { result: T } | undefined
  return () => {
    value ??= { result: compute() }
    return value.result
  }
}

const countsOf = (accounts: readonly Account[], attendees: readonly Attendee[]): World['counts'] => {
  const byProvider = { linkedin: 0, whatsapp: 0, instagram: 0, telegram: 0, x: 0, messenger: 0 }
  const byAccount: Record<string, number> = Object.fromEntries(accounts.map((account) => [account.id, 0]))
  for (const { account } of attendees) {
    if (account.provider !== null) byProvider[account.provider] += 1
    byAccount[account.id] = (byAccount[account.id] ?? 0) + 1
  }
  return { attendees: attendees.length, byProvider, byAccount }
}

interface Content {
  attendees: Attendee[]
  chats: Chat[]
}

/** Everybody and every chat of all accounts, in listing order. */
const createContent = (seed: number, now: number, { segments, population }: Plan, turn: Turn): Content => {
  const attendees: Attendee[] = []
  const chats: Chat[] = []
  for (const segment of segments) {
    const own = createAttendees(seed, segment, population, attendees.length).map((attendee) => ({
      ...attendee,
      whatsappForm: turnForm(attendee.whatsappForm, turn),
    }))
    for (const chat of createChats(seed, now, own, createGroups(seed, own), chats.length)) chats.push(chat)
    for (const attendee of own) attendees.push(attendee)
  }
  return { attendees: attendees.sort(byId), chats: chats.sort(newestFirst) }
}

const messagingProvider = ({ account }: Attendee): Provider => {
  if (account.provider === null) throw new TypeError('a mail account has no attendees')
  return account.provider
}

const accountLookups = (accounts: readonly Account[]) => ({
  account: (id: string) => accounts.find((account) => account.id === id),
  accountByKey: (key: AccountKey) => {
    const found = accounts.find((account) => account.key === key)
    if (found === undefined) throw new RangeError(`no account ${key} in this world`)
    return found
  },
})

/** Look-ups by every key, each indexed when it is first used. */
const contentLookups = (
  seed: number,
  now: number,
  { attendees, chats }: Content,
  person: (index: number) => Person,
) => {
  const providerId = (attendee: Attendee): string =>
    attendeeProviderId(attendee, person(attendee.person), messagingProvider(attendee))
  const perAccount = lazy(() => grouped(attendees, (attendee) => attendee.account.id))
  const perId = lazy(() => new Map(attendees.map((attendee) => [attendee.id, attendee])))
  const perPerson = lazy(() => grouped(attendees, (attendee) => attendee.person))
  const perProviderId = lazy(() => grouped(attendees, providerId))
  const chatPerId = lazy(() => new Map(chats.map((chat) => [chat.id, chat])))
  const chatsPerAttendee = lazy(() => grouped(chats, (chat) => chat.attendee?.id ?? ''))
  const relations = lazy(() =>
    grouped(createRelations(seed, now, attendees), (relation) => relation.attendee.account.id),
  )
  return {
    attendees: (accountId?: string) => (accountId === undefined ? attendees : (perAccount().get(accountId) ?? [])),
    attendee: (id: string) => perId().get(id),
    attendeesOf: (index: number) => perPerson().get(index) ?? [],
    attendeesByProviderId: (id: string) => perProviderId().get(id) ?? [],
    name: (attendee: Attendee) => attendeeName(seed, attendee, person(attendee.person), messagingProvider(attendee)),
    providerId,
    reasons: reasonNames,
    chats: () => chats,
    chat: (id: string) => chatPerId().get(id),
    chatsOf: (attendee: Attendee) => chatsPerAttendee().get(attendee.id) ?? [],
    relations: (accountId: string) => relations().get(accountId) ?? [],
  }
}

const turned = (options: WorldOptions, turn: Turn): World => {
  const { seed = DEFAULT_SEED, attendees = DEFAULT_ATTENDEES, relations, newerServer = false } = options
  const now = WORLD_NOW
  const accounts = createAccounts(seed, now, newerServer, turn.reconnected)
  const plan = createPlan(accounts, attendees, relations)
  const people = turnPeople(createPeople(seed, plan.population), seed, turn)
  const content = createContent(seed, now, plan, turn)
  const later = new Map<string, World>()
  const world: WorldWithoutExamples = {
    seed,
    now,
    newerServer,
    accounts,
    directory: createDirectory(people),
    counts: countsOf(accounts, content.attendees),
    person: people.person,
    ...accountLookups(accounts),
    ...contentLookups(seed, now, content, people.person),
    after: (more) => {
      const next = { ...turn, ...more }
      const key = JSON.stringify(next)
      const made = later.get(key) ?? turned(options, next)
      later.set(key, made)
      return made
    },
  }
  return { ...world, examples: createExamples(world, plan.population) }
}

/**
 * Creates a world. Throws a RangeError when `attendees` is outside ATTENDEE_LIMITS or `relations` does not fit.
 * People are generated on demand: 50,000 attendees take well under two seconds.
 */
export const createWorld = (options: WorldOptions = {}): World => {
  checkSize(options.attendees ?? DEFAULT_ATTENDEES, options.relations)
  return turned(options, NO_TURN)
}

const reasonNames = (attendee: Attendee): ReasonName[] => {
  const names: ReasonName[] = []
  if ((attendee.reasons & CONTACT) !== 0) names.push('contact')
  if ((attendee.reasons & CHAT) !== 0) names.push('chat')
  if ((attendee.reasons & GROUP) !== 0) names.push('group')
  return names
}

const checkSize = (attendees: number, relations: number | undefined): void => {
  const { least, most } = ATTENDEE_LIMITS
  if (!Number.isInteger(attendees) || attendees < least || attendees > most)
    throw new RangeError(`attendees must be a whole number from ${least} to ${most}`)
  const room = Math.floor(attendees * 0.75)
  if (relations !== undefined && (!Number.isInteger(relations) || relations < 10 || relations > room))
    throw new RangeError(`relations must be a whole number from 10 to ${room} (three quarters of the attendees)`)
}
