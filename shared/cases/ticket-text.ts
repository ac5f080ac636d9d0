import type { Identifier, Passport } from '../domain/attendees.ts'
import { PROVIDER_NAMES } from '../domain/providers.ts'
import { SOURCE_WORDS } from '../domain/source-words.ts'
import { dateOnly } from '../text/day.ts'

/** One identifier as a line of a ticket: label, value, source and day. */
export const ticketLine = ({ label, display, source, seenAt }: Identifier): string =>
  `${label}: ${display} (${SOURCE_WORDS[source]}, ${dateOnly(seenAt)})`

/** Why the person is known, or is not, in whole sentences after the summary. */
export const knownSentences = ({ known }: Pick<Passport, 'known'>): string[] => {
  if (known.state === 'known') return known.reasons.map(({ sentence }) => sentence)
  return known.state === 'self' ? [] : known.rules.map(({ sentence }) => sentence)
}

/** A person as plain text for a ticket: who, on which account, every identifier with its source, and why known. */
export const ticketText = (passport: Passport): string =>
  [
    `${passport.title} (${PROVIDER_NAMES[passport.provider]}, account ${passport.account.name})`,
    ...(passport.headline === null ? [] : [passport.headline]),
    '',
    ...passport.identifiers.map(ticketLine),
    '',
    passport.known.summary,
    ...knownSentences(passport).map((sentence) => `- ${sentence}`),
    ...(passport.known.state === 'unknown' ? [passport.known.becomesKnown] : []),
  ].join('\n')
