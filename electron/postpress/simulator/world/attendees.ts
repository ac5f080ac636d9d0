import { type Account, idUnder } from './accounts.ts'
import { createDice } from './dice.ts'
import { lidOf } from './network-ids.ts'
import type { Population } from './people.ts'
import { personInSlot, type Segment } from './plan.ts'

/** Why an attendee is known: bits, several can hold. */
export const CONTACT = 1
export const CHAT = 2
export const GROUP = 4

/** How WhatsApp addresses someone and what it tells about the number. */
export type WhatsappForm = 'lid-and-phone' | 'lid-hidden' | 'lid-only' | 'jid'

export interface Attendee {
  /** postpress ID. */
  id: string
  account: Account
  /** Index of the person. */
  person: number
  slot: number
  /** CONTACT | CHAT | GROUP; 0 for the owner. */
  reasons: number
  isSelf: boolean
  whatsappForm: WhatsappForm
}

/** The first slots of every account: each kind is there in the smallest world. */
const FIXED = [0, CONTACT, CHAT, CONTACT | CHAT, GROUP, CONTACT | GROUP, CHAT | GROUP, 7, CONTACT, CHAT, GROUP, GROUP]

const reasonsOf = (seed: number, segment: Segment, slot: number): number => {
  const fixed = FIXED[slot]
  if (fixed !== undefined) return fixed
  // Scattered, but exactly as many as planned (apart from the fixed slots).
  const isContact = (slot * 7_919) % segment.size < segment.contacts
  const roll = createDice(seed, 'reasons', segment.account.key, slot).below(100)
  if (isContact) return roll < 56 ? CONTACT : roll < 85 ? CONTACT | CHAT : roll < 93 ? CONTACT | GROUP : 7
  return roll < 46 ? CHAT : roll < 90 ? GROUP : CHAT | GROUP
}

const whatsappFormOf = (seed: number, account: Account, person: number, slot: number): WhatsappForm => {
  // The old phone was synced before WhatsApp moved to lids: the same people are phone ids there.
  if (account.key === 'whatsapp-disconnected' || lidOf(seed, person) === null) return 'jid'
  if (slot === 0) return 'lid-and-phone'
  const roll = createDice(seed, 'whatsapp-form', slot).below(100)
  return roll < 64 ? 'lid-and-phone' : roll < 78 ? 'lid-hidden' : roll < 88 ? 'lid-only' : 'jid'
}

/** The attendees of one account in slot order. `firstIndex` numbers them over all accounts. */
export const createAttendees = (
  seed: number,
  segment: Segment,
  population: Population,
  firstIndex: number,
): Attendee[] =>
  Array.from({ length: segment.size }, (_, slot) => {
    const index = personInSlot(segment, slot, population)
    const { account } = segment
    return {
      id: idUnder(seed, account, 'attendee', firstIndex + slot),
      account,
      person: index,
      slot,
      reasons: reasonsOf(seed, segment, slot),
      isSelf: slot === 0,
      whatsappForm: account.provider === 'whatsapp' ? whatsappFormOf(seed, account, index, slot) : 'jid',
    }
  })
