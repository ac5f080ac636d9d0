import { numericId, phoneCandidates, userName } from './candidate.ts'
import { type Reading, readBareLinkedin } from './linkedin.ts'
import { readPhone } from './phones.ts'
import { isInstagramName, isLongId, isMessengerName, isXName } from './social-links.ts'
import { isTelegramId, isTelegramName } from './telegram.ts'
import type { Candidate } from './types.ts'

/** Digits of the longest phone number (E.164). */
const LONGEST_PHONE = 15
/** 22 url-safe characters: the form of postpress IDs, which says nothing more. */
const POSTPRESS_ID = /^[A-Za-z0-9_-]{22}$/

const numericIds = (digits: string): Candidate[] => {
  const hint = digits.startsWith('0') ? ' If it is a phone number, write it with + and the country code.' : ''
  const why = (provider: string): string => `It can be ${provider} internal id: only digits.${hint}`
  return [
    ...(isLongId(digits) ? [numericId('instagram', digits, 'possible', why('an Instagram'))] : []),
    ...(isTelegramId(digits) ? [numericId('telegram', digits, 'possible', why('a Telegram'))] : []),
    ...(isLongId(digits) ? [numericId('x', digits, 'possible', why('an X'))] : []),
    ...(isLongId(digits) ? [numericId('messenger', digits, 'possible', why('a Messenger'))] : []),
  ]
}

/** Digits and phone punctuation: a phone number first, then the ids that bare digits can be. */
export const readNumber = (text: string, region: string | undefined): Reading | null => {
  const phone = readPhone(text, region)
  if (phone.kind === 'not-a-phone') return null
  const bare = /^\d+$/.test(text)
  const ids = bare ? numericIds(text) : []
  if (phone.kind === 'phone') return [...phoneCandidates(phone.e164, phone.region), ...ids]
  if (ids.length > 0) return ids
  if (bare && text.length > LONGEST_PHONE) return 'not-an-identifier'
  return phone.kind === 'needs-country' ? 'phone-needs-country' : 'phone-invalid'
}

/** A leading @: X first, then the other providers whose names can be written so. */
export const readHandle = (text: string): Reading => {
  const name = text.slice(1)
  const found = [
    ...(isXName(name) ? [userName('x', name, 'likely', 'X handles are written with a leading @.')] : []),
    ...(isInstagramName(name)
      ? [userName('instagram', name, 'possible', 'It can be an Instagram username written with @.')]
      : []),
    ...(isTelegramName(name)
      ? [userName('telegram', name, 'possible', 'It can be a Telegram username written with @.')]
      : []),
  ]
  return found.length > 0 ? found : 'not-an-identifier'
}

/** One word: every provider whose rules for names it meets. */
export const readWord = (text: string): Reading => {
  const linkedin = readBareLinkedin(text)
  if (typeof linkedin === 'string' || linkedin?.[0]?.kind === 'internal') return linkedin
  const found = [
    ...(linkedin ?? []),
    ...(isInstagramName(text) ? [userName('instagram', text, 'possible', 'It can be an Instagram username.')] : []),
    ...(isTelegramName(text) ? [userName('telegram', text, 'possible', 'It can be a Telegram username.')] : []),
    ...(isXName(text) ? [userName('x', text, 'possible', 'It can be an X handle.')] : []),
    ...(isMessengerName(text) ? [userName('messenger', text, 'possible', 'It can be a Messenger user name.')] : []),
    ...(POSTPRESS_ID.test(text) ? [postpressId(text)] : []),
  ]
  return found.length > 0 ? found : 'not-an-identifier'
}

const postpressId = (text: string): Candidate => ({
  provider: 'postpress',
  kind: 'attendee-id',
  value: text,
  display: text,
  certainty: 'possible',
  why: 'It has the form of a postpress ID: 22 url-safe characters.',
})
