import type { Provider } from '#shared/domain/providers.ts'
import type { IdentifierFact, IdentifierKind } from '#shared/domain/records.ts'
import type { Candidate } from '#shared/identifiers/types.ts'

/**
 * Keys under which an identifier is found in any form: case and dots of user names do not count, a phone finds its
 * WhatsApp id and its Telegram public id, a LinkedIn id of one product finds the others by member number.
 */
const digits = (text: string): string => text.replace(/\D/g, '')

const userKey = (provider: Provider, value: string): string => {
  const lower = value.toLowerCase()
  return `${provider}:name:${provider === 'messenger' ? lower.replaceAll('.', '') : lower}`
}

const publicKey = (provider: Provider, value: string): string =>
  provider === 'whatsapp' || (provider === 'telegram' && /^\+?\d+$/.test(value))
    ? `phone:${digits(value.split('@')[0] ?? '')}`
    : userKey(provider, value)

/** The key of a stored identifier. */
export const factKey = (provider: Provider, fact: Pick<IdentifierFact, 'kind' | 'value'>): string => {
  const keys: Record<IdentifierKind, () => string> = {
    'postpress-id': () => `postpress:${fact.value}`,
    internal: () => `${provider}:id:${fact.value}`,
    messaging: () => `${provider}:id:${fact.value}`,
    public: () => publicKey(provider, fact.value),
    username: () => userKey(provider, fact.value),
    phone: () => `phone:${digits(fact.value)}`,
    'member-number': () => `linkedin:member:${fact.value}`,
    email: () => `email:${fact.value.toLowerCase()}`,
  }
  return keys[fact.kind]()
}

/** The keys under which a candidate's person is stored, most specific first. Empty for what is no user. */
export const candidateKeys = (candidate: Candidate): string[] => {
  if (candidate.provider === 'postpress') return [`postpress:${candidate.value}`]
  const { provider, value } = candidate
  switch (candidate.kind) {
    case 'internal': {
      const member = candidate.memberNumber === undefined ? [] : [`linkedin:member:${candidate.memberNumber}`]
      return [`${provider}:id:${value}`, ...member]
    }
    case 'public':
      return [publicKey(provider, value)]
    case 'username':
      return [userKey(provider, value)]
    case 'member-number':
      return [`linkedin:member:${value}`]
    default:
      return []
  }
}
