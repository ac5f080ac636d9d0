import { Check, Copy, type LucideIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import styles from './CopyButton.module.css'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'

const c = classes(styles)

/** How long "Copied" stays, ms. */
const SHOWN_MS = 1_600

interface CopyButtonProps {
  label: string
  icon?: LucideIcon
  copy: () => Promise<boolean>
}

/** Copies through `copy` (false: it failed) and says so, on screen and to screen readers. */
export const CopyButton = ({ label, icon = Copy, copy }: CopyButtonProps) => {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <span className={c('wrap')}>
      <IconButton
        label={label}
        icon={copied ? Check : icon}
        className={c(copied && 'done')}
        onClick={async () => setCopied(await copy())}
      />
      <span className={c('word')} aria-live="polite">
        {copied ? 'Copied' : ''}
      </span>
    </span>
  )
}
