import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FORM_TARGETS, type FormTarget, formOf, formsOf, productOfTarget, targetOfProduct } from './forms.ts'
import { identify } from './identify.ts'
import { phoneOfDigits } from './phones.ts'
import type { Candidate, IdentifyOptions } from './types.ts'

const CLASSIC = 'ACoAAAB7mzMBkq1FhBGzF3kqvWlSg1Gb2gYh7wQ'
const NUMBER = '8100659'

const read = (text: string, options: IdentifyOptions = {}): Candidate => {
  const [candidate] = identify(text, options).candidates
  if (candidate === undefined) throw new Error(`not an identifier: ${text}`)
  return candidate
}
const values = (text: string, options: IdentifyOptions = {}) =>
  Object.fromEntries(
    formsOf(read(text, options)).flatMap(({ target, value }) => (value === null ? [] : [[target, value]])),
  )
const gapOf = (text: string, target: FormTarget) => {
  const form = formOf(read(text), target)
  return form.value === null ? form.gap : form.value
}

describe('forms of LinkedIn identifiers', () => {
  it('of an internal id: itself, the member number, the link', () => {
    expect(values(CLASSIC)).toEqual({
      'linkedin-classic': CLASSIC,
      'member-number': NUMBER,
      url: `https://www.linkedin.com/in/${CLASSIC}`,
    })
  })

  it('says that the id of another product is not computable', () => {
    expect(formOf(read(CLASSIC), 'linkedin-recruiter')).toEqual({
      target: 'linkedin-recruiter',
      value: null,
      gap: 'needs-lookup',
      why: 'The Recruiter ID is not computable: the end of a LinkedIn id cannot be computed, only the member number is the same in every product. It needs the cache or one API call.',
    })
    expect(gapOf(CLASSIC, 'linkedin-public')).toBe('needs-lookup')
  })

  it('of a public id: itself and the link', () => {
    const link = 'https://www.linkedin.com/in/satyanadella'
    expect(values(`${link}/?locale=fr`)).toEqual({ 'linkedin-public': 'satyanadella', url: link })
    expect(gapOf(link, 'linkedin-classic')).toBe('needs-lookup')
    expect(gapOf(link, 'member-number')).toBe('needs-lookup')
  })

  it('of a member number: nothing that the API could be asked for', () => {
    expect(values(`urn:li:member:${NUMBER}`)).toEqual({ 'member-number': NUMBER })
    for (const target of ['linkedin-classic', 'linkedin-public'] as const)
      expect(gapOf(`urn:li:member:${NUMBER}`, target)).toBe('needs-cache')
    expect(gapOf(`urn:li:member:${NUMBER}`, 'url')).toBe('no-such-form')
  })

  it('of a company: only its link', () => {
    const link = 'https://www.linkedin.com/company/microsoft'
    expect(values(link)).toEqual({ url: link })
    expect(gapOf(link, 'linkedin-public')).toBe('no-such-form')
  })
})

describe('forms of phones and messengers', () => {
  const ALL = {
    'whatsapp-public': '33612345678@s.whatsapp.net',
    'telegram-public': '33612345678',
    phone: '+33612345678',
  }

  it('a phone, a jid, a link and a Telegram phone are the same three forms', () => {
    const whatsapp = { ...ALL, url: 'https://wa.me/33612345678' }
    expect(values('+33 6 12 34 56 78')).toEqual(whatsapp)
    expect(values('06 12 34 56 78', { region: 'FR' })).toEqual(whatsapp)
    expect(values('33612345678:12@s.whatsapp.net')).toEqual(whatsapp)
    expect(values('https://t.me/+33612345678')).toEqual({ ...ALL, url: 'https://t.me/+33612345678' })
  })

  it('a lid is never a phone', () => {
    expect(values('33612345678@lid')).toEqual({})
    for (const target of ['phone', 'whatsapp-public', 'telegram-public'] as const)
      expect(gapOf('33612345678@lid', target)).toBe('needs-cache')
  })

  it('a Telegram user name may have a phone that Telegram tells', () => {
    expect(values('https://t.me/postpress')).toEqual({ url: 'https://t.me/postpress' })
    expect(gapOf('https://t.me/postpress', 'phone')).toBe('needs-lookup')
  })

  it('other providers have links only', () => {
    expect(values('https://x.com/postpressApp')).toEqual({ url: 'https://x.com/postpressapp' })
    expect(gapOf('https://x.com/postpressApp', 'phone')).toBe('no-such-form')
    expect(gapOf('https://x.com/postpressApp', 'linkedin-classic')).toBe('no-such-form')
    expect(gapOf('120363041234567890@g.us', 'phone')).toBe('no-such-form')
  })

  it('a postpress ID needs the cache', () => {
    expect(gapOf('Zm9vYmFyYmF6cXV4MTIzNA', 'url')).toBeTypeOf('string')
    const [attendee] = identify('Zm9vYmFyYmF6cXV4MTIzNA', { provider: 'postpress' }).candidates
    expect(attendee?.provider).toBe('postpress')
    expect(formsOf(attendee as Candidate).every((form) => form.value === null && form.gap === 'needs-cache')).toBe(true)
  })
})

describe('properties of forms', () => {
  const bytes = fc.uint8Array({ minLength: 20, maxLength: 20 })
  const linkedinId = fc
    .tuple(fc.constantFrom(0x2a, 0x3a, 0x2c, 0x43), fc.integer({ min: 1, max: 0xffffffff }), bytes)
    .map(([namespace, member, tail]) => {
      const head = Buffer.alloc(9)
      head.writeUInt16BE(namespace, 0)
      head.writeUIntBE(member, 2, 6)
      head[8] = 1
      return { id: Buffer.concat([head, tail]).toString('base64url'), member: String(member) }
    })
  const phone = fc
    .integer({ min: 600_000_000, max: 799_999_999 })
    .map((number) => `+33${number}`)
    // Not every block of numbers is given out.
    .filter((number) => phoneOfDigits(number.slice(1)) !== null)
  const text = fc.oneof(
    fc.string(),
    phone,
    linkedinId.map(({ id }) => id),
    fc.stringMatching(/^[a-z][a-z0-9_-]{3,30}$/),
    fc.stringMatching(/^\d{5,19}@(?:lid|g\.us)$/),
    phone.map((number) => `${number.slice(1)}@s.whatsapp.net`),
  )

  it('every target is answered once, with a value or a reason', () => {
    fc.assert(
      fc.property(text, (input) => {
        for (const candidate of identify(input).candidates) {
          const forms = formsOf(candidate)
          expect(forms.map(({ target }) => target)).toEqual([...FORM_TARGETS])
          for (const form of forms) expect(form.value === null ? form.why : form.value).not.toBe('')
        }
      }),
    )
  })

  it('a computed form of a person read again gives the same forms', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...FORM_TARGETS), (input, target) => {
        for (const candidate of identify(input).candidates) {
          const { value } = formOf(candidate, target)
          if (value === null || target === 'member-number') continue
          const again = identify(value, { provider: candidate.provider }).candidates
          expect(again.map((one) => formOf(one, target).value)).toContain(value)
        }
      }),
    )
  })

  it('an internal id gives its own product and number, and no other product', () => {
    fc.assert(
      fc.property(linkedinId, ({ id, member }) => {
        const candidate = read(id)
        const own = targetOfProduct(candidate.product ?? 'classic')
        expect(formOf(candidate, 'member-number').value).toBe(member)
        for (const target of FORM_TARGETS.filter((one) => productOfTarget(one) !== null))
          expect(formOf(candidate, target).value).toBe(target === own ? id : null)
      }),
    )
  })

  it('no digits of a lid become a phone', () => {
    fc.assert(
      fc.property(phone, (number) => {
        const candidate = read(`${number.slice(1)}@lid`)
        expect(formsOf(candidate).filter(({ value }) => value !== null)).toEqual([])
      }),
    )
  })
})
