import { PROVIDER_NAMES } from '#shared/domain/providers.ts'
import type { ResolveResult } from '#shared/domain/resolve.ts'
import type { Candidate } from '#shared/identifiers/types.ts'

type NotResolvable = Extract<ResolveResult, { state: 'not-resolvable' }>

const notResolvable = (message: string, advice: string): NotResolvable => ({ state: 'not-resolvable', message, advice })

const KIND_NAMES: Record<Candidate['kind'], string> = {
  internal: 'internal ID',
  public: 'public ID',
  username: 'username',
  company: 'company page',
  'member-number': 'member number',
  group: 'group',
  channel: 'channel',
  'attendee-id': 'ID',
}

/** How a reading is named in sentences: "LinkedIn public ID satyanadella". */
export const nameOf = (candidate: Candidate): string => {
  const provider = candidate.provider === 'postpress' ? 'postpress' : PROVIDER_NAMES[candidate.provider]
  return `${provider} ${KIND_NAMES[candidate.kind]} ${candidate.display}`
}

/** Readings that are not a user at all; null when the reading is a user. */
export const notAUser = (candidate: Candidate): NotResolvable | null => {
  switch (candidate.kind) {
    case 'company':
      return notResolvable(
        'This is a LinkedIn company page, not a person.',
        'Paste the profile link or id of a person.',
      )
    case 'group':
      return notResolvable('This is a WhatsApp group, not a person.', 'Open one of its members from the list instead.')
    case 'channel':
      return notResolvable('This is a WhatsApp channel, not a person.', 'Paste the phone number or id of a person.')
    default:
      return null
  }
}

/** Why a reading that the cache does not know cannot be looked up live either. */
export const noLiveLookup = (candidate: Candidate): NotResolvable => {
  if (candidate.provider === 'postpress')
    return notResolvable(
      'No synced attendee has this postpress ID.',
      'Sync again. When an account was connected anew, all of its postpress IDs changed.',
    )
  if (candidate.kind === 'member-number')
    return notResolvable(
      'No synced attendee has this LinkedIn member number, and the API cannot look up a member by number.',
      'Paste the profile link or an internal id (ACo…, AEM…, ACw…) of the person.',
    )
  return notResolvable(
    'This Messenger user is not among the synced attendees, and the API has no profile look-up for Messenger.',
    'Messenger users appear here once a chat with them is synced.',
  )
}
