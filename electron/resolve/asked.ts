import type { Product, Provider } from '#shared/domain/providers.ts'
import { linkedinInternal } from '#shared/identifiers/candidate.ts'
import type { Candidate } from '#shared/identifiers/types.ts'

/** What a live look-up sends, and the reading that its answer must match. */
export interface Asked {
  provider: Provider
  identifier: string
  candidate: Candidate
}

interface Identifiers {
  identifiers: readonly { kind: string; value: string; product?: Product | null }[]
}

/** The internal id of one LinkedIn product, or with null any internal id, the Classic one first. */
export const internalIdOf = ({ identifiers }: Identifiers, product: Product | null): string | null => {
  const ids = identifiers.filter(({ kind }) => kind === 'internal')
  if (product !== null) return ids.find((id) => id.product === product)?.value ?? null
  return (ids.find((id) => id.product === 'classic') ?? ids[0])?.value ?? null
}

/** The reading of an internal id that is known to be one. */
export const internalCandidate = (provider: Provider, value: string): Candidate =>
  (provider === 'linkedin' ? linkedinInternal(value) : null) ?? {
    provider,
    kind: 'internal',
    value,
    display: value,
    certainty: 'certain',
    why: 'An internal id that postpress or the provider reported.',
  }

/**
 * A person who is cached is asked for by internal id: it survives a renaming, and works for people out of network, whom
 * a public id does not reach. Null when there is nothing that a provider could be asked.
 */
export const askedOf = (candidate: Candidate, known: (Identifiers & { provider: Provider }) | null): Asked | null => {
  const internal = known === null ? null : internalIdOf(known, null)
  if (known !== null && internal !== null)
    return {
      provider: known.provider,
      identifier: internal,
      candidate: internalCandidate(known.provider, internal),
    }
  if (candidate.provider === 'postpress' || candidate.kind === 'member-number') return null
  return { provider: candidate.provider, identifier: candidate.value, candidate }
}
