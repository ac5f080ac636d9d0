import type { Passport } from '#shared/domain/attendees.ts'
import { PROVIDER_NAMES } from '#shared/domain/providers.ts'
import { ticketLine } from './identifier-copies.ts'

const knownLines = ({ known }: Passport): string[] => {
  if (known.state === 'known') return [known.summary, ...known.reasons.map(({ sentence }) => `- ${sentence}`)]
  if (known.state === 'self') return [known.summary]
  return [known.summary, ...known.rules.map(({ sentence }) => `- ${sentence}`), known.becomesKnown]
}

/** A person as plain text for a ticket: who, on which account, every identifier with its source, and why known. */
export const ticketText = (passport: Passport): string =>
  [
    `${passport.title} (${PROVIDER_NAMES[passport.provider]}, account ${passport.account.name})`,
    ...(passport.headline === null ? [] : [passport.headline]),
    '',
    ...passport.identifiers.map(ticketLine),
    '',
    ...knownLines(passport),
  ].join('\n')
