/** The messaging providers, in tab order. Free of zod so that the renderer can import the values too. */
export const PROVIDERS = ['linkedin', 'whatsapp', 'instagram', 'telegram', 'x', 'messenger'] as const
export type Provider = (typeof PROVIDERS)[number]

/** LinkedIn products: each has its own internal ids for the same member. */
export const PRODUCTS = ['classic', 'recruiter', 'sales-navigator'] as const
export type Product = (typeof PRODUCTS)[number]

export const PROVIDER_NAMES: Record<Provider, string> = {
  linkedin: 'LinkedIn',
  whatsapp: 'WhatsApp',
  instagram: 'Instagram',
  telegram: 'Telegram',
  x: 'X',
  messenger: 'Messenger',
}

export const PRODUCT_NAMES: Record<Product, string> = {
  classic: 'Classic',
  recruiter: 'Recruiter',
  'sales-navigator': 'Sales Navigator',
}

/** What each provider calls a contact of the connected account. */
export const CONTACT_WORDS: Record<Provider, string> = {
  linkedin: 'Relation',
  whatsapp: 'Contact',
  instagram: 'Contact',
  telegram: 'Contact',
  x: 'Contact',
  messenger: 'Friend',
}
