import { dateOnly } from '#shared/text/day.ts'
import { atFirstUse } from '#shared/text/first-use.ts'

export { dateOnly }

const exact = atFirstUse(() => new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }))

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'} ago`

/** "3 May 2024, 14:05" in local time. `at` in ms. */
export const exactTime = (at: number): string => exact().format(at)

/** "just now", "5 minutes ago", "yesterday", then the date once it is more than 30 days old. A time ahead of us reads as now. */
export const timeAgo = (at: number, now: number): string => {
  const age = now - at
  if (age < MINUTE) return 'just now'
  if (age < HOUR) return count(Math.floor(age / MINUTE), 'minute')
  if (age < DAY) return count(Math.floor(age / HOUR), 'hour')
  const days = Math.floor(age / DAY)
  if (days === 1) return 'yesterday'
  return days <= 30 ? count(days, 'day') : dateOnly(at)
}

/** The same for a narrow column: "now", "5 min", "3 h", "12 d", then the date. */
export const shortAgo = (at: number, now: number): string => {
  const age = now - at
  if (age < MINUTE) return 'now'
  if (age < HOUR) return `${Math.floor(age / MINUTE)} min`
  if (age < DAY) return `${Math.floor(age / HOUR)} h`
  const days = Math.floor(age / DAY)
  return days <= 30 ? `${days} d` : dateOnly(at)
}

const clock = atFirstUse(() => new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }))

/** The time of day, with seconds: for what happens in a moment. */
export const clockTime = (at: number): string => clock().format(at)

const minute = atFirstUse(() => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }))

/** "18:47" in local time: for what is still to come today. */
export const hourAndMinute = (at: number): string => minute().format(at)
