import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { firstLook } from './numbering-plans.ts'

export type PhoneReading =
  /** E.164 with `+`; `region` when the country was taken from there. */
  | { kind: 'phone'; e164: string; region?: string }
  | { kind: 'needs-country' }
  | { kind: 'invalid' }
  | { kind: 'not-a-phone' }

/** Digits and the punctuation of phone numbers, nothing else. */
const PHONE_CHARACTERS = /^[+\d\s().\-/‐-―]+$/
const NOT_DIGITS = /[^\d]/g

const parse = (text: string, country?: CountryCode): string | null => {
  const phone = parsePhoneNumberFromString(text, country === undefined ? {} : { defaultCountry: country })
  return phone?.isValid() ? phone.number : null
}

const parseInternational = (digits: string): string | null => {
  switch (firstLook(digits)) {
    case 'valid':
      return `+${digits}`
    case 'invalid':
      return null
    default:
      return parse(`+${digits}`)
  }
}

const parseNational = (digits: string, region: string): string | null => {
  const country = region.toUpperCase()
  return isSupportedCountry(country) ? parse(digits, country) : null
}

/** The E.164 number of plain digits that start with a country code; null when no country has such a number. */
export const phoneOfDigits = (digits: string): string | null =>
  digits.length < 7 || digits.length > 15 || digits.startsWith('0') ? null : parseInternational(digits)

/** One + at most, and no digit before it. */
const plusLeads = (text: string): boolean => {
  const at = text.indexOf('+')
  return at < 0 || (at === text.lastIndexOf('+') && !/\d/.test(text.slice(0, at)))
}

/** First digits of the scripts that phones are written in besides ASCII: Arabic-Indic, Persian, Devanagari, full-width. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0xff10]
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g

const asciiDigits = (text: string): string => {
  if (/^[\x20-\x7e]*$/.test(text)) return text
  const digit = (character: string): string => {
    const code = character.charCodeAt(0)
    return String(code - (ZEROS.find((zero) => code >= zero && code < zero + 10) ?? code))
  }
  return text.replace(OTHER_DIGITS, digit).replaceAll('\uff0b', '+')
}

/** Reads a text as a phone number: international (`+`, `00`), or national in `region` (ISO 3166-1 alpha-2). */
export const readPhone = (written: string, region?: string): PhoneReading => {
  if (written.length > 40) return { kind: 'not-a-phone' }
  const text = asciiDigits(written)
  if (!PHONE_CHARACTERS.test(text) || !plusLeads(text)) return { kind: 'not-a-phone' }
  const digits = text.replace(NOT_DIGITS, '')
  if (digits === '') return { kind: 'not-a-phone' }
  const international = text.includes('+') ? digits : digits.startsWith('00') ? digits.slice(2) : null
  if (international !== null) {
    const e164 = parseInternational(international)
    return e164 === null ? { kind: 'invalid' } : { kind: 'phone', e164 }
  }
  const national = region === undefined ? null : parseNational(digits, region)
  if (national !== null && region !== undefined) return { kind: 'phone', e164: national, region: region.toUpperCase() }
  if (digits.startsWith('0')) return region === undefined ? { kind: 'needs-country' } : { kind: 'invalid' }
  const e164 = phoneOfDigits(digits)
  if (e164 !== null) return { kind: 'phone', e164 }
  return digits.length < 7 ? { kind: 'invalid' } : { kind: 'needs-country' }
}
