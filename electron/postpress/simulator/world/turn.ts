import type { AccountKey } from './accounts.ts'
import type { Attendee } from './attendees.ts'
import { movedLidOf } from './network-ids.ts'
import type { People, Person } from './people.ts'

/** What happened to a world since it was first looked at: the same people under other ids or names. */
export interface Turn {
  /** Accounts that were connected again: they and everything of them have other postpress IDs. */
  reconnected: readonly AccountKey[]
  /** WhatsApp addresses everybody by @lid, also those whom it addressed by phone. */
  lids: boolean
  /** Every n-th person has another name and other public ids; 0: nobody. */
  renamed: number
}

export const NO_TURN: Turn = { reconnected: [], lids: false, renamed: 0 }

const renamed = (person: Person): Person => ({
  ...person,
  lastName: `${person.lastName}-Renamed`,
  fullName: `${person.fullName} Renamed`,
  latinName: `${person.latinName} Renamed`,
  slug: `${person.slug}-renamed`,
  instagramUsername: `${person.instagramUsername}.renamed`,
  telegramUsername: person.telegramUsername === null ? null : `${person.telegramUsername}_renamed`,
  xHandle: `${person.xHandle}_r`,
})

/** The people after the turn; the owners of the accounts (the first two) keep their names. */
export const turnPeople = (people: People, seed: number, turn: Turn): People => {
  if (!turn.lids && turn.renamed === 0) return people
  return {
    count: people.count,
    person: (index) => {
      const before = people.person(index)
      const moved = turn.lids && before.lid === null ? { ...before, lid: movedLidOf(seed, index) } : before
      return turn.renamed > 0 && index > 1 && index % turn.renamed === 0 ? renamed(moved) : moved
    },
  }
}

/** How WhatsApp addresses an attendee after the turn. */
export const turnForm = (form: Attendee['whatsappForm'], turn: Turn): Attendee['whatsappForm'] =>
  turn.lids && form === 'jid' ? 'lid-and-phone' : form
