import type { Elsewhere } from '#shared/domain/attendees.ts'
import { PROVIDER_NAMES, type Provider } from '#shared/domain/providers.ts'
import type { StoredIdentifier } from '../identifiers.ts'
import { rowsOfKey, rowsOfName } from '../keys.ts'
import { labelOf } from '../labels.ts'
import { isPhoneScope, keyOf } from '../match-keys.ts'
import { type IdentifiedRow, readIdentifiedRows, toRow } from '../rows.ts'
import type { Store } from '../statements.ts'
import { type Named, namesakesOf } from './namesakes.ts'

/** Whose other attendees are looked for; `row` null: somebody who is no attendee. */
export interface Someone extends Named {
  row: number | null
  provider: Provider
  identifiers: StoredIdentifier[]
}

/** Attendees that one identifier is followed to. */
const MOST_ELSEWHERE = 20

interface Link {
  evidence: string
  certainty: Elsewhere['certainty']
  why: string
}

const SHARED_PHONE = 'A phone number has one holder at a time, but families share numbers and providers hand them on.'
const SHARED_EMAIL = 'An e-mail address usually has one reader, but teams share some.'
const EQUAL_HANDLE = 'Anybody can take the same handle on another provider.'
const NAMESAKE = 'People of one name can work for one company.'

const certainly = (evidence: string, provider: Provider): Link => ({
  evidence,
  certainty: 'certain',
  why: `${PROVIDER_NAMES[provider]} gives it to one user only.`,
})

/** What an equal identifier says about two people; null when it says nothing. */
const linkBy = (provider: Provider, one: StoredIdentifier, other: IdentifiedRow): Link | null => {
  const label = labelOf(provider, one.kind, one.product)
  switch (one.kind) {
    case 'member-number':
      return {
        evidence: `Same LinkedIn member number: ${one.display}`,
        certainty: 'certain',
        why: 'LinkedIn gives a member number to one member only, on all its products.',
      }
    case 'email':
      return { evidence: `Same e-mail address: ${one.display}`, certainty: 'likely', why: SHARED_EMAIL }
    case 'internal':
    case 'messaging': {
      // Keys fold case, ids do not: another case is another person.
      const same = other.identifiers.some(({ value }) => value === one.value)
      return same ? certainly(`Same ${label}: ${one.display}`, provider) : null
    }
    case 'phone':
    case 'public':
    case 'username': {
      if (!isPhoneScope(keyOf(provider, one).scope))
        return other.provider === provider ? certainly(`Same ${label}: ${one.display}`, provider) : null
      const evidence = `Same phone number: +${keyOf(provider, one).value}`
      const issues = provider === 'whatsapp' || provider === 'telegram'
      return issues && other.provider === provider
        ? certainly(evidence, provider)
        : { evidence, certainty: 'likely', why: SHARED_PHONE }
    }
    case 'postpress-id':
      return null
  }
}

const RANK: Record<Elsewhere['certainty'], number> = { certain: 0, likely: 1, possible: 2 }

/** Links found so far: the strongest decides how certain a person is, with the evidence for it. */
const createFindings = (own: number | null) => {
  const found = new Map<number, { data: IdentifiedRow; links: Link[] }>()
  return {
    add: (data: IdentifiedRow, link: Link | null): void => {
      if (link === null || data.row === own) return
      const known = found.get(data.row) ?? { data, links: [] }
      if (!known.links.some(({ evidence }) => evidence === link.evidence)) known.links.push(link)
      found.set(data.row, known)
    },
    list: (): Elsewhere[] =>
      [...found.values()]
        .map(({ data, links }) => {
          const sorted = links.toSorted((a, b) => RANK[a.certainty] - RANK[b.certainty])
          return toElsewhere(data, sorted)
        })
        .sort((a, b) => RANK[a.certainty] - RANK[b.certainty]),
  }
}

/** What is certain needs no weaker evidence beside it. */
const told = (links: Link[]): Link[] =>
  links[0]?.certainty === 'certain'
    ? links.filter(({ certainty }) => certainty === 'certain').slice(0, 2)
    : links.slice(0, 3)

const toElsewhere = (data: IdentifiedRow, links: Link[]): Elsewhere => ({
  row: toRow(data, null),
  earlierIds: data.identifiers.flatMap(({ kind, value }) =>
    kind === 'postpress-id' && value !== data.id ? [value] : [],
  ),
  evidence: told(links)
    .map(({ evidence }) => evidence)
    .join('. '),
  certainty: links[0]?.certainty ?? 'possible',
  why: links[0]?.why ?? '',
  verdict: null,
  decidedAt: null,
})

/** Attendees that share an identifier, a handle, or name and company with someone: never merged, each with its evidence. */
export const elsewhereOf = (store: Store, someone: Someone): Elsewhere[] => {
  const { row, provider, identifiers } = someone
  const findings = createFindings(row)
  for (const one of identifiers.filter(({ kind }) => kind !== 'postpress-id'))
    for (const data of readIdentifiedRows(store, rowsOfKey(store, keyOf(provider, one), MOST_ELSEWHERE + 1)))
      findings.add(data, linkBy(provider, one, data))
  for (const { value, kind } of identifiers) {
    if ((kind !== 'public' && kind !== 'username') || /^\+?\d+(?:@|$)/.test(value)) continue
    const evidence = `Equal ${labelOf(provider, kind, null).toLowerCase()}: ${value}`
    for (const data of readIdentifiedRows(store, rowsOfName(store, value, MOST_ELSEWHERE + 1)))
      if (data.provider !== provider) findings.add(data, { evidence, certainty: 'possible', why: EQUAL_HANDLE })
  }
  for (const { data, company } of namesakesOf(store, someone))
    findings.add(data, { evidence: `Same name and company: ${company}`, certainty: 'possible', why: NAMESAKE })
  return findings.list()
}
