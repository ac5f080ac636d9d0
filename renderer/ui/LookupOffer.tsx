import { Radio } from 'lucide-react'
import { useState } from 'react'
import type { MissingForm } from '#shared/domain/convert.ts'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './LookupOffer.module.css'
import { OverBudget } from './OverBudget.tsx'

const c = classes(styles)

interface LookupOfferProps {
  /** What the button does, without its cost: "Get Recruiter ID". */
  action: string
  missing: MissingForm
  /** Leaves out why it is not known. */
  brief?: boolean
  /** This look-up is under way. */
  busy: boolean
  /** Another one is. */
  disabled: boolean
  /** `overBudget`: the person confirmed to go over the day's number. */
  onSpend: (overBudget: boolean) => void
}

/** A form that is not known: why, and the button that spends one look-up for it, with its cost. */
export const LookupOffer = ({ action, missing, brief = false, busy, disabled, onSpend }: LookupOfferProps) => {
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
  const over = account.usedToday >= account.dailyLimit
  const cost = `${account.usedToday} of ${account.dailyLimit} used today`
  return (
    <div className={c('ask', brief && 'brief')}>
      {!brief && <p className={c('why')}>{missing.why}</p>}
      <Button
        size="small"
        icon={Radio}
        busy={busy}
        disabled={disabled}
        title={missing.why}
        onClick={() => (over ? setConfirming(true) : onSpend(false))}
      >
        {action} (1 look-up)
      </Button>
      <span className={c('why')}>
        Through <bdi>{account.name}</bdi>, {cost}
      </span>
      <OverBudget
        open={confirming}
        text={`${account.name}: ${cost}.`}
        onClose={() => setConfirming(false)}
        onConfirm={() => {
          setConfirming(false)
          onSpend(true)
        }}
      />
    </div>
  )
}
