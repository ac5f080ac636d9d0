import { atFirstUse } from '#shared/text/first-use.ts'

const grouped = atFirstUse(() => new Intl.NumberFormat('en-US'))

/** "1,204". */
export const formatNumber = (value: number): string => grouped().format(value)

/** "1 person", "2 people". */
export const plural = (value: number, one: string, many: string): string =>
  `${grouped().format(value)} ${value === 1 ? one : many}`
