import type { Account } from './accounts.ts'
import { type Attendee, CONTACT } from './attendees.ts'
import { createDice } from './dice.ts'
import type { Person } from './people.ts'

export type NetworkDistance = 'SELF' | 'FIRST_DEGREE' | 'SECOND_DEGREE' | 'THIRD_DEGREE' | 'OUT_OF_NETWORK'

/** How far a LinkedIn member is from the owner of an account. */
export const networkDistance = (
  world: { seed: number; attendeesOf(person: number): readonly Attendee[] },
  account: Account,
  person: Person,
): NetworkDistance => {
  if (account.owner === person.index) return 'SELF'
  const known = world.attendeesOf(person.index).find((attendee) => attendee.account === account)
  if (known !== undefined && (known.reasons & CONTACT) !== 0) return 'FIRST_DEGREE'
  const roll = createDice(world.seed, 'distance', account.key, person.index).below(100)
  return roll < 40 ? 'SECOND_DEGREE' : roll < 65 ? 'THIRD_DEGREE' : 'OUT_OF_NETWORK'
}
