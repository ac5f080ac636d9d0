import { identify } from '../../shared/identifiers/identify.ts'

export interface IdentifyFigures {
  inputs: number
  per_s: number
  /** Worst of 10,000-character garbage texts and of the mixed inputs' forms, best of five readings each, in microseconds. */
  worst_us: number
}

const CLASSIC = 'ACoAACyqrxsBPkj5lkYEno55nan46cvhSg35gbk'

/** One input of every kind that people paste; numbers make them differ. */
const inputAt = (index: number): string => {
  const digits = String(600_000_000 + (index % 99_999_999))
  const forms = [
    `https://www.linkedin.com/in/jane-doe-${index}?trk=x`,
    CLASSIC,
    `+33 ${digits}`,
    `33${digits}@s.whatsapp.net`,
    `${digits}12345@lid`,
    `https://t.me/jane${index}`,
    `@jane${index % 1_000_000}`,
    `https://x.com/i/user/${digits}`,
    `jane.doe.${index}`,
    `Jane Doe ${index}`,
  ]
  return forms[index % forms.length] ?? ''
}

const GARBAGE = ['a', '%', '(', '@', '1', '/', ' ', ':', 'é', '.'].map((piece) => piece.repeat(10_000))

const microseconds = (text: string): number => {
  const times = Array.from({ length: 5 }, () => {
    const start = process.hrtime.bigint()
    identify(text)
    return Number(process.hrtime.bigint() - start) / 1_000
  })
  return Math.min(...times)
}

/** Readings a second over mixed inputs, and the slowest single reading. */
export const benchIdentify = (inputs: number): IdentifyFigures => {
  const texts = Array.from({ length: Math.min(inputs, 100_000) }, (_, index) => inputAt(index))
  for (const text of texts.slice(0, 2_000)) identify(text)
  const start = process.hrtime.bigint()
  for (let index = 0; index < inputs; index++) identify(texts[index % texts.length] ?? '')
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  const worst = Math.max(...[...GARBAGE, ...texts.slice(0, 10)].map(microseconds))
  return { inputs, per_s: Math.round(inputs / seconds), worst_us: Math.round(worst) }
}
