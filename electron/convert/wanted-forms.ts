import type { ConvertedForm } from '#shared/domain/convert.ts'
import { PRODUCTS, type Product, type Provider } from '#shared/domain/providers.ts'
import { type FormTarget, formOf, targetOfProduct } from '#shared/identifiers/forms.ts'
import type { Candidate } from '#shared/identifiers/types.ts'

/** One form that is shown, found or missing. */
export type WantedForm = Pick<ConvertedForm, 'provider' | 'kind' | 'product' | 'label'>

const form = (
  provider: Provider,
  kind: WantedForm['kind'],
  label: string,
  product: Product | null = null,
): WantedForm => ({ provider, kind, product, label })

const PRODUCT_LABELS: Record<Product, string> = {
  classic: 'Classic ID',
  recruiter: 'Recruiter ID',
  'sales-navigator': 'Sales Navigator ID',
}

const WHATSAPP_PUBLIC = form('whatsapp', 'public', 'WhatsApp public id')
const TELEGRAM_PUBLIC = form('telegram', 'public', 'Telegram public id')

/** The forms of a user of each provider, in the order shown. */
const OF_USERS: Record<Provider, WantedForm[]> = {
  linkedin: [
    ...PRODUCTS.map((product) => form('linkedin', 'internal', PRODUCT_LABELS[product], product)),
    form('linkedin', 'public', 'Public ID'),
    form('linkedin', 'member-number', 'Member number'),
  ],
  whatsapp: [form('whatsapp', 'phone', 'Phone'), WHATSAPP_PUBLIC, form('whatsapp', 'internal', 'LID'), TELEGRAM_PUBLIC],
  telegram: [
    form('telegram', 'internal', 'Internal ID'),
    form('telegram', 'username', 'Username'),
    form('telegram', 'phone', 'Phone'),
    TELEGRAM_PUBLIC,
    WHATSAPP_PUBLIC,
  ],
  instagram: [
    form('instagram', 'public', 'Username'),
    form('instagram', 'internal', 'Internal ID'),
    form('instagram', 'messaging', 'Messaging ID'),
  ],
  x: [form('x', 'public', 'Handle'), form('x', 'internal', 'Internal ID')],
  messenger: [form('messenger', 'public', 'Username'), form('messenger', 'internal', 'Internal ID')],
}

const OF_OTHERS: Partial<Record<Candidate['kind'], WantedForm>> = {
  company: form('linkedin', 'company', 'Company page'),
  group: form('whatsapp', 'group', 'Group'),
  channel: form('whatsapp', 'channel', 'Channel'),
}

/** The forms to show for a reading. `provider`: whose user a postpress ID is; null when that is not known. */
export const wantedForms = (candidate: Candidate, provider: Provider | null): WantedForm[] => {
  const other = OF_OTHERS[candidate.kind]
  if (other !== undefined) return [other]
  return provider === null ? [] : OF_USERS[provider]
}

/** What the form is called as a target of the offline conversion; null for forms that only their provider tells. */
const targetOf = ({ provider, kind, product }: WantedForm): FormTarget | null => {
  if (product !== null) return targetOfProduct(product)
  if (kind === 'member-number' || kind === 'phone') return kind
  if (kind !== 'public') return null
  if (provider === 'whatsapp' || provider === 'telegram') return `${provider}-public`
  return provider === 'linkedin' ? 'linkedin-public' : null
}

/** A form that needs nothing but the reading itself. */
export interface ComputedForm {
  value: string
  why: string
}

const PASTED = 'This is what was pasted.'

const computedWhy = (candidate: Candidate, wanted: WantedForm): string => {
  if (wanted.kind === 'member-number')
    return candidate.kind === 'member-number'
      ? PASTED
      : 'Derived from the bytes of the id; LinkedIn does not document them.'
  if (wanted.provider === candidate.provider && wanted.kind === candidate.kind) return PASTED
  return 'Computed from the phone number.'
}

/** Computes a form of a reading, offline; null when it cannot be. */
export const computeForm = (candidate: Candidate, wanted: WantedForm): ComputedForm | null => {
  const why = computedWhy(candidate, wanted)
  if (candidate.provider === wanted.provider && candidate.kind === wanted.kind && wanted.product === null)
    return { value: candidate.value, why }
  const target = targetOf(wanted)
  const value = target === null ? null : formOf(candidate, target).value
  return value === null ? null : { value, why }
}

/** Why a form cannot be computed, from the offline conversion; null where that has no opinion. */
export const whyNotComputed = (candidate: Candidate, wanted: WantedForm): string | null => {
  const target = targetOf(wanted)
  const found = target === null ? null : formOf(candidate, target)
  return found === null || found.value !== null ? null : found.why
}
