import type { Identifier } from '#shared/domain/attendees.ts'
import type { Provider } from '#shared/domain/providers.ts'
import type { IdentifierKind } from '#shared/domain/records.ts'
import type { StoredIdentifier } from '../identifiers.ts'
import { labelOf, linkOf } from '../labels.ts'

const KIND_ORDER: IdentifierKind[] = [
  'internal',
  'messaging',
  'public',
  'username',
  'phone',
  'member-number',
  'email',
  'postpress-id',
]

const toIdentifier = (provider: Provider, one: StoredIdentifier, seenAt: number): Identifier => ({
  kind: one.kind,
  product: one.product,
  label:
    one.kind === 'postpress-id' && one.seenAt !== null
      ? 'Earlier postpress ID'
      : labelOf(provider, one.kind, one.product),
  value: one.value,
  display: one.display,
  url: linkOf(provider, one.kind, one.value, one.product),
  source: one.source,
  seenAt: one.seenAt ?? seenAt,
})

/**
 * Identifiers in the passport's order of kinds, then by label.
 *
 * @param seenAt when the person was last read, ms since 1970: the age of each identifier that has none of its own.
 */
export const shownIdentifiers = (provider: Provider, facts: StoredIdentifier[], seenAt: number): Identifier[] =>
  facts
    .map((one) => toIdentifier(provider, one, seenAt))
    .sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || a.label.localeCompare(b.label))
