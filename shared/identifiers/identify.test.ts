import { readFileSync } from 'node:fs'
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
    // Percent-encoded as a whole, as in logs.
    ['33600000000%40s.whatsapp.net', 'whatsapp public 33600000000@s.whatsapp.net'],
    ['https%3A%2F%2Fwww.linkedin.com%2Fin%2Fsatyanadella', 'linkedin public satyanadella'],
    ['%40postpressApp', 'x public postpressapp'],
    [`urn%3Ali%3Afs_salesProfile%3A%28${SALES}%2C%2C%29`, `linkedin internal ${SALES}`],
    ['javascript%3Aalert(1)', 'reject unsupported-scheme'],
    // Ids that were cut off, mangled, or broken over lines.
    [CLASSIC.slice(0, 12), 'reject linkedin-id-malformed'],
    [`${CLASSIC}A`, 'reject linkedin-id-malformed'],
    [CLASSIC.replace('j', '+'), 'reject linkedin-id-malformed'],
    [`${CLASSIC.slice(0, 20)}\n${CLASSIC.slice(20)}`, 'reject linkedin-id-malformed'],
    [`${CLASSIC.slice(0, 11)}C${CLASSIC.slice(12)}`, 'reject linkedin-id-malformed'],
    ['ACortez', 'linkedin public acortez'],
    ['AEinstein', 'linkedin public aeinstein'],
    // Numbers as strings: leading zeros count, and nothing is a number that is too long for one.
    ['013456789', 'instagram internal 013456789'],
    ['12345678901234567890123', 'reject not-an-identifier'],
    ['(+33) 6 00 00 00 00', 'whatsapp public 33600000000@s.whatsapp.net'],
    ['+33 (0)6 00 00 00 00', 'whatsapp public 33600000000@s.whatsapp.net'],
    ['+٣٣٦٠٠٠٠٠٠٠٠', 'whatsapp public 33600000000@s.whatsapp.net'],
    ['＋３３６００００００００', 'whatsapp public 33600000000@s.whatsapp.net'],
    ['https://wa.me/+33 6 00 00 00 00', 'whatsapp public 33600000000@s.whatsapp.net'],
    ['+33+600000000', 'reject not-an-identifier'],
    ['Name: Jane', 'reject not-an-identifier'],
    ['e.g. this/that', 'reject not-an-identifier'],
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

  it.each([
    ['empty', ' \u200b '],
    ['too-long', 'x'.repeat(MAX_LENGTH + 1)],
    ['unsupported-scheme', 'mailto:jane@example.com'],
    ['unknown-host', 'https://lnkd.in/abc'],
    ['not-a-profile-link', 'https://www.linkedin.com/jobs/view/1'],
    ['invite-link', 'tg://join?invite=abc'],
    ['private-channel', 'tg://privatepost?channel=1&post=2'],
    ['link-without-number', 'https://api.whatsapp.com/send?text=hello'],
    ['not-a-user', 'status@broadcast'],
    ['linkedin-id-malformed', `https://www.linkedin.com/sales/lead/${SALES.slice(0, -1)},NAME_SEARCH,x`],
    ['linkedin-person-urn', 'urn:li:person:abc_DEF'],
    ['phone-needs-country', '06 00 00 00 00'],
    ['phone-invalid', 'tel:+33600'],
    ['email-not-supported', '<jane.doe@example.com>'],
    ['not-an-identifier', 'Jane Doe'],
  ] as const)('rejects with %s', (code, text) => {
    expect(identify(text)).toEqual({ input: text, candidates: [], reject: code, message: REJECT_MESSAGES[code] })
  })

  it('has a message for every reject code', () => {
    for (const code of REJECT_CODES) expect(REJECT_MESSAGES[code].length).toBeGreaterThan(20)
    expect(identify('x'.repeat(MAX_LENGTH + 1)).reject).toBe('too-long')
  })
})
