import { type Attendee, CONTACT } from './attendees.ts'
import { createDice } from './dice.ts'

/** A LinkedIn relation of an account. */
export interface Relation {
  attendee: Attendee
  /** When the relation was made, ms. */
  since: number
}

const DAY = 86_400_000

/** Relations of all LinkedIn accounts, newest first. */
export const createRelations = (seed: number, now: number, attendees: readonly Attendee[]): Relation[] =>
  attendees
    .filter((attendee) => attendee.account.provider === 'linkedin' && (attendee.reasons & CONTACT) !== 0)
    .map((attendee) => {
      const dice = createDice(seed, 'relation', attendee.account.key, attendee.slot)
      return { attendee, since: now - Math.floor((dice.below(1_000_000) / 1_000_000) ** 1.5 * 3_000 * DAY) - 3_600_000 }
    })
    .sort((a, b) => b.since - a.since || (a.attendee.id < b.attendee.id ? -1 : 1))
