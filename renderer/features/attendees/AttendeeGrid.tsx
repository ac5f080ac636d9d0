import { type KeyboardEvent, useEffect, useLayoutEffect, useState } from 'react'
import { formatNumber } from '../../lib/format-number.ts'
import { useDelayed } from '../../lib/use-delayed.ts'
import { useLongList } from '../../lib/use-long-list.ts'
import { useNow } from '../../lib/use-now.ts'
import { classes } from '../../ui/classes.ts'
import styles from './AttendeeGrid.module.css'
import { AttendeeCells, PATIENCE_MS, WaitingCells } from './AttendeeRow.tsx'
import { showRows, useAttendeeStore } from './attendee-store.ts'
import { rowAfterKey } from './grid-keys.ts'
import { GridHeading, GridRoot, GridRow, GridRows } from './grid-parts.tsx'
import { LetterRail } from './LetterRail.tsx'
import { positionOf, readLetters, useLetterStore } from './letter-store.ts'
import { rowAt, rowCount } from './page-window.ts'

const c = classes(styles)

const COLUMNS = [
  ['person', 'Person'],
  ['account', 'Account'],
  ['publicId', 'Public ID'],
  ['internalId', 'Internal ID'],
  ['reasons', 'Known because'],
  ['activity', 'Last activity'],
] as const

/** Rows that are read before they are visible: a flick of the wheel stays within them. */
const AHEAD = 40

interface AttendeeGridProps {
  /** The person who is open beside the grid. */
  openId: string | null
  onOpen: (id: string) => void
}

const Header = ({ total }: { total: string }) => (
  <GridRow aria-rowindex={1} className={c('row', 'header')}>
    {COLUMNS.map(([key, label]) => (
      <GridHeading key={key} className={c('cell', key, 'heading')}>
        {label}
        {key === 'person' && <span className={c('total')}>{total}</span>}
      </GridHeading>
    ))}
  </GridRow>
)

let marked = false
/** For measuring the start: when the first rows were painted. */
const markFirstRows = (): void => {
  if (marked) return
  marked = true
  requestAnimationFrame(() => setTimeout(() => performance.mark('first-rows')))
}

/** px; the root's size follows the person's setting, and does not change while the window is open. */
const measureRow = (): number => 2.75 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 44

/** The list of attendees: virtualised, one tab stop, arrows move, Enter opens. */
export const AttendeeGrid = ({ openId, onOpen }: AttendeeGridProps) => {
  const { window, shown, answers, loading } = useAttendeeStore()
  const letters = useLetterStore((state) => state.letters)
  const query = shown?.text.trim() ?? ''
  const count = rowCount(window)
  const [active, setActive] = useState(0)
  const [rowHeight] = useState(measureRow)
  const { scroller, height, first, last, rows, topOf, scrollTo } = useLongList(count, rowHeight, active)
  const slow = useDelayed(loading, PATIENCE_MS)
  const now = useNow()

  useEffect(() => {
    if (count > 0) markFirstRows()
  }, [count > 0])
  // A new answer starts at its top; a refresh of the same answer does not.
  useEffect(() => {
    setActive(0)
    scrollTo(0, 'start')
  }, [answers])
  useEffect(() => {
    if (shown !== null) readLetters(shown)
  }, [shown, window.total])
  // Before the frame is painted: the pages of a jump are asked for a frame earlier.
  useLayoutEffect(() => {
    if (count > 0) void showRows(Math.max(0, first - AHEAD), Math.min(last + AHEAD, count - 1))
  }, [first, last, count, window])

  const moveTo = (index: number, align: 'nearest' | 'start' = 'nearest') => {
    setActive(index)
    scrollTo(index, align)
    // The row may be rendered only after the scroll: focus it in the next frame.
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true }),
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
    const target = rowAfterKey(event.key, active, count, pageRows)
    if (target !== null) {
      event.preventDefault()
      return moveTo(target)
    }
    const letter = positionOf(letters, event.key)
    if (letter !== null) {
      event.preventDefault()
      return moveTo(letter, 'start')
    }
    const row = rowAt(window, active)
    if ((event.key === 'Enter' || event.key === ' ') && row !== null) {
      event.preventDefault()
      onOpen(row.id)
    }
  }

  return (
    <div className={c('frame')}>
      <GridRoot
        aria-label="Attendees"
        aria-rowcount={count + 1}
        aria-colcount={COLUMNS.length}
        aria-busy={loading}
        className={c('grid', slow && 'slow')}
        onKeyDown={onKeyDown}
      >
        {/* A search that goes on as it is read has no total yet; the tabs count it. */}
        <Header total={window.capped ? '' : formatNumber(window.total)} />
        <GridRows ref={scroller} className={c('scroller')}>
          <div role="presentation" className={c('space')} style={{ height }}>
            {rows.map((index) => {
              const row = rowAt(window, index)
              return (
                <GridRow
                  key={index}
                  data-index={index}
                  aria-rowindex={index + 2}
                  aria-selected={row !== null && row.id === openId}
                  tabIndex={index === active ? 0 : -1}
                  className={c('row', 'data', row !== null && row.id === openId && 'open')}
                  style={{ transform: `translateY(${topOf(index)}px)` }}
                  onFocus={() => setActive(index)}
                  onClick={() => {
                    setActive(index)
                    if (row !== null) onOpen(row.id)
                  }}
                >
                  {row !== null ? <AttendeeCells row={row} now={now} query={query} /> : <WaitingCells />}
                </GridRow>
              )
            })}
          </div>
        </GridRows>
      </GridRoot>
      <LetterRail count={count} onJump={(index) => moveTo(index, 'start')} />
    </div>
  )
}
