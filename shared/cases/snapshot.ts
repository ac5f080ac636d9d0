import type { Passport } from '../domain/attendees.ts'
import type { PersonSnapshot } from '../domain/cases.ts'
import { knownSentences } from './ticket-text.ts'

/** What a case keeps of a passport. `takenAt` in ms. */
export const snapshotOf = (passport: Passport, takenAt: number): PersonSnapshot => ({
  attendeeId: passport.attendeeId,
  provider: passport.provider,
  title: passport.title,
  nameless: passport.nameless,
  headline: passport.headline,
  account: { id: passport.account.id, name: passport.account.name },
  identifiers: passport.identifiers,
  known: {
    state: passport.known.state,
    summary: passport.known.summary,
    sentences: knownSentences(passport),
    becomesKnown: passport.known.state === 'unknown' ? passport.known.becomesKnown : null,
  },
  elsewhere: passport.elsewhere
    .filter(({ verdict }) => verdict !== 'rejected')
    .map(({ row, evidence, certainty, verdict }) => ({
      title: row.title,
      provider: row.provider,
      accountName: row.accountName,
      evidence,
      certainty,
      verdict,
    })),
  takenAt,
})
