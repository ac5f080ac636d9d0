import { type Account, idUnder } from './accounts.ts'
import { type Attendee, CHAT } from './attendees.ts'
import { createDice } from './dice.ts'
import type { Group } from './groups.ts'

export interface Chat {
  id: string
  account: Account
  kind: 'single' | 'group' | 'channel'
  /** Single chats: the other person. */
  attendee: Attendee | null
  /** Groups and channels. */
  group: Group | null
  /** Last message, ms; null for an empty chat. */
  at: number | null
  unread: number
  archived: boolean
  /** -1: for ever. */
  mutedUntil: -1 | number | null
  readOnly: 0 | 1 | 2
}

const DAY = 86_400_000

interface Draft {
  account: Account
  kind: Chat['kind']
  attendee: Attendee | null
  group: Group | null
}

const draftsOf = (attendees: readonly Attendee[], groups: readonly Group[]): Draft[] => {
  const account = attendees[0]?.account
  if (account === undefined) return []
  const singles = attendees
    .filter((attendee) => (attendee.reasons & CHAT) !== 0)
    .map((attendee): Draft => ({ account, kind: 'single', attendee, group: null }))
  return [...singles, ...groups.map((group): Draft => ({ account, kind: group.kind, attendee: null, group }))]
}

/** The chats of one account. `firstIndex` numbers them over all accounts. */
export const createChats = (
  seed: number,
  now: number,
  attendees: readonly Attendee[],
  groups: readonly Group[],
  firstIndex: number,
): Chat[] =>
  draftsOf(attendees, groups).map((draft, index) => {
    const dice = createDice(seed, 'chat', firstIndex + index)
    // Cubed: most chats are recent, a few are years old. About 1 in 50 never had a message.
    const age = (dice.below(1_000_000) / 1_000_000) ** 3 * 900 * DAY
    const empty = dice.chance(0.02)
    const muted = dice.below(20)
    return {
      ...draft,
      id: idUnder(seed, draft.account, 'chat', firstIndex + index),
      at: empty ? null : Math.floor(now - 60_000 - age),
      unread: !empty && dice.chance(0.12) ? dice.between(1, 9) : 0,
      archived: dice.chance(0.06),
      mutedUntil: muted === 0 ? -1 : muted === 1 ? now + 7 * DAY : null,
      readOnly: draft.kind === 'channel' ? 2 : dice.chance(0.02) ? 1 : 0,
    }
  })

/** Newest first; empty chats last; ids decide between equal times. The order that GET /chats pages through. */
export const newestFirst = (a: Chat, b: Chat): number => (b.at ?? 0) - (a.at ?? 0) || (a.id < b.id ? 1 : -1)
