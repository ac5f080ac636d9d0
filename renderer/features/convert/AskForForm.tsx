import { Radio } from 'lucide-react'
import { useState } from 'react'
import type { MissingForm } from '#shared/domain/convert.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { OverBudget } from '../../ui/OverBudget.tsx'
import styles from './ConvertView.module.css'
import { askForForm, useConvertStore } from './convert-store.ts'

const c = classes(styles)

interface AskForFormProps {
  label: string
  action: string
  missing: MissingForm
}

/** A form that is not known: why, and the button that spends one look-up for it, with its cost. */
export const AskForForm = ({ label, action, missing }: AskForFormProps) => {
  const asking = useConvertStore((state) => state.asking)
  const [confirming, setConfirming] = useState(false)
  if (missing.state === 'impossible') {
    return (
      <p className={c('why')}>
        {missing.why} {missing.advice}
      </p>
    )
  }
  const account = missing.accounts.find(({ usable }) => usable)
  if (account === undefined) return <p className={c('why')}>{missing.why}</p>
  const spend = (overBudget: boolean) => void askForForm(label, missing, overBudget)
  const over = account.usedToday >= account.dailyLimit
  const cost = `${account.usedToday} of ${account.dailyLimit} used today`
  return (
    <div className={c('ask')}>
      <p className={c('why')}>{missing.why}</p>
      <Button
        size="small"
        icon={Radio}
        busy={asking === label}
        disabled={asking !== null && asking !== label}
        onClick={() => (over ? setConfirming(true) : spend(false))}
      >
        {action} (1 look-up)
      </Button>
      <span className={c('why')}>
        Through {account.name}, {cost}
      </span>
      <OverBudget
        open={confirming}
        text={`${account.name}: ${cost}.`}
        onClose={() => setConfirming(false)}
        onConfirm={() => {
          setConfirming(false)
          spend(true)
        }}
      />
    </div>
  )
}
