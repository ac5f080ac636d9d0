import type { KeyboardEvent, PointerEvent } from 'react'
import { classes } from '../../ui/classes.ts'
import styles from './Edge.module.css'

const c = classes(styles)

/** One press of an arrow key, in rem. */
const STEP = 2

interface EdgeProps {
  label: string
  /** Which side of its part it is. */
  side: 'left' | 'right'
  /** Of the part, in rem. */
  width: number
  limits: { least: number; most: number }
  /** The wanted width in rem; null: the usual one. */
  onChange: (width: number | null) => void
}

const remOf = (pixels: number): number =>
  pixels / Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

/** The edge of the rail or the pane: dragged or moved with the arrow keys; a double click goes back to the usual width. */
export const Edge = ({ label, side, width, limits, onChange }: EdgeProps) => {
  const onPointerDown = (event: PointerEvent<HTMLHRElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    event.preventDefault()
  }
  const onPointerMove = (event: PointerEvent<HTMLHRElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    onChange(remOf(side === 'left' ? window.innerWidth - event.clientX : event.clientX))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const grow = side === 'left' ? 'ArrowLeft' : 'ArrowRight'
    const shrink = side === 'left' ? 'ArrowRight' : 'ArrowLeft'
    if ((event.key !== grow && event.key !== shrink) || event.altKey) return
    event.preventDefault()
    onChange(width + (event.key === grow ? STEP : -STEP))
  }
  return (
    <hr
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={Math.round(width)}
      aria-valuemin={limits.least}
      aria-valuemax={limits.most}
      className={c('edge', side)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onDoubleClick={() => onChange(null)}
      onKeyDown={onKeyDown}
    />
  )
}
