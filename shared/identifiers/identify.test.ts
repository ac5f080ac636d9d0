import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identify } from './identify.ts'
import { MAX_LENGTH, REJECT_MESSAGES } from './reject.ts'
import { REJECT_CODES } from './types.ts'

interface Vector {
  input: string
  region?: string
  provider?: 'linkedin'
  expect?: Record<string, string>[]
  exact?: boolean
  reject?: string
}

const vectors = readFileSync(new URL('./vectors.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Vector)

const carries = (candidate: object, wanted: Record<string, string>): boolean =>
  Object.entries(wanted).every(([key, value]) => (candidate as Record<string, unknown>)[key] === value)

describe('published vectors', () => {
  it.each(vectors.map((vector) => [vector.input.slice(0, 80), vector] as const))('%s', (_, vector) => {
    const options = {
      ...(vector.region ? { region: vector.region } : {}),
      ...(vector.provider ? { provider: vector.provider } : {}),
    }
    const answer = identify(vector.input, options)
    expect(answer.reject).toBe(vector.reject)
    if (vector.expect === undefined) return
    let from = 0
    for (const wanted of vector.expect) {
      const at = answer.candidates.findIndex((candidate, index) => index >= from && carries(candidate, wanted))
      expect(at, `${JSON.stringify(wanted)} in ${JSON.stringify(answer.candidates)}`).toBeGreaterThanOrEqual(0)
      from = at + 1
    }
    if (vector.exact) expect(answer.candidates).toHaveLength(vector.expect.length)
  })
})

const CLASSIC = 'ACoAACyqrxsBPkj5lkYEno55nan46cvhSg35gbk'
const SALES = 'ACwAACyqrxsBEwSCyO_EsO_il1HarhwmGPbnaO4'
const RECRUITER = 'AEMAACyqrxsBbJKG6MN0hfnwWs9Z-SpZgjA5Yb0'

const firstOf = (text: string, region?: string): string => {
  const answer = identify(text, region === undefined ? {} : { region })
  const first = answer.candidates[0]
  return first === undefined ? `reject ${answer.reject}` : `${first.provider} ${first.kind} ${first.value}`
}

describe('forms', () => {
  it.each([
    ['linkedin.com/in/satyanadella/detail/contact-info/', 'linkedin public satyanadella'],
    ['https://de.linkedin.com/in/Satya-Nadella/de?trk=x', 'linkedin public satya-nadella'],
    [`https://www.linkedin.com/sales/people/${SALES},,`, `linkedin internal ${SALES}`],
    [`https://www.linkedin.com/sales/profile/${SALES},name,tok`, `linkedin internal ${SALES}`],
    [`urn:li:fs_miniProfile:${CLASSIC}`, `linkedin internal ${CLASSIC}`],
    [`urn%3Ali%3Afsd_profile%3A${CLASSIC}`, `linkedin internal ${CLASSIC}`],
    [`https://www.linkedin.com/in/${CLASSIC.slice(0, 35)}`, 'reject linkedin-id-malformed'],
    [`urn:li:fsd_profile:${RECRUITER.slice(1)}`, 'reject linkedin-id-malformed'],
    ['https://www.linkedin.com/school/mit/', 'linkedin company mit'],
    ['urn:li:fsd_company:1035', 'linkedin company 1035'],
    ['https://wa.me/qr/ABC', 'reject link-without-number'],
    ['https://chat.whatsapp.com/AbCd', 'reject invite-link'],
    ['whatsapp://send?phone=+33600000000', 'whatsapp public 33600000000@s.whatsapp.net'],
    ['33600000000.0:12@s.whatsapp.net', 'whatsapp public 33600000000@s.whatsapp.net'],
    ['123456789012345:3@lid', 'whatsapp internal 123456789012345@lid'],
    ['12345@broadcast', 'reject not-a-user'],
    ['tel:+33600000000', 'whatsapp public 33600000000@s.whatsapp.net'],
    ['https://ig.me/m/postpress', 'instagram public postpress'],
    ['instagram.com/_u/postpress', 'instagram public postpress'],
    ['https://www.instagram.com/reel/Cx/', 'reject not-a-profile-link'],
    ['durov.t.me', 'telegram username durov'],
    ['https://telegram.dog/durov', 'telegram username durov'],
    ['https://t.me/joinchat/AAAA', 'reject invite-link'],
    ['https://t.me/c/123/4', 'reject private-channel'],
    ['tg://resolve?phone=33600000000', 'telegram public 33600000000'],
    ['https://mobile.twitter.com/postpressApp/status/1', 'x public postpressapp'],
    ['https://x.com/i/user/2244994945', 'x internal 2244994945'],
    ['https://x.com/i/lists/1', 'reject not-a-profile-link'],
    ['https://twitter.com/intent/user?screen_name=PostPress', 'x public postpress'],
    ['https://www.facebook.com/people/Jane-Doe/100000000000001/', 'messenger internal 100000000000001'],
    ['https://www.facebook.com/groups/123', 'reject not-a-profile-link'],
    ['https://user@www.linkedin.com/in/satyanadella', 'reject unknown-host'],
    ['https://www.linkedin.com@evil.example/in/satyanadella', 'reject unknown-host'],
    ['https://www.lınkedin.com/in/satyanadella', 'reject unknown-host'],
    ['data:text/html,x', 'reject unsupported-scheme'],
    ['ftp://linkedin.com/in/x', 'reject unsupported-scheme'],
    ['«@postpressApp»', 'x public postpressapp'],
    ['<https://m.me/zuck.example>', 'messenger public zuck.example'],
  ])('%s', (text, wanted) => expect(firstOf(text)).toBe(wanted))

  it('reads miniProfileUrn as a second candidate', () => {
    const { candidates } = identify(
      `https://www.linkedin.com/in/jane-doe?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${CLASSIC}`,
    )
    expect(candidates.map(({ value }) => value)).toEqual(['jane-doe', CLASSIC])
  })

  it('moves the hinted provider first and hides none', () => {
    const plain = identify('postpress')
    const hinted = identify('postpress', { provider: 'x' })
    expect(hinted.candidates[0]?.provider).toBe('x')
    expect(new Set(hinted.candidates.map(({ provider }) => provider))).toEqual(
      new Set(plain.candidates.map(({ provider }) => provider)),
    )
  })

  it('has a message for every reject code', () => {
    for (const code of REJECT_CODES) expect(REJECT_MESSAGES[code].length).toBeGreaterThan(20)
    expect(identify('x'.repeat(MAX_LENGTH + 1)).reject).toBe('too-long')
  })
})

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .constantFrom('urn:li:', 'https://', '@s.whatsapp.net', 'https://linkedin.com/in/%', 'tg://', '+', '00')
    .chain((start) => fc.string({ maxLength: 60 }).map((rest) => start + rest)),
)

describe('properties', () => {
  it('never throws and answers with exactly one of candidates and reject', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { candidates, reject, input } = identify(text)
        expect(input).toBe(text)
        expect(candidates.length === 0).toBe(reject !== undefined)
      }),
      { numRuns: 2_000 },
    )
  })

  const samples = vectors.filter(({ expect: wanted }) => wanted !== undefined)

  it('finds the same candidate first in its own value (under its provider) and in its own link', () => {
    for (const { input, region } of samples) {
      for (const candidate of identify(input, region ? { region } : {}).candidates) {
        const same = ({ provider, kind, value }: typeof candidate): string => `${provider} ${kind} ${value}`
        // A bare number, company name or public id says nothing about its kind: those are found again by link only.
        if (candidate.kind !== 'company' && candidate.kind !== 'member-number') {
          const again = identify(candidate.value, { provider: candidate.provider }).candidates
          expect(again.map(same), input).toContain(same(candidate))
        }
        if (candidate.url !== undefined) {
          const linked = identify(candidate.url).candidates[0]
          expect(linked && same(linked), candidate.url).toBe(same(candidate))
        }
      }
    }
  })

  it('ignores what copying puts around an identifier', () => {
    const around = fc.constantFrom(
      ['  ', ' '],
      ['“', '”'],
      ['<', '>'],
      ['"', '".'],
      ['\u200b', '\ufeff'],
      ['« ', ' »'],
      ['\u00a0', ','],
    )
    fc.assert(
      fc.property(fc.constantFrom(...samples), around, ({ input, region }, [before, after]) => {
        const options = region ? { region } : {}
        const values = (text: string): string[] => identify(text, options).candidates.map(({ value }) => value)
        expect(values(`${before}${input.trim()}${after}`)).toEqual(values(input))
      }),
    )
  })
})
