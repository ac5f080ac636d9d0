interface SourceContext {
  source?: string
}

/**
 * A number with so many digits that it may not be exact. Long ids in quotes are no numbers: pages full of them are read
 * ten times faster without a reviver.
 */
const LONG_NUMBER = /(?:^|[:[,])\s*-?\d{16}/

const keepDigits = (_key: string, value: unknown, context?: SourceContext): unknown => {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
  const source = context?.source
  return source !== undefined && /^-?\d+$/.test(source) ? source : value
}

/**
 * JSON.parse that keeps every digit of ids: integers beyond 2^53 (Instagram's `pk`, X ids) come back as strings.
 * Reads the source text of numbers, which V8 gives to revivers since version 11.4 (Node 22, Electron 25).
 * Throws SyntaxError for bad JSON.
 */
export const parseJson = (text: string): unknown =>
  LONG_NUMBER.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text)
