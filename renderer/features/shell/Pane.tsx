import { ArrowLeft, ArrowRight, Link, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { altText } from '../../lib/platform.ts'
import { PANE_WIDTH, setPaneWidth, useLayoutStore } from '../../state/layout-store.ts'
import { usePaneStore } from '../../state/pane-store.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Edge } from './Edge.tsx'
import { copyLocation } from './locations.ts'
import styles from './Pane.module.css'

const c = classes(styles)

interface PaneProps {
  title: string
  /** Changes with what is shown: the pane scrolls back to its top. */
  shown: string
  /** The pane lies over the list, so it takes the focus. */
  overlay: boolean
  onClose: () => void
  children: ReactNode
}

/** As wide as chosen, as long as the list beside it keeps room for its columns. */
const paneWidth = (chosen: number | null): string => {
  const wanted = chosen === null ? `clamp(24rem, 31vw, ${PANE_WIDTH.usual}rem)` : `${chosen}rem`
  return `max(${PANE_WIDTH.least}rem, min(${wanted}, 100vw - 49rem))`
}

/** The way back through what was open; hidden until there is one. */
const Way = () => {
  const { before, after, back, forward } = usePaneStore()
  if (before.length === 0 && after.length === 0) return null
  return (
    <span className={c('way')}>
      <IconButton label="Back" icon={ArrowLeft} shortcut={altText('←')} disabled={before.length === 0} onClick={back} />
      <IconButton
        label="Forward"
        icon={ArrowRight}
        shortcut={altText('→')}
        disabled={after.length === 0}
        onClick={forward}
      />
    </span>
  )
}

/** The part at the right: one person, or one resolve answer. Focus goes back to the list when it closes. */
export const Pane = ({ title, shown, overlay, onClose, children }: PaneProps) => {
  const pane = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const width = useLayoutStore((state) => state.paneWidth)
  useEffect(() => {
    const before = document.activeElement
    const element = pane.current
    if (overlay) element?.focus()
    return () => {
      const inside = element?.contains(document.activeElement) || document.activeElement === document.body
      if (inside && before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [overlay])
  useEffect(() => {
    body.current?.scrollTo({ top: 0 })
  }, [shown])
  return (
    <aside
      ref={pane}
      aria-label={title}
      tabIndex={-1}
      className={c('pane', overlay && 'overlay')}
      style={{ width: overlay ? undefined : paneWidth(width) }}
    >
      {!overlay && (
        <Edge
          label="Width of the pane"
          side="left"
          width={width ?? PANE_WIDTH.usual}
          limits={PANE_WIDTH}
          onChange={setPaneWidth}
        />
      )}
      <header className={c('head')}>
        <span className={c('title')}>{title}</span>
        <Way />
        <CopyButton label="Copy link to this" icon={Link} copy={copyLocation} />
        <IconButton label="Close" icon={X} shortcut="Esc" onClick={onClose} />
      </header>
      <div ref={body} className={c('body')}>
        {children}
      </div>
    </aside>
  )
}
