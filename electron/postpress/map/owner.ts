import type { Provider } from '#shared/domain/providers.ts'
import type { OwnerRecord } from '#shared/domain/records.ts'
import { mapProfile } from './profile.ts'

/** An owner from the payload, whose fields are those of a profile. Throws `bad-response` when it carries no id. */
export const mapOwner = (
  answer: unknown,
  account: { id: string; provider: Extract<Provider, 'linkedin' | 'telegram' | 'x'> },
): OwnerRecord => {
  const profile = mapProfile(answer, { accountId: account.id, provider: account.provider, product: null, at: 0 })
  return {
    accountId: account.id,
    provider: account.provider,
    internalId: profile.internalId,
    name: profile.name,
    identifiers: profile.identifiers.map((fact) => (fact.source === 'profile' ? { ...fact, source: 'account' } : fact)),
  }
}
