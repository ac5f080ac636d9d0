import type { FactSource, IdentifierFact, IdentifierKind } from '#shared/domain/records.ts'
import { decodeOnce } from '#shared/identifiers/hygiene.ts'
import { readPhone } from '#shared/identifiers/phones.ts'

/** The identifiers of one person, in the order of learning. The first source of a value wins. */
export type Facts = Map<string, IdentifierFact>

/** Adds a fact unless the same identifier is already there. */
export const addFact = (facts: Facts, fact: IdentifierFact): void => {
  const key = `${fact.kind} ${fact.value}`
  if (!facts.has(key)) facts.set(key, fact)
}

/** Adds a name that compares without case: lower-case value, the writer's case for showing. A leading @ is dropped. */
export const addHandle = (
  facts: Facts,
  kind: Extract<IdentifierKind, 'public' | 'username'>,
  text: string | null,
  source: FactSource,
): void => {
  const display = decodeOnce(text?.trim() ?? '')
    .replace(/^@/, '')
    .normalize('NFC')
  if (display === '' || /[\s/]/.test(display)) return
  const value = display.toLowerCase()
  addFact(facts, { kind, value, ...(display === value ? {} : { display }), source })
}

/** Adds E-mail addresses, lower-cased; texts that are none are left out. */
export const addEmails = (facts: Facts, emails: string[], source: FactSource): void => {
  for (const email of emails) {
    const display = email.trim()
    const value = display.toLowerCase()
    if (/^[^\s@]+@[^\s@]+$/.test(value))
      addFact(facts, { kind: 'email', value, ...(display === value ? {} : { display }), source })
  }
}

/** Adds phones in E.164. National forms are left out: without their country they could name someone else. */
export const addPhones = (facts: Facts, phones: string[], source: FactSource): void => {
  for (const phone of phones) {
    const reading = readPhone(phone.trim())
    if (reading.kind === 'phone') addFact(facts, { kind: 'phone', value: reading.e164, source })
  }
}

/** The URL when `text` is a web link on one of `hosts` (or below them); null otherwise. */
export const linkOn = (text: string | null, hosts: string[]): URL | null => {
  if (text === null || !URL.canParse(text)) return null
  const url = new URL(text)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`)) ? url : null
}

/** The profile link to show: web links only, anything else is dropped. */
export const webLink = (text: string | null): string | null =>
  text !== null && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null

/** The only path segment of a profile link, e.g. `postpress` of `https://x.com/postpress`. */
export const onlySegment = (url: URL | null): string | null => {
  const segments = url?.pathname.split('/').filter((part) => part !== '') ?? []
  return segments.length === 1 ? (segments[0] ?? null) : null
}

/** First and last name as one; '' when both are missing. */
export const fullName = (first: string | null, last: string | null): string =>
  [first, last].filter((part) => part !== null).join(' ')
