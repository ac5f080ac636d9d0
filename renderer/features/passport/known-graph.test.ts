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
  alsoThrough: [],
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

  const through = (attendeeId: string, id: string): Passport['alsoThrough'][number] => ({
    attendeeId,
    account: { id, name: 'Tomás', health: 'ok' },
    evidence: 'Same member number: 7',
    reasons: [
      reason('contact', [evidence({ at: Date.UTC(2024, 4, 3), atMeaning: 'since' })]),
      reason('group', [evidence({ chatId: 'g9', memberCount: 3 })]),
    ],
    groups: [{ id: 'g9', name: 'Climbers' }],
  })
  const link = (
    certainty: 'certain' | 'likely',
    changes: Partial<AttendeeRow>,
    verdict: 'confirmed' | 'rejected' | null = null,
  ) => ({ row: row(changes), earlierIds: [], evidence: '', certainty, why: '', verdict, decidedAt: null })

  it('adds the other accounts that know the person, each with its own evidence', () => {
    const accounts = knownGraph(
      passport({ known: known(reason('chat', [evidence()])), alsoThrough: [through('q', 'b')] }),
      NOW,
    )
    expect(accounts.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(accounts[1]?.ties.map(({ title, detail }) => [title, detail])).toEqual([
      ['Relation', 'since 3 May 2024'],
      ['Climbers', '3 members'],
    ])
  })

  it('follows what a person decided: a rejected link is left out, a confirmed one drawn', () => {
    const accounts = knownGraph(
      passport({
        known: known(reason('chat', [evidence()])),
        alsoThrough: [through('q', 'b'), through('r', 'd')],
        elsewhere: [
          link('certain', { id: 'q', accountId: 'b' }),
          link('certain', { id: 'r', accountId: 'd' }, 'rejected'),
          link('likely', { id: 's', accountId: 'c' }),
          link('likely', { id: 't', accountId: 'e' }, 'confirmed'),
          link('likely', { id: 'u', accountId: 'f', provider: 'x' }, 'confirmed'),
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
