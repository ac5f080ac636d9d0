import { CircleQuestionMark, type LucideIcon, MessageCircle, UserCheck, UsersRound } from 'lucide-react'
import type { Passport } from '#shared/domain/attendees.ts'
import type { ReasonKind } from '../../lib/words.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { classes } from '../../ui/classes.ts'
import { ProviderMark } from '../../ui/ProviderMark.tsx'
import styles from './KnownGraph.module.css'
import { knownGraph, type Tie, type TiedAccount } from './known-graph.ts'

const c = classes(styles)

const ICONS: Record<ReasonKind, LucideIcon> = {
  contact: UserCheck,
  chat: MessageCircle,
  group: UsersRound,
  reported: CircleQuestionMark,
}

/** Height of one row and width of a bundle of lines, in the units of the drawing. */
const UNIT = 10

const middle = (row: number): number => (row + 0.5) * UNIT

interface Line {
  key: string
  from: number
  to: number
  holds: boolean
}

/** A bundle of lines between two columns, each from the middle of a row to the middle of another. */
const Lines = ({ lines, rows }: { lines: Line[]; rows: number }) => (
  <svg
    className={c('lines')}
    viewBox={`0 0 ${UNIT} ${rows * UNIT}`}
    preserveAspectRatio="none"
    aria-hidden="true"
    style={{ gridRow: `1 / span ${rows}` }}
  >
    {lines.map(({ key, from, to, holds }) => (
      <path
        key={key}
        className={c('line', !holds && 'broken')}
        d={`M0 ${from} C${UNIT / 2} ${from} ${UNIT / 2} ${to} ${UNIT} ${to}`}
        vectorEffect="non-scaling-stroke"
      />
    ))}
  </svg>
)

const TieBox = ({ tie, row }: { tie: Tie; row: number }) => {
  const Icon = ICONS[tie.kind]
  return (
    <span className={c('tie', tie.holds ? tie.kind : 'fails')} style={{ gridRow: row + 1 }}>
      <Icon size={13} aria-hidden className={c('icon')} />
      <span className={c('tieText')}>
        <span dir="auto" className={c('cut')}>
          {tie.title}
        </span>
        {tie.detail !== '' && <span className={c('cut', 'detail')}>{tie.detail}</span>}
      </span>
    </span>
  )
}

interface Placed {
  account: TiedAccount
  first: number
}

const place = (accounts: TiedAccount[]): Placed[] => {
  let row = 0
  return accounts.map((account) => {
    const first = row
    row += account.ties.length
    return { account, first }
  })
}

/**
 * The reasons as a picture: accounts, what ties them to the person, the person. The words below say the same, so screen
 * readers skip it.
 */
export const KnownGraph = ({ passport, now }: { passport: Passport; now: number }) => {
  const accounts = knownGraph(passport, now)
  if (accounts.length === 0) return null
  const placed = place(accounts)
  const rows = accounts.reduce((sum, { ties }) => sum + ties.length, 0)
  const ties = placed.flatMap(({ account, first }) =>
    account.ties.map((tie, index) => ({
      tie,
      row: first + index,
      key: `${account.id} ${tie.key}`,
      centre: (first + account.ties.length / 2) * UNIT,
    })),
  )
  const { title, nameless, attendeeId } = passport
  return (
    <div className={c('graph', rows === 1 && 'single')} aria-hidden="true">
      {placed.map(({ account, first }) => (
        <span
          key={`${account.id} ${first}`}
          className={c('end')}
          style={{ gridRow: `${first + 1} / span ${account.ties.length}` }}
        >
          <ProviderMark provider={account.provider} />
          <span dir="auto" className={c('name')}>
            {account.name}
          </span>
        </span>
      ))}
      <Lines
        rows={rows}
        lines={ties.map(({ key, centre, row, tie }) => ({ key, from: centre, to: middle(row), holds: tie.holds }))}
      />
      {ties.map(({ key, tie, row }) => (
        <TieBox key={key} tie={tie} row={row} />
      ))}
      <Lines
        rows={rows}
        lines={ties.map(({ key, row, tie }) => ({ key, from: middle(row), to: (rows * UNIT) / 2, holds: tie.holds }))}
      />
      <span className={c('end', 'person')} style={{ gridRow: `1 / span ${rows}` }}>
        <Avatar name={nameless ? '' : title} seed={attendeeId ?? title} />
        <span dir="auto" className={c('name')}>
          {title}
        </span>
      </span>
    </div>
  )
}
