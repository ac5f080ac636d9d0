import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
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

/** The part at the right: one person, or one resolve answer. Focus goes back to the list when it closes. */
export const Pane = ({ title, shown, overlay, onClose, children }: PaneProps) => {
  const pane = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
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
    <aside ref={pane} aria-label={title} tabIndex={-1} className={c('pane', overlay && 'overlay')}>
      <header className={c('head')}>
        <span className={c('title')}>{title}</span>
        <IconButton label="Close" icon={X} shortcut="Esc" onClick={onClose} />
      </header>
      <div ref={body} className={c('body')}>
        {children}
      </div>
    </aside>
  )
}
