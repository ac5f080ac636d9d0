import { memo } from 'react'
import type { AttendeeRow as Row } from '#shared/domain/attendees.ts'
import { PROVIDER_NAMES } from '#shared/domain/providers.ts'
import { exactTime, shortAgo } from '../../lib/format-time.ts'
import { useDelayed } from '../../lib/use-delayed.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { classes } from '../../ui/classes.ts'
import { Marked } from '../../ui/Marked.tsx'
import { MiddleText } from '../../ui/MiddleText.tsx'
import { ProviderMark } from '../../ui/ProviderMark.tsx'
import { ReasonBadge } from '../../ui/ReasonBadge.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './AttendeeGrid.module.css'
import { GridCell } from './grid-parts.tsx'

const c = classes(styles)

/** What matched when it is not the name, and is not in a column of its own. */
const MatchedText = ({ row, query }: { row: Row; query: string }) =>
  row.matchText !== null && row.matchText !== row.title ? (
    <span className={c('matched', 'mono')}>
      <Marked text={row.matchText} query={query} />
    </span>
  ) : row.headline ? (
    <span dir="auto" className={c('headline')}>
      <Marked text={row.headline} query={row.match === 'Headline' ? query : ''} />
    </span>
  ) : null

const Person = ({ row, query }: { row: Row; query: string }) => (
  <>
    <Avatar name={row.nameless ? '' : row.title} seed={row.id} />
    <div className={c('personText')}>
      <div className={c('title')}>
        <span dir="auto" className={c('name', row.nameless && 'nameless')}>
          <Marked text={row.title} query={query} />
        </span>
        {row.isSelf && <Badge>You</Badge>}
      </div>
      {/* The match is named below, so that the name keeps the width of its column. */}
      <div className={c('second')}>
        {row.match && <span className={c('match')}>{row.match}</span>}
        <MatchedText row={row} query={query} />
      </div>
    </div>
  </>
)

const None = () => (
  <span className={c('none')}>
    <span aria-hidden="true">–</span>
    <VisuallyHidden>none</VisuallyHidden>
  </span>
)

/** The cells of one person. Scrolling and typing render them again only when what they show changed. */
export const AttendeeCells = memo(({ row, now, query }: { row: Row; now: number; query: string }) => (
  <>
    <GridCell className={c('cell', 'person')}>
      <Person row={row} query={query} />
    </GridCell>
    <GridCell className={c('cell', 'account')}>
      <ProviderMark provider={row.provider} />
      <VisuallyHidden>{PROVIDER_NAMES[row.provider]}</VisuallyHidden>
      <span dir="auto" className={c('cut')} title={row.accountName}>
        {row.accountName}
      </span>
    </GridCell>
    <GridCell className={c('cell', 'publicId')}>
      {row.publicId ? (
        <span className={c('cut', 'mono')} title={row.publicId}>
          {/* Where the name is not all that matched, the rest may be here. */}
          <Marked text={row.publicId} query={row.match === null ? '' : query} />
        </span>
      ) : (
        <None />
      )}
    </GridCell>
    <GridCell className={c('cell', 'internalId')}>
      <MiddleText value={row.internalId} />
    </GridCell>
    <GridCell className={c('cell', 'reasons')}>
      {row.reasons.map((kind) => (
        <ReasonBadge key={kind} kind={kind} provider={row.provider} />
      ))}
    </GridCell>
    <GridCell className={c('cell', 'activity')}>
      {row.lastActivityAt === null ? (
        <None />
      ) : (
        <time title={exactTime(row.lastActivityAt)}>{shortAgo(row.lastActivityAt, now)}</time>
      )}
    </GridCell>
  </>
))

/** Placeholders appear only when an answer takes longer than this, ms. */
export const PATIENCE_MS = 150

/** A row whose page is still on its way: blank at first, so that a quick answer never flashes. */
export const WaitingCells = () =>
  useDelayed(true, PATIENCE_MS) && (
    <>
      <GridCell className={c('cell', 'person')}>
        <span className={c('waitingAvatar')} />
        <div className={c('personText')}>
          <Skeleton width="half" />
        </div>
      </GridCell>
      {(['account', 'publicId', 'internalId', 'reasons', 'activity'] as const).map((name) => (
        <GridCell key={name} className={c('cell', name)}>
          <Skeleton width="most" />
        </GridCell>
      ))}
    </>
  )
