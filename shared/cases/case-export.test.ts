import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonSnapshot } from '../domain/cases.ts'
import { caseJson, caseMarkdown, type ExportedCase } from './case-export.ts'
import { exportFileName } from './file-name.ts'

const NOW = new Date(2026, 10, 28, 12).getTime()
const DAY = 86_400_000

const ada: PersonSnapshot = {
  attendeeId: 'p1',
  provider: 'linkedin',
  title: 'Ada <b>`Lovelace`</b> | \u202e x',
  nameless: false,
  headline: '# Analyst',
  account: { id: 'a', name: 'Maya [x](y)' },
  identifiers: [
    {
      kind: 'internal',
      product: 'recruiter',
      label: 'Recruiter ID',
      value: 'AEMAA`x',
      display: 'AEMAA`x',
      url: null,
      source: 'profile',
      seenAt: NOW - 3 * DAY,
    },
  ],
  known: {
    state: 'known',
    summary: 'Ada is a relation.',
    sentences: ['Ada is a relation of Maya.'],
    becomesKnown: null,
  },
  elsewhere: [
    {
      title: 'Ada',
      provider: 'whatsapp',
      accountName: 'Support',
      evidence: 'Same phone number: +1',
      certainty: 'likely',
      verdict: 'confirmed',
    },
  ],
  takenAt: NOW - DAY,
}

const exported: ExportedCase = {
  title: 'Fails * again',
  ticket: 'SUP-1',
  status: 'open',
  notes: 'First line\n- second',
  createdAt: NOW - 5 * DAY,
  changedAt: NOW,
  people: [{ note: 'The sender', pinnedAt: NOW - 2 * DAY, cached: false, person: ada }],
}

describe('an exported case', () => {
  it('is Markdown with every fact and its age, and nothing of others that is read as Markdown', () => {
    expect(caseMarkdown(exported, NOW)).toBe(
      [
        '# Fails \\* again',
        '',
        'Ticket `SUP-1`, open, opened 23 Nov 2026, exported 28 Nov 2026.',
        '',
        '## Notes',
        '',
        'First line\\',
        '\\- second',
        '',
        '## 1. Ada \\<b\\>\\`Lovelace\\`\\</b\\> \\| x (LinkedIn, Maya \\[x\\]\\(y\\))',
        '',
        'No longer in the cache: everything below is as of 27 Nov 2026.',
        '',
        '\\# Analyst',
        '',
        'The sender',
        '',
        '### Identifiers',
        '',
        '- Recruiter ID: `` AEMAA`x `` (live profile, 25 Nov 2026, 3 days old)',
        '',
        '### Accounts',
        '',
        '- LinkedIn, Maya \\[x\\]\\(y\\)',
        '- WhatsApp, Support: Ada (confirmed by us: Same phone number: +1)',
        '',
        '### Why known',
        '',
        'Ada is a relation.',
        '',
        '- Ada is a relation of Maya.',
        '',
        'Pinned on 26 Nov 2026.',
        '',
      ].join('\n'),
    )
  })

  it('is JSON with the same facts, times as ISO 8601', () => {
    const json = caseJson(exported, NOW)
    expect(json).not.toContain('\u202e')
    expect(JSON.parse(json)).toMatchObject({
      case: { title: 'Fails * again', ticket: 'SUP-1', exportedAt: new Date(NOW).toISOString() },
      people: [
        {
          cached: false,
          title: ada.title,
          identifiers: [{ kind: 'internal', product: 'recruiter', value: 'AEMAA`x', source: 'profile' }],
          known: { sentences: ['Ada is a relation of Maya.'] },
          elsewhere: [{ verdict: 'confirmed' }],
        },
      ],
    })
  })
})

describe('the name of an exported file', () => {
  it.each([
    ['Messages to <b>Ada</b> fail', 'case-messages-to-b-ada-b-fail.md'],
    ['../../etc/passwd', 'case-etc-passwd.md'],
    ['CON', 'case-con.md'],
    ['...', 'case.md'],
    ['王小明', 'case-王小明.md'],
  ])('of "%s" is %s', (title, name) => {
    expect(exportFileName(title, 'markdown')).toBe(name)
  })

  it('is one short name of letters and digits, whatever the title is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const name = exportFileName(title, 'json')
        expect(name).toMatch(/^case(?:-[\p{L}\p{N}-]+)?\.json$/u)
        expect(Buffer.byteLength(name)).toBeLessThan(255)
      }),
    )
  })
})
