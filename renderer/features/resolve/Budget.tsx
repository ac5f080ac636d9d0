import type { LookupAccount } from '#shared/domain/resolve.ts'
import { formatNumber } from '../../lib/format-number.ts'
import { classes } from '../../ui/classes.ts'
import styles from './Budget.module.css'

const c = classes(styles)

/** From this share on the meter warns. */
const WARN_SHARE = 0.8

/** How many of the recommended look-ups an account has used today. */
export const Budget = ({ account }: { account: LookupAccount }) => {
  const { usedToday, dailyLimit } = account
  const share = dailyLimit === 0 ? 1 : usedToday / dailyLimit
  const look = share >= 1 ? 'over' : share >= WARN_SHARE ? 'near' : null
  return (
    <div className={c('budget')}>
      <p className={c('cost')}>
        1 live look-up, {formatNumber(usedToday)} of {formatNumber(dailyLimit)} used today
      </p>
      <meter
        aria-label="Look-ups used today"
        aria-valuetext={`${usedToday} of ${dailyLimit}`}
        className={c('meter', look)}
        max={dailyLimit}
        value={Math.min(usedToday, dailyLimit)}
      />
      {look === 'near' && <p className={c('warning')}>Close to the recommended number for one day.</p>}
      {look === 'over' && (
        <p className={c('warning')}>Over the recommended number: more look-ups can put the account at risk.</p>
      )}
    </div>
  )
}
