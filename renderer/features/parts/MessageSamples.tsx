import { Inbox, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { DetailButton } from '../../ui/DetailButton.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { OverBudget } from '../../ui/OverBudget.tsx'
import styles from './PartsPage.module.css'
import { Sample } from './Sample.tsx'

const c = classes(styles)

const Budget = () => {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Ask to go over the budget</Button>
      <OverBudget open={open} text="Ada: 180 of 180 used today." onClose={close} onConfirm={close} />
    </>
  )
}

/** What the app says. */
export const MessageSamples = () => (
  <>
    <Sample name="Notice: information, warning, failure">
      <div className={c('stack')}>
        <Notice tone="info" title="Something worth knowing." advice="What it means." />
        <Notice tone="warn" title="Something to look at." advice="What to do about it." />
        <Notice
          tone="danger"
          title="Something failed."
          advice="What to do about it."
          actions={
            <>
              <Button size="small">Try again</Button>
              <DetailButton copy={async () => true} />
            </>
          }
        />
      </div>
      <Budget />
    </Sample>
    <Sample name="Empty state">
      <div className={c('stack')}>
        <EmptyState
          icon={Inbox}
          title="Nothing synced yet"
          actions={
            <Button look="primary" icon={RefreshCw}>
              Start the first sync
            </Button>
          }
        >
          What will be here, and what to do next.
        </EmptyState>
      </div>
    </Sample>
  </>
)
