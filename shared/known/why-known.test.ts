import { expect, it } from 'vitest'
import { type KnownEvidence, whyKnown } from './why-known.ts'

const LONG = 'Wolfeschlegelsteinhausen '.repeat(12).trim()

const evidence: KnownEvidence = {
  provider: 'linkedin',
  accountId: 'a',
  accountName: LONG,
  name: LONG,
  isSelf: false,
  isAttendee: true,
  isPrivate: false,
  relation: null,
  contact: null,
  chats: [{ id: 'c', name: LONG, lastMessageAt: 1, seenAt: 1 }],
  groups: [{ id: 'g', name: LONG, memberCount: 3, seenAt: 1 }],
  synced: { contacts: true, chats: true, members: true },
}

it('stays readable whatever the names are', () => {
  const known = whyKnown(evidence)
  if (known.state !== 'known') throw new Error('not known')
  expect(known.reasons.map(({ kind }) => kind)).toEqual(['chat', 'group'])
  for (const { sentence, evidence: facts } of known.reasons) {
    expect(sentence.length).toBeLessThan(220)
    for (const { text } of facts) expect(text.length).toBeLessThan(80)
  }
  const unknown = whyKnown({ ...evidence, isAttendee: false, chats: [], groups: [] })
  expect(unknown.summary.length).toBeLessThan(160)
})
