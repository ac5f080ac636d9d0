import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { identify } from './identify.ts'
import { firstLook } from './numbering-plans.ts'
import type { Candidate } from './types.ts'

const same = ({ provider, kind, value }: Candidate): string => `${provider} ${kind} ${value}`

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .constantFrom('urn:li:', 'https://', '@s.whatsapp.net', 'https://linkedin.com/in/%', 'tg://', '+', '00', 'ACoAA')
    .chain((start) => fc.string({ maxLength: 60 }).map((rest) => start + rest)),
)

/** Base64url of a LinkedIn id: namespace, member number in six bytes, 0x01, twenty opaque bytes. */
const linkedinId = fc
  .tuple(
    fc.constantFrom([0x00, 0x2a], [0x00, 0x3a], [0x00, 0x2c], [0x00, 0x43]),
    fc.integer({ min: 1, max: 2 ** 32 - 1 }),
    fc.uint8Array({ minLength: 20, maxLength: 20 }),
  )
  .map(([namespace, member, tail]) => {
    const number = [0, 0, (member >>> 24) & 255, (member >>> 16) & 255, (member >>> 8) & 255, member & 255]
    return { id: Buffer.from([...namespace, ...number, 1, ...tail]).toString('base64url'), member: String(member) }
  })

const lower = [...'abcdefghijklmnopqrstuvwxyz0123456789']
const word = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...lower), minLength: minLength - 1, maxLength: maxLength - 1 }).map((w) => `a${w}`)
const digits = fc.bigInt({ min: 10_000_000n, max: 999_999_999_999n }).map(String)

/** Links and ids that leave no doubt, each with the candidate that it must give. */
const clear = fc.oneof(
  word(3, 100).map((w) => [`https://www.linkedin.com/in/${w}/`, `linkedin public ${w}`]),
  word(1, 60).map((w) => [`linkedin.com/company/${w}/about`, `linkedin company ${w}`]),
  linkedinId.map(({ id }) => [`urn:li:fsd_profile:${id}`, `linkedin internal ${id}`]),
  digits.map((d) => [`${d}@lid`, `whatsapp internal ${d}@lid`]),
  digits.map((d) => [`tg://user?id=${d}`, `telegram internal ${d}`]),
  digits.map((d) => [`https://x.com/i/user/${d}`, `x internal ${d}`]),
  digits.map((d) => [`https://www.facebook.com/profile.php?id=${d}`, `messenger internal ${d}`]),
  word(5, 15).map((w) => [`@${w}`, `x public ${w}`]),
  word(1, 30).map((w) => [`https://instagram.com/_u/${w}`, `instagram public ${w}`]),
  word(20, 32).map((w) => [`https://${w}.t.me`, `telegram username ${w}`]),
  word(20, 50).map((w) => [`m.me/${w}`, `messenger public ${w}`]),
) as fc.Arbitrary<[string, string]>

const around = fc.constantFrom(
  ['  ', ' '],
  ['“', '”'],
  ['<', '>'],
  ['"', '".'],
  ['\u200b', '\ufeff'],
  ['« ', ' »'],
  ['\u00a0', ','],
  ['(', ').'],
  ['\u202a', '\u202c'],
)

describe('any text', () => {
  it('never throws and answers with exactly one of candidates and reject', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(undefined, 'FR', 'XX'), (text, region) => {
        const { candidates, reject, message, input } = identify(text, region === undefined ? {} : { region })
        expect(input).toBe(text)
        expect(candidates.length === 0).toBe(reject !== undefined)
        expect(message === undefined).toBe(reject === undefined)
      }),
      { numRuns: 3_000 },
    )
  })

  it('finds a candidate again in its own value and its own link', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const candidate of identify(text).candidates) {
          // A company name, a member number: their value alone does not say their kind.
          if (candidate.kind !== 'company' && candidate.kind !== 'member-number') {
            const again = identify(candidate.value, { provider: candidate.provider }).candidates
            expect(again.map(same)).toContain(same(candidate))
          }
          if (candidate.url === undefined) continue
          const linked = identify(candidate.url).candidates[0]
          expect(linked && same(linked), candidate.url).toBe(same(candidate))
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('a provider hint moves and never hides', () => {
    fc.assert(
      fc.property(
        anything,
        fc.constantFrom('x' as const, 'telegram' as const, 'messenger' as const),
        (text, provider) => {
          const plain = identify(text).candidates
          const hinted = identify(text, { provider }).candidates
          expect(hinted.map(same).sort()).toEqual(plain.map(same).sort())
          const ofHint = plain.filter((candidate) => candidate.provider === provider).length
          expect(hinted.slice(0, ofHint).every((candidate) => candidate.provider === provider)).toBe(true)
        },
      ),
    )
  })
})

describe('clear identifiers', () => {
  it('give their candidate first, whatever copying put around them', () => {
    fc.assert(
      fc.property(clear, around, ([text, wanted], [before, after]) => {
        const found = identify(`${before}${text}${after}`).candidates[0]
        expect(found && same(found)).toBe(wanted)
      }),
      { numRuns: 1_000 },
    )
  })

  it('decodes the member number of every well-formed LinkedIn id', () => {
    fc.assert(
      fc.property(linkedinId, ({ id, member }) => {
        expect(identify(id).candidates).toMatchObject([{ kind: 'internal', value: id, memberNumber: member }])
      }),
    )
  })

  it('takes a LinkedIn id that lost or gained characters for nothing else', () => {
    fc.assert(
      fc.property(linkedinId, fc.integer({ min: 6, max: 38 }), ({ id }, kept) => {
        expect(identify(id.slice(0, kept)).reject).toBe('linkedin-id-malformed')
        expect(identify(`https://linkedin.com/in/${id.slice(0, kept)}`).reject).toBe('linkedin-id-malformed')
        expect(identify(`${id}x`).reject).toBe('linkedin-id-malformed')
      }),
    )
  })
})

describe('the first look at phone numbers', () => {
  const codes = [
    ...new Set(getCountries().map((country) => String(getCountryCallingCode(country)))),
    '800',
    '883',
    '999',
  ]

  it('agrees with the library wherever it answers', () => {
    const national = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 3, maxLength: 13 })
    fc.assert(
      fc.property(fc.constantFrom(...codes), national, (code, rest) => {
        const look = firstLook(`${code}${rest}`)
        if (look === 'ask-library') return
        const phone = parsePhoneNumberFromString(`+${code}${rest}`)
        expect(phone?.isValid() ? phone.number : 'invalid').toBe(look === 'valid' ? `+${code}${rest}` : 'invalid')
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('sources', () => {
  it('hold no regular expression with a repeated repetition, the shape that takes exponential time', () => {
    const files = [
      'bare',
      'hygiene',
      'identify',
      'link',
      'linkedin',
      'linkedin-id',
      'phones',
      'social-links',
      'telegram',
    ]
    for (const file of [...files, 'whatsapp']) {
      const source = readFileSync(new URL(`./${file}.ts`, import.meta.url), 'utf8')
      expect(source, file).not.toMatch(/[*+}]\)[*+]/)
    }
  })
})
