import { PRODUCT_NAMES, PRODUCTS, type Product } from '../domain/providers.ts'
import type { Candidate } from './types.ts'

/** What an identifier can be converted to, in the order shown. */
export const FORM_TARGETS = [
  'linkedin-classic',
  'linkedin-recruiter',
  'linkedin-sales-navigator',
  'linkedin-public',
  'member-number',
  'whatsapp-public',
  'telegram-public',
  'phone',
  'url',
] as const
export type FormTarget = (typeof FORM_TARGETS)[number]

export const FORM_GAPS = [
  /** One live look-up (or an earlier one, or a synced attendee) gives it. */
  'needs-lookup',
  /** No call of the API gives it: only synced data that holds both can. */
  'needs-cache',
  /** An identifier of this kind has no such form. */
  'no-such-form',
] as const
export type FormGap = (typeof FORM_GAPS)[number]

/** One form of an identifier: its value, or why it cannot be computed offline. */
export type Form =
  | { target: FormTarget; value: string }
  | { target: FormTarget; value: null; gap: FormGap; why: string }

const PRODUCT_TARGETS: Record<Product, FormTarget> = {
  classic: 'linkedin-classic',
  recruiter: 'linkedin-recruiter',
  'sales-navigator': 'linkedin-sales-navigator',
}

/** The product whose internal id a target is; null for the other targets. */
export const productOfTarget = (target: FormTarget): Product | null =>
  PRODUCTS.find((product) => PRODUCT_TARGETS[product] === target) ?? null

/** The target that is the internal id of a LinkedIn product. */
export const targetOfProduct = (product: Product): FormTarget => PRODUCT_TARGETS[product]

type Answer = string | { gap: FormGap; why: string }

const gap = (kind: FormGap, why: string): Answer => ({ gap: kind, why })

const NOT_USERS: Partial<Record<Candidate['kind'], string>> = {
  company: 'A company page is no user: it has no ids of LinkedIn products.',
  group: 'A WhatsApp group is no user: it has no phone number and no public id.',
  channel: 'A WhatsApp channel is no user: it has no phone number and no public id.',
}

const TAIL = 'the end of a LinkedIn id cannot be computed, only the member number is the same in every product'

const productId = (candidate: Candidate, product: Product): Answer => {
  if (candidate.kind === 'internal' && candidate.product === product) return candidate.value
  const name = PRODUCT_NAMES[product]
  if (candidate.kind === 'internal')
    return gap('needs-lookup', `The ${name} ID is not computable: ${TAIL}. It needs the cache or one API call.`)
  if (candidate.kind === 'member-number')
    return gap('needs-cache', `The ${name} ID is not computable: ${TAIL}. The API cannot look up a member by number.`)
  return gap('needs-lookup', `A public id says nothing of the ${name} id: it needs the cache or one API call.`)
}

const linkedinPublicOf = (candidate: Candidate): Answer => {
  if (candidate.kind === 'public') return candidate.value
  return candidate.kind === 'member-number'
    ? gap('needs-cache', 'A member number does not say the public id, and the API cannot look up a member by number.')
    : gap('needs-lookup', 'An internal id does not hold the public id: it needs the cache or one API call.')
}

const memberNumberOf = ({ memberNumber }: Candidate): Answer =>
  memberNumber ??
  gap('needs-lookup', 'A public id does not hold the member number: it needs the cache or one API call.')

const linkedinForm = (candidate: Candidate, target: FormTarget): Answer => {
  const product = productOfTarget(target)
  if (candidate.provider !== 'linkedin') return gap('no-such-form', 'Only LinkedIn users have this.')
  if (product !== null) return productId(candidate, product)
  return target === 'linkedin-public' ? linkedinPublicOf(candidate) : memberNumberOf(candidate)
}

const phoneOf = (candidate: Candidate): Answer => {
  if (candidate.phone !== undefined) return candidate.phone
  if (candidate.provider === 'whatsapp')
    return gap(
      'needs-cache',
      'A lid is opaque digits, never a phone: the number is known only where an attendee carries both.',
    )
  if (candidate.provider === 'telegram')
    return gap('needs-lookup', 'A Telegram user name or id does not hold the phone: Telegram may tell it when asked.')
  return gap('no-such-form', 'This identifier holds no phone number.')
}

const ofPhone = (candidate: Candidate, form: (digits: string) => string): Answer => {
  const phone = phoneOf(candidate)
  return typeof phone === 'string' ? form(phone.slice(1)) : phone
}

const urlOf = (candidate: Candidate): Answer =>
  candidate.url ??
  gap(
    'no-such-form',
    candidate.kind === 'member-number'
      ? 'LinkedIn has no links by member number.'
      : 'No public link exists for this kind of identifier.',
  )

const answer = (candidate: Candidate, target: FormTarget): Answer => {
  if (target === 'url' && candidate.url !== undefined) return candidate.url
  if (candidate.provider === 'postpress')
    return gap('needs-cache', 'A postpress ID says nothing of the person: only the synced attendee does.')
  const notUser = NOT_USERS[candidate.kind]
  if (notUser !== undefined) return gap('no-such-form', notUser)
  switch (target) {
    case 'whatsapp-public':
      return ofPhone(candidate, (digits) => `${digits}@s.whatsapp.net`)
    case 'telegram-public':
      return ofPhone(candidate, (digits) => digits)
    case 'phone':
      return phoneOf(candidate)
    case 'url':
      return urlOf(candidate)
    default:
      return linkedinForm(candidate, target)
  }
}

/** One form of a reading of `identify()`, computed offline; ids keep their case, phones are E.164 with `+`. Never throws. */
export const formOf = (candidate: Candidate, target: FormTarget): Form => {
  const found = answer(candidate, target)
  return typeof found === 'string' ? { target, value: found } : { target, value: null, ...found }
}

/** Every form of a reading, in the order of FORM_TARGETS. */
export const formsOf = (candidate: Candidate): Form[] => FORM_TARGETS.map((target) => formOf(candidate, target))
