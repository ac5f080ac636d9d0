interface SourceContext {
  source?: string
}

/** Integers of fewer digits are exact as numbers. */
const LONG_DIGITS = /\d{16}/

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
  LONG_DIGITS.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text)
