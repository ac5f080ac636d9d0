import type { KnownThrough, Passport } from '#shared/domain/attendees.ts'
import type { Evidence, Reason } from '#shared/domain/known.ts'
import type { Provider } from '#shared/domain/providers.ts'
import { plural } from '../../lib/format-number.ts'
import { dateOnly, timeAgo } from '../../lib/format-time.ts'
import { type ReasonKind, reasonWord } from '../../lib/words.ts'

/** One thing between an account and the person; `holds: false` is a rule that fails. */
export interface Tie {
  key: string
  kind: ReasonKind
  title: string
  /** Since when, how many members...; empty when nothing is known. */
  detail: string
  holds: boolean
}

/** An account at the left, with what ties it to the person. */
export interface TiedAccount {
  id: string
  name: string
  provider: Provider
  ties: Tie[]
}

/** More ties of one account than this are counted, not drawn. */
const MOST_TIES = 5

const detailOf = ({ at, atMeaning, memberCount }: Evidence, now: number): string => {
  const when = at === null ? '' : atMeaning === 'since' ? `since ${dateOnly(at)}` : `last ${timeAgo(at, now)}`
  const size = memberCount === null ? '' : plural(memberCount, 'member', 'members')
  return [size, atMeaning === 'none' ? '' : when].filter((part) => part !== '').join(', ')
}

const tiesOf = (reason: Reason, groups: { id: string; name: string }[], now: number): Tie[] => {
  const word = reasonWord(reason.kind, reason.provider)
  if (reason.kind !== 'group') {
    // Several facts can say the same (relation list and network distance): the one with a date says most.
    const best = reason.evidence.find(({ at }) => at !== null) ?? reason.evidence[0]
    const detail = best === undefined ? '' : detailOf(best, now)
    return [{ key: reason.kind, kind: reason.kind, title: word, detail, holds: true }]
  }
  return reason.evidence.map((evidence, index) => ({
    key: `group ${evidence.chatId ?? index}`,
    kind: 'group',
    title: groups.find(({ id }) => id === evidence.chatId)?.name || word,
    detail: detailOf(evidence, now),
    holds: true,
  }))
}

const shortened = (ties: Tie[]): Tie[] => {
  if (ties.length <= MOST_TIES) return ties
  const hidden = ties.length - MOST_TIES + 1
  const title = `${hidden} more`
  return [...ties.slice(0, MOST_TIES - 1), { key: 'more', kind: 'group', title, detail: '', holds: true }]
}

/** The same person on other accounts of the provider, each with its own evidence; links that were rejected are left out. */
export const shownThrough = ({ alsoThrough, elsewhere }: Passport): KnownThrough[] =>
  alsoThrough.filter(
    ({ attendeeId }) => !elsewhere.some(({ row, verdict }) => row.id === attendeeId && verdict === 'rejected'),
  )

const reasonTies = (kinds: ReasonKind[], provider: Provider): Tie[] =>
  kinds.map((kind) => ({ key: kind, kind, title: reasonWord(kind, provider), detail: '', holds: true }))

/** Links that are not certain belong into the picture once a person confirmed them. */
const confirmed = ({ alsoThrough, elsewhere, provider }: Passport): TiedAccount[] =>
  elsewhere
    .filter(({ row, verdict }) => verdict === 'confirmed' && row.provider === provider && row.reasons.length > 0)
    .filter(({ row }) => !alsoThrough.some(({ attendeeId }) => attendeeId === row.id))
    .map(({ row }) => ({
      id: row.accountId,
      name: row.accountName,
      provider,
      ties: reasonTies(row.reasons, provider),
    }))

const otherAccounts = (passport: Passport, now: number): TiedAccount[] => [
  ...shownThrough(passport).map(({ account, reasons, groups }) => ({
    id: account.id,
    name: account.name,
    provider: passport.provider,
    ties: shortened(reasons.flatMap((reason) => tiesOf(reason, groups, now))),
  })),
  ...confirmed(passport),
]

/** Who is tied to the person by what, this account first. Empty for an account's own owner. */
export const knownGraph = (passport: Passport, now: number): TiedAccount[] => {
  const { known, account, provider } = passport
  if (known.state === 'self') return []
  const ties: Tie[] =
    known.state === 'known'
      ? known.reasons.flatMap((reason) => tiesOf(reason, passport.chats, now))
      : known.rules.map(({ kind, label, holds }) => ({
          key: kind,
          kind,
          title: label,
          detail: holds === null ? 'not synced' : holds ? '' : 'does not hold',
          holds: holds === true,
        }))
  return [{ id: account.id, name: account.name, provider, ties: shortened(ties) }, ...otherAccounts(passport, now)]
}
