import { ticketLine } from '#shared/cases/ticket-text.ts'
import type { Identifier, Passport } from '#shared/domain/attendees.ts'
import { PROVIDER_NAMES } from '#shared/domain/providers.ts'

/** The forms in which one identifier is copied besides its bare value. */
export const copiesOf = (
  { provider, title }: Pick<Passport, 'provider' | 'title'>,
  identifier: Identifier,
): { label: string; text: string }[] => {
  const { kind, product, value, url, source, seenAt } = identifier
  const json = {
    provider,
    kind,
    ...(product === null ? {} : { product }),
    value,
    source,
    seenAt: new Date(seenAt).toISOString(),
  }
  return [
    ...(url === null ? [] : [{ label: 'Copy as link', text: url }]),
    { label: 'Copy as JSON', text: JSON.stringify(json, null, 2) },
    { label: 'Copy as ticket line', text: `${title} (${PROVIDER_NAMES[provider]}), ${ticketLine(identifier)}` },
  ]
}
