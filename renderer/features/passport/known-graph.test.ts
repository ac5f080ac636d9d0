import { describe, expect, it } from 'vitest'
import type { AttendeeRow, Passport } from '#shared/domain/attendees.ts'
import type { Evidence, Reason } from '#shared/domain/known.ts'
import { knownGraph } from './known-graph.ts'

const NOW = Date.UTC(2026, 10, 24)

const evidence = (changes: Partial<Evidence> = {}): Evidence => ({
  text: 'fact',
  at: null,
  atMeaning: 'none',
  chatId: null,
  memberCount: null,
  source: 'relation',
  seenAt: NOW,
  ...changes,
})

const reason = (kind: Reason['kind'], facts: Evidence[]): Reason => ({
  kind,
  label: kind,
  sentence: '',
  accountId: 'a',
  accountName: 'Ada',
  provider: 'linkedin',
  evidence: facts,
})

const row = (changes: Partial<AttendeeRow>): AttendeeRow => ({
  id: 'other',
  accountId: 'b',
  accountName: 'Tomás',
  provider: 'linkedin',
  title: 'Jane',
  nameless: false,
  headline: null,
  publicId: null,
  internalId: 'x',
  reasons: ['chat'],
  isSelf: false,
  lastActivityAt: null,
  match: null,
  matchText: null,
  ...changes,
})

const passport = (changes: Partial<Passport>): Passport => ({
  attendeeId: 'p',
  provider: 'linkedin',
  title: 'Jane',
  nameless: false,
  headline: null,
  location: null,
  profileUrl: null,
  isSelf: false,
  phoneHidden: false,
  account: { id: 'a', name: 'Ada', health: 'ok' },
  identifiers: [],
  known: { state: 'self', summary: '' },
  chats: [{ id: 'g1', type: 'group', name: 'Product team', lastMessageAt: null, memberCount: 16 }],
  profile: null,
  follow: null,
  elsewhere: [],
  changes: [],
  firstSeenAt: null,
  lastSeenAt: null,
  ...changes,
})

const known = (...reasons: Reason[]): Passport['known'] => ({ state: 'known', summary: '', reasons })

describe('knownGraph', () => {
  it('draws one tie per reason, and one per group with its size', () => {
    const since = evidence({ at: Date.UTC(2024, 4, 3), atMeaning: 'since' })
    const groups = [evidence({ chatId: 'g1', memberCount: 16 }), evidence({ chatId: 'gone' })]
    const [account] = knownGraph(
      passport({ known: known(reason('contact', [evidence(), since]), reason('group', groups)) }),
      NOW,
    )
    expect(account?.ties.map(({ title, detail }) => [title, detail])).toEqual([
      ['Relation', 'since 3 May 2024'],
      ['Product team', '16 members'],
      ['Group', ''],
    ])
  })

  it('counts what does not fit', () => {
    const groups = Array.from({ length: 9 }, (_, index) => evidence({ chatId: `g${index}` }))
    const [account] = knownGraph(passport({ known: known(reason('group', groups)) }), NOW)
    expect(account?.ties).toHaveLength(5)
    expect(account?.ties.at(-1)?.title).toBe('5 more')
  })

  it('adds other accounts only when they certainly know the same person', () => {
    const other = (
      certainty: 'certain' | 'likely',
      changes: Partial<AttendeeRow> = {},
      verdict: 'confirmed' | 'rejected' | null = null,
    ) => ({
      row: row(changes),
      earlierIds: [],
      evidence: '',
      certainty,
      why: '',
      verdict,
      decidedAt: null,
    })
    const accounts = knownGraph(
      passport({
        known: known(reason('chat', [evidence()])),
        elsewhere: [
          other('certain'),
          other('likely', { accountId: 'c' }),
          other('certain', { provider: 'x' }),
          other('certain', { accountId: 'd' }, 'rejected'),
          other('likely', { accountId: 'e' }, 'confirmed'),
        ],
      }),
      NOW,
    )
    expect(accounts.map(({ id }) => id)).toEqual(['a', 'b', 'e'])
  })

  it('draws the rules that fail for unknown users, and nothing for the owner', () => {
    const rules = [
      { kind: 'contact' as const, label: 'Not a relation', holds: false, sentence: '' },
      { kind: 'chat' as const, label: 'No chat', holds: null, sentence: '' },
    ]
    const unknown: Passport['known'] = { state: 'unknown', summary: '', rules, becomesKnown: '' }
    expect(knownGraph(passport({ known: unknown }), NOW)[0]?.ties).toMatchObject([
      { title: 'Not a relation', detail: 'does not hold', holds: false },
      { title: 'No chat', detail: 'not synced', holds: false },
    ])
    expect(knownGraph(passport({}), NOW)).toEqual([])
  })
})
