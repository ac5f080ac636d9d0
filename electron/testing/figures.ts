import { appendFileSync } from 'node:fs'

/** One measured number of the security report. */
export interface Figure {
  name: string
  measured: string
}

/** Hands a measured number to `npm run test:security`, which prints them all; in any other run it is dropped. */
export const recordFigure = (name: string, measured: string): void => {
  const file = process.env['INSPECTOR_FIGURES']
  if (file) appendFileSync(file, `${JSON.stringify({ name, measured } satisfies Figure)}\n`)
}

/** How much of a long test to run: the security report asks for more than `npm test`. */
export const amount = (name: string, usual: number): number => Number(process.env[`INSPECTOR_${name}`] ?? usual)
