import { decodeLinkedinId } from './linkedin-id.ts'
import { phoneOfDigits } from './phones.ts'
import type { Candidate, Certainty } from './types.ts'

/** What every reading of a link or an unmistakable id shares. */
const certain = (why: string): { certainty: Certainty; why: string } => ({ certainty: 'certain', why })

const PRODUCT_LINKS = {
  classic: (id: string) => `https://www.linkedin.com/in/${id}`,
  recruiter: (id: string) => `https://www.linkedin.com/talent/profile/${id}`,
  'sales-navigator': (id: string) => `https://www.linkedin.com/sales/people/${id}`,
}
const PRODUCT_WORDS = { classic: 'Classic', recruiter: 'Recruiter', 'sales-navigator': 'Sales Navigator' }

/** A LinkedIn internal id; null when its 29 bytes are not in order. */
export const linkedinInternal = (id: string): Candidate | null => {
  const decoded = decodeLinkedinId(id)
  if (decoded === null) return null
  const why = `The prefix and layout are those of a LinkedIn ${PRODUCT_WORDS[decoded.product]} id; member number ${decoded.memberNumber} is derived from it.`
  return {
    provider: 'linkedin',
    kind: 'internal',
    value: id,
    display: id,
    ...certain(why),
    product: decoded.product,
    memberNumber: decoded.memberNumber,
    url: PRODUCT_LINKS[decoded.product](id),
  }
}

const encodeSlug = (slug: string): string => encodeURIComponent(slug)

export const linkedinPublic = (slug: string, certainty: Certainty, why: string): Candidate => ({
  provider: 'linkedin',
  kind: 'public',
  value: slug.toLowerCase(),
  display: slug,
  certainty,
  why,
  url: `https://www.linkedin.com/in/${encodeSlug(slug.toLowerCase())}`,
})

export const linkedinCompany = (slug: string): Candidate => ({
  provider: 'linkedin',
  kind: 'company',
  value: slug.toLowerCase(),
  display: slug,
  ...certain('This names a LinkedIn company page.'),
  url: `https://www.linkedin.com/company/${encodeSlug(slug.toLowerCase())}`,
})

export const linkedinMember = (number: string): Candidate => ({
  provider: 'linkedin',
  kind: 'member-number',
  value: number,
  display: number,
  memberNumber: number,
  ...certain('A LinkedIn member number: the same for a person in every LinkedIn product.'),
})

/** A WhatsApp phone id. `digits` are the phone's, without +. The phone is named only when such a number can exist. */
export const whatsappPublic = (digits: string, certainty: Certainty, why: string, e164?: string): Candidate => {
  const valid = e164 ?? phoneOfDigits(digits)
  const phone = valid ?? `+${digits}`
  const value = `${phone.slice(1)}@s.whatsapp.net`
  // A link is only offered to a number that can exist: WhatsApp refuses the others, and so does reading it again.
  const link = valid === null ? {} : { url: `https://wa.me/${phone.slice(1)}` }
  return { provider: 'whatsapp', kind: 'public', value, display: value, certainty, why, phone, ...link }
}

export const telegramPublic = (digits: string, certainty: Certainty, why: string): Candidate => ({
  provider: 'telegram',
  kind: 'public',
  value: digits,
  display: `+${digits}`,
  certainty,
  why,
  phone: `+${digits}`,
  url: `https://t.me/+${digits}`,
})

/** The two readings of a valid phone number. `region`: the country that a number without country code was read with. */
export const phoneCandidates = (e164: string, region?: string): Candidate[] => {
  const digits = e164.slice(1)
  const what = region === undefined ? 'A valid phone number' : `A valid phone number, read as one of ${region}`
  return [
    whatsappPublic(digits, 'likely', `${what}: its WhatsApp public id is the number with a suffix.`, e164),
    telegramPublic(digits, 'likely', `${what}: on Telegram the phone is the public id.`),
  ]
}

type Named = 'instagram' | 'telegram' | 'x' | 'messenger'

const NAME_LINKS: Record<Named, (name: string) => string> = {
  instagram: (name) => `https://www.instagram.com/${name}`,
  telegram: (name) => `https://t.me/${name}`,
  x: (name) => `https://x.com/${name}`,
  messenger: (name) => `https://m.me/${name}`,
}

/** A user name of a provider that has them. Compared without case. */
export const userName = (provider: Named, name: string, certainty: Certainty, why: string): Candidate => {
  const value = name.toLowerCase()
  const kind = provider === 'telegram' ? 'username' : 'public'
  return { provider, kind, value, display: name, certainty, why, url: NAME_LINKS[provider](value) }
}

const ID_LINKS: Partial<Record<Named, (id: string) => string>> = {
  telegram: (id) => `tg://user?id=${id}`,
  x: (id) => `https://x.com/i/user/${id}`,
  messenger: (id) => `https://www.facebook.com/profile.php?id=${id}`,
}

/** A numeric internal id. */
export const numericId = (provider: Named, id: string, certainty: Certainty, why: string): Candidate => {
  const url = ID_LINKS[provider]?.(id)
  return { provider, kind: 'internal', value: id, display: id, certainty, why, ...(url === undefined ? {} : { url }) }
}
