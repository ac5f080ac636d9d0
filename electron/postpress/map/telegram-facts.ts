import type { FactSource } from '#shared/domain/records.ts'
import { addFact, addHandle, type Facts, linkOn, onlySegment } from './facts.ts'

/** Adds a Telegram phone: E.164, and its digits as the public id. */
export const addTelegramPhone = (facts: Facts, phone: string | null, source: FactSource): void => {
  const digits = /^\+?(\d{5,15})$/.exec(phone?.trim() ?? '')?.[1]
  if (digits === undefined) return
  addFact(facts, { kind: 'phone', value: `+${digits}`, source })
  addFact(facts, { kind: 'public', value: digits, source: 'derived' })
}

/** Adds a text that is a user name or a phone: newer servers put either into `public_identifier`. */
export const addTelegramName = (facts: Facts, text: string | null, source: FactSource): void => {
  if (text !== null && /^\+?\d+$/.test(text.trim())) addTelegramPhone(facts, text, source)
  else addHandle(facts, 'username', text, source)
}

/** Adds the name or phone of a `t.me/...` link; invite links (`+hash`) name nobody. */
export const addTelegramLink = (facts: Facts, link: string | null, source: FactSource): void => {
  const name = onlySegment(linkOn(link, ['t.me', 'telegram.me', 'telegram.dog']))
  if (name !== null && /^(?:[a-z]\w{3,31}|\+\d+)$/i.test(name)) addTelegramName(facts, name, source)
}
