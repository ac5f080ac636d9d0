import type { Account } from './accounts.ts'
import type { Population } from './people.ts'

/** Attendees of one account and whom they are: slot 0 is the owner, every fourth slot a person of the core, the rest its own range. */
export interface Segment {
  account: Account
  /** Attendees, the owner included. */
  size: number
  /** Contacts among them. */
  contacts: number
  /** First person of the account's own range. */
  from: number
}

export interface Plan {
  segments: Segment[]
  population: Population
}

const OWNERS = 2
const STRANGERS = 500
/** Small accounts still need one attendee of every kind. */
export const SMALLEST_SEGMENT = 14

const sizesOf = (accounts: readonly Account[], attendees: number, relations: number | undefined): number[] => {
  const [first, ...rest] = accounts
  if (first === undefined) return []
  // Contacts never fill an account: some people are known by chat or group only.
  const needed = relations === undefined ? 0 : Math.ceil(relations / 0.94) + 1
  const firstSize = Math.max(Math.round((attendees * first.share) / 100), needed)
  const shares = rest.reduce((sum, account) => sum + account.share, 0)
  const others = rest.map((account) =>
    account.share === 0
      ? 0
      : Math.max(SMALLEST_SEGMENT, Math.floor(((attendees - firstSize) * account.share) / shares)),
  )
  return [attendees - others.reduce((sum, size) => sum + size, 0), ...others]
}

/** Distributes the attendees over the accounts; the sizes add up to `attendees` exactly. */
export const createPlan = (accounts: readonly Account[], attendees: number, relations: number | undefined): Plan => {
  const coreEnd = OWNERS + Math.max(30, Math.ceil(attendees * 0.05))
  let from = coreEnd
  const sizes = sizesOf(accounts, attendees, relations)
  const segments = accounts.map((account, index): Segment => {
    const size = sizes[index] ?? 0
    const contacts = index === 0 && relations !== undefined ? relations : Math.round(size * account.contacts)
    const segment = { account, size, contacts, from }
    from += size
    return segment
  })
  const home = (person: number): Segment['account']['provider'] =>
    segments.find((segment) => person >= segment.from && person < segment.from + segment.size)?.account.provider ?? null
  return { segments, population: { coreEnd, strangersFrom: from, count: from + STRANGERS, home } }
}

/** The person in a slot. Slots of different accounts meet in the core: that is how one person is known to several accounts. */
export const personInSlot = (segment: Segment, slot: number, population: Population): number => {
  if (slot === 0) return segment.account.owner
  const core = OWNERS + (slot >> 2)
  return slot % 4 === 3 && core < population.coreEnd ? core : segment.from + slot
}
