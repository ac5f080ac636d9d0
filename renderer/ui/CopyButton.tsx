import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import styles from './CopyButton.module.css'

const c = classes(styles)

/** How long "Copied" stays, ms. */
const SHOWN_MS = 1_600

/** Copies through `copy` (false: it failed) and says so, on screen and to screen readers. */
export const CopyButton = ({ label, copy }: { label: string; copy: () => Promise<boolean> }) => {
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
        icon={copied ? Check : Copy}
        className={c(copied && 'done')}
        onClick={async () => setCopied(await copy())}
      />
      <span className={c('word')} aria-live="polite">
        {copied ? 'Copied' : ''}
      </span>
    </span>
  )
}
