import { createDice, type Dice, scramble } from './dice.ts'

/** Internal ids of one person on every provider. All are strings: some exceed 2^53. */
export interface NetworkIds {
  memberNumber: number
  /** Some members have the recent kind (ADo) of classic id. */
  classicNamespace: 'classic' | 'classic-recent'
  instagramId: string
  /** The second Instagram number: chats and attendees use it. */
  instagramMessagingId: string
  telegramId: string
  xId: string
  messengerId: string
  /** `<digits>@lid`; null for people whom WhatsApp still addresses by phone. */
  lid: string | null
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0')

/** Numbers are scrambled indexes, widened to the range that each provider uses: unique and unordered. */
export const networkIds = (seed: number, index: number): NetworkIds => {
  const dice = createDice(seed, 'ids', index)
  const memberNumber = 4_000_000 + scramble(index, 21) * 1_100 + dice.below(1_100)
  const recentX = dice.chance(0.4)
  const sixDigits = padded(scramble(index, 24), 6)
  return {
    memberNumber,
    classicNamespace: dice.chance(0.06) ? 'classic-recent' : 'classic',
    instagramId: String(1_000_000 + scramble(index, 22) * 61_000 + dice.below(61_000)),
    instagramMessagingId: `1784140${padded(scramble(index, 23), 6)}${dice.digits(4)}`,
    telegramId: String(100_000_000 + scramble(index, 25) * 7_400 + dice.below(7_400)),
    xId: recentX
      ? `1${dice.between(2, 8)}${sixDigits}${dice.digits(11)}`
      : String(12_000_000 + scramble(index, 26) * 3_100 + dice.below(3_100)),
    messengerId: `1000${padded(scramble(index, 27), 6)}${dice.digits(5)}`,
    lid: lidOf(seed, index),
  }
}

const newLid = (index: number, dice: Dice): string =>
  `${dice.between(10, 278)}${padded(scramble(index, 28), 6)}${dice.digits(6)}@lid`

/** The WhatsApp id of people whom WhatsApp has moved away from phone ids: one in five has not been moved yet. */
export const lidOf = (seed: number, index: number): string | null => {
  const dice = createDice(seed, 'lid', index)
  return dice.chance(0.8) ? newLid(index, dice) : null
}

/** The id that the fifth will have once it is moved. */
export const movedLidOf = (seed: number, index: number): string => newLid(index, createDice(seed, 'moved-lid', index))

/** `33600000000@s.whatsapp.net` of an E.164 phone. */
export const jidOf = (phone: string): string => `${phone.slice(1)}@s.whatsapp.net`
