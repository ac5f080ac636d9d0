import { atFirstUse } from './first-use.ts'

const day = atFirstUse(() => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }))

/** "3 May 2024" in local time. `at` in ms. */
export const dateOnly = (at: number): string => day().format(at)
