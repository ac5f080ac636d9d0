import { Check, Copy, type LucideIcon } from 'lucide-react'
import styles from './CopyButton.module.css'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'
import { useShortly } from './use-shortly.ts'

const c = classes(styles)

interface CopyButtonProps {
  label: string
  icon?: LucideIcon
  copy: () => Promise<boolean>
}

/** Copies through `copy` (false: it failed) and says so, on screen and to screen readers. */
export const CopyButton = ({ label, icon = Copy, copy }: CopyButtonProps) => {
  const [copied, showCopied] = useShortly()
  return (
    <span className={c('wrap')}>
      <IconButton
        label={label}
        icon={copied ? Check : icon}
        className={c(copied && 'done')}
        onClick={async () => {
          if (await copy()) showCopied()
        }}
      />
      <span className={c('word')} aria-live="polite">
        {copied ? 'Copied' : ''}
      </span>
    </span>
  )
}
