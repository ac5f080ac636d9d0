import { fold, shown, wordsOf } from '#shared/text/fold.ts'
import { type IdentifiedRow, readIdentifiedRows } from '../rows.ts'
import type { Store } from '../statements.ts'

/** What a person is compared by: two people of one name are only linked when a company joins them. */
export interface Named {
  title: string
  nameless: boolean
  headline: string | null
}

/** A name that more people have says nothing. */
const MOST_NAMESAKES = 25

/** Characters of a headline that are looked at. */
const MOST_READ = 500

/** "Engineer at Contoso", "CTO @ Contoso | Speaker", "Analyst · Contoso": what stands behind the sign. */
const BEHIND = /(?:^|\s)(?:at|@|·|chez|bei|presso)\s+([^|·•,;@()\n]{3,60})/giu

/** Follows "at" in a headline without being a company. */
const NO_COMPANIES = new Set(['home', 'work', 'large', 'heart', 'night', 'present', 'the', 'freelance', 'university'])

/** A company as a headline writes it, and its words as they are compared. */
export interface NamedCompany {
  name: string
  words: string
}

/** Companies that a headline names. */
export const companiesIn = (headline: string | null): NamedCompany[] => {
  const found: NamedCompany[] = []
  for (const [, name = ''] of (headline ?? '').slice(0, MOST_READ).matchAll(BEHIND)) {
    const words = wordsOf(name).join(' ')
    if (words.length >= 3 && !NO_COMPANIES.has(words)) found.push({ name: shown(name), words })
  }
  return found
}

const names = (headline: string | null, { words }: NamedCompany): boolean =>
  ` ${wordsOf((headline ?? '').slice(0, MOST_READ)).join(' ')} `.includes(` ${words} `)

const sharedCompany = (one: string | null, other: string | null): NamedCompany | null =>
  companiesIn(one).find((company) => names(other, company)) ??
  companiesIn(other).find((company) => names(one, company)) ??
  null

/** A first name alone, or a nickname, is no name to compare. */
const isFullName = (title: string): boolean => wordsOf(title).length >= 2 && fold(title).length >= 4

/**
 * Attendees of the same full name whose headline names the same company. Found by the index of names alone; a name that
 * many people have is not looked at.
 */
export const namesakesOf = (store: Store, person: Named): { data: IdentifiedRow; company: string }[] => {
  if (person.nameless || !isFullName(person.title) || !person.headline) return []
  const rows = store
    .all<{ row: number }>(
      'SELECT row FROM attendees WHERE sort_title = ? LIMIT ?',
      fold(person.title),
      MOST_NAMESAKES + 1,
    )
    .map(({ row }) => row)
  if (rows.length > MOST_NAMESAKES) return []
  return readIdentifiedRows(store, rows).flatMap((data) => {
    const company = data.nameless === 1 ? null : sharedCompany(person.headline, data.headline)
    return company === null ? [] : [{ data, company: company.name }]
  })
}
