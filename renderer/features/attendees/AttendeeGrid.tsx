import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { formatTotal } from '../../lib/format-number.ts'
import { useDelayed } from '../../lib/use-delayed.ts'
import { useNow } from '../../lib/use-now.ts'
import { classes } from '../../ui/classes.ts'
import styles from './AttendeeGrid.module.css'
import { AttendeeCells, PATIENCE_MS, WaitingCells } from './AttendeeRow.tsx'
import { showRows, useAttendeeStore } from './attendee-store.ts'
import { rowAfterKey } from './grid-keys.ts'
import { GridHeading, GridRoot, GridRow, GridRows } from './grid-parts.tsx'
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

const OVERSCAN = 8

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

/** Keeps the focused row in the DOM while it is scrolled away, so that focus is never lost. */
const useRows = (count: number, active: number) => {
  const scroller = useRef<HTMLDivElement>(null)
  const [rowHeight] = useState(
    () => 2.75 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 44,
  )
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const rows = defaultRangeExtractor(range)
        return active >= count || rows.includes(active) ? rows : [...rows, active].sort((a, b) => a - b)
      },
      [active, count],
    ),
  })
  return { scroller, virtual, rowHeight }
}

/** The list of attendees: virtualised, one tab stop, arrows move, Enter opens. */
export const AttendeeGrid = ({ openId, onOpen }: AttendeeGridProps) => {
  const { window, answers, loading } = useAttendeeStore()
  const count = rowCount(window)
  const [active, setActive] = useState(0)
  const { scroller, virtual, rowHeight } = useRows(count, active)
  const slow = useDelayed(loading, PATIENCE_MS)
  const now = useNow()
  const range = virtual.range
  const first = range?.startIndex ?? 0
  const last = range?.endIndex ?? 0

  // A new answer starts at its top; a refresh of the same answer does not.
  useEffect(() => {
    setActive(0)
    virtual.scrollToOffset(0)
  }, [answers])
  useEffect(() => {
    if (count > 0) void showRows(first, Math.min(last, count - 1))
  }, [first, last, count, window])

  const moveTo = (index: number) => {
    setActive(index)
    virtual.scrollToIndex(index, { align: 'auto' })
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
    const row = rowAt(window, active)
    if ((event.key === 'Enter' || event.key === ' ') && row !== null) {
      event.preventDefault()
      onOpen(row.id)
    }
  }

  return (
    <GridRoot
      aria-label="Attendees"
      aria-rowcount={count + 1}
      aria-colcount={COLUMNS.length}
      aria-busy={loading}
      className={c('grid', slow && 'slow')}
      onKeyDown={onKeyDown}
    >
      <Header total={formatTotal(window.total, window.capped)} />
      <GridRows ref={scroller} className={c('scroller')}>
        <div role="presentation" className={c('space')} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rowAt(window, index)
            return (
              <GridRow
                key={index}
                data-index={index}
                aria-rowindex={index + 2}
                aria-selected={row !== null && row.id === openId}
                tabIndex={index === active ? 0 : -1}
                className={c('row', 'data', row !== null && row.id === openId && 'open')}
                style={{ transform: `translateY(${start}px)` }}
                onFocus={() => setActive(index)}
                onClick={() => {
                  setActive(index)
                  if (row !== null) onOpen(row.id)
                }}
              >
                {row !== null ? <AttendeeCells row={row} now={now} /> : <WaitingCells />}
              </GridRow>
            )
          })}
        </div>
      </GridRows>
    </GridRoot>
  )
}
