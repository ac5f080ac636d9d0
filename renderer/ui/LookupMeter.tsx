import { formatNumber } from '../lib/format-number.ts'
import { classes } from './classes.ts'
import styles from './LookupMeter.module.css'

const c = classes(styles)

/** From this share on the meter warns. */
const WARN_SHARE = 0.8

interface LookupMeterProps {
  usedToday: number
  dailyLimit: number
  /** The line above: "1 live look-up". */
  lead?: string
}

/** How many of the recommended live look-ups an account has used today. */
export const LookupMeter = ({ usedToday, dailyLimit, lead = 'Live look-ups' }: LookupMeterProps) => {
  const share = dailyLimit === 0 ? 1 : usedToday / dailyLimit
  const look = share >= 1 ? 'over' : share >= WARN_SHARE ? 'near' : null
  return (
    <div className={c('budget')}>
      <p className={c('cost')}>
        {lead}, {formatNumber(usedToday)} of {formatNumber(dailyLimit)} used today
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
