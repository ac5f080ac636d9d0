import type { CaseStatus, PersonSnapshot } from '../domain/cases.ts'
import { PROVIDER_NAMES } from '../domain/providers.ts'
import { SOURCE_WORDS } from '../domain/source-words.ts'
import { dateOnly } from '../text/day.ts'
import { escapeMarkdownLines, markdownCode, escapeMarkdown as plain, readableJson } from '../text/markdown.ts'

/** A case with everything that is known about its people. Times are ms. */
export interface ExportedCase {
  title: string
  ticket: string
  status: CaseStatus
  notes: string
  createdAt: number
  changedAt: number
  people: ExportedPerson[]
}

export interface ExportedPerson {
  note: string
  pinnedAt: number
  /** False: no longer in the cache; `person` is what was written down when they were pinned. */
  cached: boolean
  person: PersonSnapshot
}

const CERTAINTY = { certain: 'certain', likely: 'likely', possible: 'possible' } as const

const ageOf = (at: number, now: number): string => {
  const days = Math.max(0, Math.floor((now - at) / 86_400_000))
  return days === 0 ? 'today' : days === 1 ? '1 day old' : `${days.toLocaleString('en-GB')} days old`
}

const identifierLines = ({ identifiers }: PersonSnapshot, now: number): string[] =>
  identifiers.map(
    ({ label, display, source, seenAt }) =>
      `- ${plain(label)}: ${markdownCode(display)} (${SOURCE_WORDS[source]}, ${dateOnly(seenAt)}, ${ageOf(seenAt, now)})`,
  )

const accountLines = ({ provider, account, elsewhere }: PersonSnapshot): string[] => [
  `- ${PROVIDER_NAMES[provider]}, ${plain(account.name)}`,
  ...elsewhere.map((other) => {
    const certainty = other.verdict === 'confirmed' ? 'confirmed by us' : CERTAINTY[other.certainty]
    return `- ${PROVIDER_NAMES[other.provider]}, ${plain(other.accountName)}: ${plain(other.title)} (${certainty}: ${plain(other.evidence)})`
  }),
]

const personLines = ({ note, cached, person, pinnedAt }: ExportedPerson, index: number, now: number): string[] => {
  const { known } = person
  const gone = `No longer in the cache: everything below is as of ${dateOnly(person.takenAt)}.`
  return [
    `## ${index + 1}. ${plain(person.title)} (${PROVIDER_NAMES[person.provider]}, ${plain(person.account.name)})`,
    '',
    ...(cached ? [] : [gone, '']),
    ...(person.headline === null || plain(person.headline) === '' ? [] : [plain(person.headline), '']),
    ...(note.trim() === '' ? [] : [escapeMarkdownLines(note), '']),
    '### Identifiers',
    '',
    ...identifierLines(person, now),
    '',
    '### Accounts',
    '',
    ...accountLines(person),
    '',
    known.state === 'unknown' ? '### Why not known' : '### Why known',
    '',
    plain(known.summary),
    '',
    ...known.sentences.map((sentence) => `- ${plain(sentence)}`),
    ...(known.becomesKnown === null ? [] : ['', plain(known.becomesKnown)]),
    '',
    `Pinned on ${dateOnly(pinnedAt)}.`,
    '',
  ]
}

/** The case as Markdown for a ticket: nothing that a provider or a person wrote is read as Markdown. */
export const caseMarkdown = (exported: ExportedCase, now: number): string => {
  const { title, ticket, status, notes, createdAt, people } = exported
  const facts = [
    ...(ticket.trim() === '' ? [] : [`Ticket ${markdownCode(ticket)}`]),
    status === 'open' ? 'open' : 'closed',
    `opened ${dateOnly(createdAt)}`,
    `exported ${dateOnly(now)}`,
  ]
  return `${[
    `# ${plain(title)}`,
    '',
    `${facts.join(', ')}.`,
    '',
    ...(notes.trim() === '' ? [] : ['## Notes', '', escapeMarkdownLines(notes), '']),
    ...people.flatMap((person, index) => personLines(person, index, now)),
  ]
    .join('\n')
    .trimEnd()}\n`
}

const iso = (at: number): string => new Date(at).toISOString()

/** The case as JSON: the same facts, times as ISO 8601. */
export const caseJson = (exported: ExportedCase, now: number): string =>
  `${readableJson({
    case: {
      title: exported.title,
      ticket: exported.ticket,
      status: exported.status,
      createdAt: iso(exported.createdAt),
      changedAt: iso(exported.changedAt),
      exportedAt: iso(now),
      notes: exported.notes,
    },
    people: exported.people.map(({ note, pinnedAt, cached, person }) => ({
      note,
      pinnedAt: iso(pinnedAt),
      cached,
      asOf: iso(person.takenAt),
      title: person.title,
      provider: person.provider,
      attendeeId: person.attendeeId,
      headline: person.headline,
      account: person.account,
      identifiers: person.identifiers.map(({ kind, product, label, value, source, seenAt }) => ({
        kind,
        ...(product === null ? {} : { product }),
        label,
        value,
        source,
        seenAt: iso(seenAt),
      })),
      known: person.known,
      elsewhere: person.elsewhere,
    })),
  })}\n`
