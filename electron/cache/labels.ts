import type { Product, Provider } from '#shared/domain/providers.ts'
import type { IdentifierKind } from '#shared/domain/records.ts'
import { urlSegment } from '#shared/links/url-segment.ts'

const PRODUCT_LABELS: Record<Product, string> = {
  classic: 'Classic ID',
  recruiter: 'Recruiter ID',
  'sales-navigator': 'Sales Navigator ID',
}

const INTERNAL: Partial<Record<Provider, string>> = { whatsapp: 'LID' }
const PUBLIC: Record<Provider, string> = {
  linkedin: 'Public ID',
  whatsapp: 'Public ID',
  instagram: 'Username',
  telegram: 'Public ID',
  x: 'Handle',
  messenger: 'Username',
}

/** What an identifier is called in the provider's words. */
export const labelOf = (provider: Provider, kind: IdentifierKind, product: Product | null): string => {
  switch (kind) {
    case 'postpress-id':
      return 'postpress ID'
    case 'internal':
      return product === null ? (INTERNAL[provider] ?? 'Internal ID') : PRODUCT_LABELS[product]
    case 'messaging':
      return 'Messaging ID'
    case 'public':
      return PUBLIC[provider]
    case 'username':
      return 'Username'
    case 'phone':
      return 'Phone'
    case 'member-number':
      return 'Member number'
    case 'email':
      return 'E-mail'
  }
}

const NAME_LINKS: Partial<Record<Provider, (name: string) => string>> = {
  linkedin: (name) => `https://www.linkedin.com/in/${name}`,
  instagram: (name) => `https://www.instagram.com/${name}`,
  telegram: (name) => `https://t.me/${name}`,
  x: (name) => `https://x.com/${name}`,
  messenger: (name) => `https://m.me/${name}`,
}

/** A profile link built here (never the provider's text); null where the identifier has none, or no link can hold it. */
export const linkOf = (
  provider: Provider,
  kind: IdentifierKind,
  value: string,
  product: Product | null,
): string | null => {
  const safe = urlSegment(value)
  if (safe === null) return null
  if (kind === 'username') return NAME_LINKS[provider]?.(safe) ?? null
  if (provider === 'whatsapp')
    return kind === 'public' || kind === 'phone' ? `https://wa.me/${value.replace(/\D/g, '')}` : null
  if (kind === 'public' && provider === 'telegram') return `https://t.me/+${value.replace(/\D/g, '')}`
  if (kind === 'public') return NAME_LINKS[provider]?.(safe) ?? null
  if (kind !== 'internal') return null
  if (provider === 'linkedin' && product === 'recruiter') return `https://www.linkedin.com/talent/profile/${safe}`
  if (provider === 'linkedin' && product === 'sales-navigator') return `https://www.linkedin.com/sales/people/${safe}`
  if (provider === 'linkedin') return `https://www.linkedin.com/in/${safe}`
  return provider === 'x' ? `https://x.com/i/user/${safe}` : null
}
