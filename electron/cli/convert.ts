import { type FormGap, type FormTarget, formOf } from '#shared/identifiers/forms.ts'
import { clean } from '#shared/identifiers/hygiene.ts'
import { identify } from '#shared/identifiers/identify.ts'
import { readPhone } from '#shared/identifiers/phones.ts'
import { REJECT_MESSAGES } from '#shared/identifiers/reject.ts'
import type { Candidate, IdentifyOptions, RejectCode } from '#shared/identifiers/types.ts'

/** What `inspector convert` writes for one text: a value, or why there is none. */
export type Converted = { input: string; to: FormTarget } & (
  | { value: string; from: From }
  | { value: null; gap: FormGap; why: string; from: From }
  | { value: null; reject: RejectCode; message: string }
)

/** The reading that was converted: a text can have several. */
type From = Pick<Candidate, 'provider' | 'kind' | 'value' | 'certainty'>

const fromOf = ({ provider, kind, value, certainty }: Candidate): From => ({ provider, kind, value, certainty })

/** How much a missing form still helps: one look-up away, in the cache perhaps, never. */
const HOPE: Record<FormGap, number> = { 'needs-lookup': 0, 'needs-cache': 1, 'no-such-form': 2 }

const PHONE_FORMS: readonly FormTarget[] = ['phone', 'whatsapp-public', 'telegram-public']

/** A number that starts with 0 also reads as an id, but who asks for a phone means a phone whose country is missing. */
const lacksCountry = (input: string, to: FormTarget, { region }: IdentifyOptions): boolean => {
  const text = clean(input)
  return PHONE_FORMS.includes(to) && text.startsWith('0') && readPhone(text, region).kind === 'needs-country'
}

/**
 * Converts a text offline: the likeliest reading that has the form, else the reason of the one that comes nearest. The
 * value keeps the case of ids; phones are E.164 with +.
 */
export const convertText = (input: string, to: FormTarget, options: IdentifyOptions): Converted => {
  const { candidates, reject, message } = identify(input, options)
  let nearest: { gap: FormGap; why: string; candidate: Candidate } | null = null
  for (const candidate of candidates) {
    const form = formOf(candidate, to)
    if (form.value !== null) return { input, to, value: form.value, from: fromOf(candidate) }
    if (nearest === null || HOPE[form.gap] < HOPE[nearest.gap]) nearest = { gap: form.gap, why: form.why, candidate }
  }
  if (lacksCountry(input, to, options))
    return { input, to, value: null, reject: 'phone-needs-country', message: REJECT_MESSAGES['phone-needs-country'] }
  if (nearest !== null)
    return { input, to, value: null, gap: nearest.gap, why: nearest.why, from: fromOf(nearest.candidate) }
  return { input, to, value: null, reject: reject ?? 'not-an-identifier', message: message ?? '' }
}
