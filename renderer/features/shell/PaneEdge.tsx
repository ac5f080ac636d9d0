import type { KeyboardEvent, PointerEvent } from 'react'
import { PANE_WIDTH, setPaneWidth, useLayoutStore } from '../../state/layout-store.ts'
import { classes } from '../../ui/classes.ts'
import styles from './Pane.module.css'

const c = classes(styles)

/** One press of an arrow key, in rem. */
const STEP = 2

const remOf = (pixels: number): number =>
  pixels / Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

/** The edge of the pane: dragged or moved with the arrow keys; a double click goes back to the usual width. */
export const PaneEdge = () => {
  const width = useLayoutStore(({ paneWidth }) => paneWidth ?? PANE_WIDTH.usual)
  const onPointerDown = (event: PointerEvent<HTMLHRElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    event.preventDefault()
  }
  const onPointerMove = (event: PointerEvent<HTMLHRElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) setPaneWidth(remOf(window.innerWidth - event.clientX))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowLeft: STEP, ArrowRight: -STEP }
    const move = moves[event.key]
    if (move === undefined || event.altKey) return
    event.preventDefault()
    setPaneWidth(width + move)
  }
  return (
    <hr
      tabIndex={0}
      aria-label="Width of the pane"
      aria-orientation="vertical"
      aria-valuenow={Math.round(width)}
      aria-valuemin={PANE_WIDTH.least}
      aria-valuemax={PANE_WIDTH.most}
      className={c('edge')}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onDoubleClick={() => setPaneWidth(null)}
      onKeyDown={onKeyDown}
    />
  )
}
