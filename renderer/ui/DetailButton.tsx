import { Check, ClipboardCopy } from 'lucide-react'
import { Button } from './Button.tsx'
import { useShortly } from './use-shortly.ts'

/** Copies the detail of a failure for a ticket; `copy` answers false when it failed. */
export const DetailButton = ({ copy }: { copy: () => Promise<boolean> }) => {
  const [copied, showCopied] = useShortly()
  return (
    <Button
      size="small"
      look="ghost"
      icon={copied ? Check : ClipboardCopy}
      title="What failed, when and in which version; no personal data"
      onClick={async () => {
        if (await copy()) showCopied()
      }}
    >
      <span aria-live="polite">{copied ? 'Copied' : 'Copy details'}</span>
    </Button>
  )
}
