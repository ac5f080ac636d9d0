import { PROVIDERS, type Provider } from '#shared/domain/providers.ts'
import type { IdentifierFact } from '#shared/domain/records.ts'
import type { Candidate } from '#shared/identifiers/types.ts'

/**
 * Keys under which an identifier is found in any form: case and dots of user names do not count, a phone finds its
 * WhatsApp id and its Telegram public id, a LinkedIn id of one product finds the others by member number.
 *
 * A key is a lower-case value in a scope. Ids are case-sensitive, but people paste any case: whoever needs the exact id
 * compares the stored value after the key found it.
 */
export interface Key {
  scope: number
  value: string
}

/** postpress IDs are found by the attendees' own index: exact, and not in `keys`. */
export const POSTPRESS = 0
const PHONE = 1
const MEMBER = 2
const EMAIL = 3
/** Two scopes per provider follow: ids and names. */
const FIRST_PROVIDER = 10
const idScope = (provider: Provider): number => FIRST_PROVIDER + 2 * PROVIDERS.indexOf(provider)
const nameScope = (provider: Provider): number => idScope(provider) + 1

/** Whether keys of this scope are user names. */
export const isNameScope = (scope: number): boolean => scope > FIRST_PROVIDER && scope % 2 === 1

/** Whether keys of this scope are phone numbers, of whatever provider. */
export const isPhoneScope = (scope: number): boolean => scope === PHONE

const digits = (text: string): string => text.replace(/\D/g, '')

const nameKey = (provider: Provider, value: string): Key => {
  const lower = value.toLowerCase()
  return { scope: nameScope(provider), value: provider === 'messenger' ? lower.replaceAll('.', '') : lower }
}
const idKey = (provider: Provider, value: string): Key => ({ scope: idScope(provider), value: value.toLowerCase() })
const phoneKey = (value: string): Key => ({ scope: PHONE, value: digits(value) })

const publicKey = (provider: Provider, value: string): Key =>
  provider === 'whatsapp' || (provider === 'telegram' && /^\+?\d+$/.test(value))
    ? phoneKey(value.split('@')[0] ?? '')
    : nameKey(provider, value)

/** The key of a stored identifier. */
export const keyOf = (provider: Provider, { kind, value }: Pick<IdentifierFact, 'kind' | 'value'>): Key => {
  switch (kind) {
    case 'postpress-id':
      return { scope: POSTPRESS, value }
    case 'internal':
    case 'messaging':
      return idKey(provider, value)
    case 'public':
      return publicKey(provider, value)
    case 'username':
      return nameKey(provider, value)
    case 'phone':
      return phoneKey(value)
    case 'member-number':
      return { scope: MEMBER, value }
    case 'email':
      return { scope: EMAIL, value: value.toLowerCase() }
  }
}

/** A key as one text. */
export const keyText = ({ scope, value }: Key): string => `${scope}:${value}`

/** The keys under which a candidate's person is stored, most specific first. Empty for what is no user. */
export const candidateKeys = (candidate: Candidate): Key[] => {
  const { provider, value } = candidate
  if (provider === 'postpress') return [{ scope: POSTPRESS, value }]
  switch (candidate.kind) {
    case 'internal': {
      const member = candidate.memberNumber === undefined ? [] : [{ scope: MEMBER, value: candidate.memberNumber }]
      return [idKey(provider, value), ...member]
    }
    case 'public':
      return [publicKey(provider, value)]
    case 'username':
      return [nameKey(provider, value)]
    case 'member-number':
      return [{ scope: MEMBER, value }]
    default:
      return []
  }
}
