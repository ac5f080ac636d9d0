import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'

export type PhoneReading =
  /** E.164 with `+`. */
  { kind: 'phone'; e164: string } | { kind: 'needs-country' } | { kind: 'invalid' } | { kind: 'not-a-phone' }

/** Digits and the punctuation of phone numbers, nothing else. Anchored, one class: linear. */
const PHONE_TEXT = /^\+?[\d\s().\-/‐-―]+$/
const NOT_DIGITS = /[^\d]/g

const parse = (text: string, region?: string): string | null => {
  const country = region !== undefined && isSupportedCountry(region) ? (region as CountryCode) : undefined
  const phone = parsePhoneNumberFromString(text, country === undefined ? {} : { defaultCountry: country })
  return phone?.isValid() ? phone.number : null
}

/** The E.164 number of plain digits that start with a country code; null when no country has such a number. */
export const phoneOfDigits = (digits: string): string | null =>
  digits.length < 7 || digits.length > 15 || digits.startsWith('0') ? null : parse(`+${digits}`)

/** Reads a text as a phone number: international (`+`, `00`), or national in `region` (ISO 3166-1 alpha-2). */
export const readPhone = (text: string, region?: string): PhoneReading => {
  if (text.length > 40 || !PHONE_TEXT.test(text)) return { kind: 'not-a-phone' }
  const digits = text.replace(NOT_DIGITS, '')
  if (digits === '') return { kind: 'not-a-phone' }
  const international = text.trimStart().startsWith('+') ? digits : digits.startsWith('00') ? digits.slice(2) : null
  if (international !== null) {
    const e164 = parse(`+${international}`)
    return e164 === null ? { kind: 'invalid' } : { kind: 'phone', e164 }
  }
  const national = region === undefined ? null : parse(digits, region.toUpperCase())
  if (national !== null) return { kind: 'phone', e164: national }
  if (digits.startsWith('0')) return region === undefined ? { kind: 'needs-country' } : { kind: 'invalid' }
  const e164 = phoneOfDigits(digits)
  if (e164 !== null) return { kind: 'phone', e164 }
  return digits.length < 7 ? { kind: 'invalid' } : { kind: 'needs-country' }
}
