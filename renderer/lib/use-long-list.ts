import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { moved, scaleOf, toBar } from './scroll-scale.ts'

/** Rows rendered above and below what is visible: a wheel notch never outruns them. */
const OVERSCAN = 4

export interface LongList {
  scroller: RefObject<HTMLDivElement | null>
  /** Height of the element inside the scroller. */
  height: number
  /** First and last visible row. */
  first: number
  last: number
  /** Rows to render, in order. */
  rows: number[]
  /** Where a row stands inside that element, px. */
  topOf: (index: number) => number
  /** Scrolls to a row, just as far as it takes; `start` puts it at the top. */
  scrollTo: (index: number, align: 'nearest' | 'start') => void
}

/** Re-measures the viewport when the window or the layout changes. */
const useViewport = (scroller: RefObject<HTMLDivElement | null>): number => {
  const [viewport, setViewport] = useState(0)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const observer = new ResizeObserver(() => setViewport(element.clientHeight))
    observer.observe(element)
    setViewport(element.clientHeight)
    return () => observer.disconnect()
  }, [scroller])
  return viewport
}

/**
 * Rows of one height, any number of them, under a real scroll bar. `kept` is rendered even while it is scrolled away, so
 * that focus is never lost.
 */
export const useLongList = (count: number, rowHeight: number, kept: number): LongList => {
  const scroller = useRef<HTMLDivElement>(null)
  const viewport = useViewport(scroller)
  const scale = scaleOf(count * rowHeight, viewport)
  // The position in the list and the bar's: apart after wheel steps, brought together at rest.
  const place = useRef({ position: 0, bar: 0 })
  const [shown, setShown] = useState(place.current)
  const put = useCallback((position: number, bar: number) => {
    place.current = { position, bar }
    setShown(place.current)
  }, [])

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const onScroll = () => {
      const { position, bar } = place.current
      if (element.scrollTop !== bar) put(moved(scale, position, bar, element.scrollTop), element.scrollTop)
    }
    const onRest = () => {
      const { position } = place.current
      const bar = toBar(scale, position)
      if (Math.abs(bar - element.scrollTop) < 1) return
      element.scrollTop = bar
      put(position, element.scrollTop)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    element.addEventListener('scrollend', onRest)
    return () => {
      element.removeEventListener('scroll', onScroll)
      element.removeEventListener('scrollend', onRest)
    }
  }, [scale.whole, scale.element, scale.viewport, put])

  const position = Math.min(shown.position, Math.max(0, scale.whole - viewport))
  const first = Math.min(Math.floor(position / rowHeight), Math.max(0, count - 1))
  const last = Math.min(count - 1, Math.ceil((position + viewport) / rowHeight))
  const from = Math.max(0, first - OVERSCAN)
  const to = Math.min(count - 1, last + OVERSCAN)
  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step)
  if (kept < count && kept < from) rows.unshift(kept)
  if (kept < count && kept > to) rows.push(kept)

  const scrollTo: LongList['scrollTo'] = (index, align) => {
    const element = scroller.current
    if (element === null) return
    const top = index * rowHeight
    const { position: now } = place.current
    const target = align === 'start' || top < now ? top : Math.max(now, top + rowHeight - viewport)
    const bounded = Math.min(Math.max(0, target), Math.max(0, scale.whole - viewport))
    if (bounded === now) return
    element.scrollTop = toBar(scale, bounded)
    put(bounded, element.scrollTop)
  }
  const topOf = (index: number) => index * rowHeight - shown.position + shown.bar
  return { scroller, height: scale.element, first, last, rows, topOf, scrollTo }
}
