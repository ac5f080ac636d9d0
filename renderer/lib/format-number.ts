const grouped = new Intl.NumberFormat('en-US')

/** "1,204". */
export const formatNumber = (value: number): string => grouped.format(value)

/** "1,204", or "1,000+" when the total is only a lower bound: the probe row past the cap is not counted. */
export const formatTotal = (total: number, capped: boolean): string =>
  capped ? `${grouped.format(total - (total % 1_000 === 1 ? 1 : 0))}+` : grouped.format(total)

/** "1 person", "2 people". */
export const plural = (value: number, one: string, many: string): string =>
  `${grouped.format(value)} ${value === 1 ? one : many}`
