import type { Provider } from '#shared/domain/providers.ts'
import type { IdentifierFact } from '#shared/domain/records.ts'
import { mapProfile } from './profile.ts'

/** The owner of a connected account, from `GET /users/me`. */
export interface OwnerRecord {
  accountId: string
  internalId: string
  name: string
  identifiers: IdentifierFact[]
}

/** An owner from the payload, whose fields are those of a profile. Throws `bad-response` when it carries no id. */
export const mapOwner = (
  answer: unknown,
  account: { id: string; provider: Extract<Provider, 'linkedin' | 'telegram' | 'x'> },
): OwnerRecord => {
  const profile = mapProfile(answer, { accountId: account.id, provider: account.provider, product: null, at: 0 })
  return {
    accountId: account.id,
    internalId: profile.internalId,
    name: profile.name,
    identifiers: profile.identifiers.map((fact) => (fact.source === 'profile' ? { ...fact, source: 'account' } : fact)),
  }
}
