import type { IdentifierKind, ProfileRecord } from '#shared/domain/records.ts'
import type { Candidate } from '#shared/identifiers/types.ts'

const valuesOf = (profile: ProfileRecord, kinds: IdentifierKind[]): string[] =>
  profile.identifiers.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value)

/**
 * One mobile number can be written in two ways that WhatsApp treats as one: Brazil with or without the 9 after the area
 * code, Mexico with or without the 1, Argentina with or without the 9 after the country code.
 */
const phoneKey = (digits: string): string =>
  digits
    .replace(/^(55\d{2})9(\d{8})$/, '$1$2')
    .replace(/^521(\d{10})$/, '52$1')
    .replace(/^549(\d{10})$/, '54$1')

const digitsOf = (text: string): string => phoneKey(text.replace(/@.*$/, '').replace(/\D/g, ''))

const handleKey = (profile: ProfileRecord, text: string): string =>
  profile.provider === 'messenger' ? text.toLowerCase().replaceAll('.', '') : text.toLowerCase()

/** Nothing to compare contradicts nothing: e.g. a slug was asked and LinkedIn withheld the public id. */
const agrees = (found: string[], isSame: (value: string) => boolean): boolean =>
  found.length === 0 || found.some(isSame)

const isSameLinkedin = (profile: ProfileRecord, asked: Candidate): boolean => {
  const number = asked.memberNumber ?? (asked.kind === 'member-number' ? asked.value : undefined)
  // Products have different ids for one member: the member number is the same in all of them.
  if (number !== undefined) return agrees(valuesOf(profile, ['member-number']), (value) => value === number)
  if (asked.kind === 'internal') return agrees(valuesOf(profile, ['internal']), (value) => value === asked.value)
  return agrees(valuesOf(profile, ['public']), (value) => value === asked.value.toLowerCase())
}

const isSameWhatsapp = (profile: ProfileRecord, asked: Candidate): boolean => {
  // A lid and a phone cannot be compared: such an answer is how the pair is learned.
  if (asked.kind === 'internal') return agrees(valuesOf(profile, ['internal']), (value) => value === asked.value)
  return agrees(valuesOf(profile, ['public']), (value) => digitsOf(value) === digitsOf(asked.value))
}

const isSameTelegramPhone = (profile: ProfileRecord, asked: Candidate): boolean =>
  agrees(valuesOf(profile, ['phone']), (value) => digitsOf(value) === digitsOf(asked.value))

/**
 * Whether a live answer can be the person who was asked for: false only when an identifier of the same kind says
 * otherwise, so that replies about someone else are refused.
 */
export const isSamePerson = (profile: ProfileRecord, asked: Candidate): boolean => {
  // A postpress ID is no provider's identifier: nothing to compare.
  if (asked.provider === 'postpress') return true
  if (asked.provider !== profile.provider) return false
  if (asked.provider === 'linkedin') return isSameLinkedin(profile, asked)
  if (asked.provider === 'whatsapp') return isSameWhatsapp(profile, asked)
  if (asked.kind === 'internal')
    return agrees(valuesOf(profile, ['internal', 'messaging']), (value) => value === asked.value)
  if (asked.provider === 'telegram' && asked.kind === 'public') return isSameTelegramPhone(profile, asked)
  const key = handleKey(profile, asked.value)
  return agrees(valuesOf(profile, ['public', 'username']), (value) => handleKey(profile, value) === key)
}
