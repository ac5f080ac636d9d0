import { expect, it } from 'vitest'
import type { Passport } from '../domain/attendees.ts'
import { ticketText } from './ticket-text.ts'

const SEEN = new Date(2026, 10, 20, 12).getTime()

const unknown: Passport = {
  attendeeId: null,
  provider: 'linkedin',
  title: 'Ada Lovelace',
  nameless: false,
  headline: 'Analyst',
  location: null,
  profileUrl: null,
  isSelf: false,
  phoneHidden: false,
  account: { id: 'a', name: 'Maya', health: 'ok' },
  identifiers: [
    {
      kind: 'public',
      product: null,
      label: 'Public ID',
      value: 'ada',
      display: 'Ada',
      url: null,
      source: 'profile',
      seenAt: SEEN,
    },
  ],
  known: {
    state: 'unknown',
    summary: 'Maya does not know Ada.',
    rules: [{ kind: 'chat', label: 'Existing chat', holds: false, sentence: 'There is no chat.' }],
    becomesKnown: 'As soon as a chat is started.',
  },
  chats: [],
  profile: null,
  follow: null,
  elsewhere: [],
  alsoThrough: [],
  changes: [],
  firstSeenAt: null,
  lastSeenAt: null,
}

it('says who, every identifier with its source and age, and why known or not', () => {
  expect(ticketText(unknown)).toBe(
    [
      'Ada Lovelace (LinkedIn, account Maya)',
      'Analyst',
      '',
      'Public ID: Ada (live profile, 20 Nov 2026)',
      '',
      'Maya does not know Ada.',
      '- There is no chat.',
      'As soon as a chat is started.',
    ].join('\n'),
  )
})
