/** How often a failed GET may be tried again: `backoff` up to four tries in all, `once` a second try, `never`. */
export type RetryClass = 'backoff' | 'once' | 'never'

/** Technical side of a failure, as the `cause` of its AppError: for retry decisions and logs, free of personal data. */
export interface ApiCause {
  retry: RetryClass
  /** HTTP status; null when no answer came. */
  status: number | null
  /** `errors/...` type of the body without its prefix; null when there was none. */
  type: string | null
  /** `Retry-After` as received. */
  retryAfter: string | null
  /** Nothing was carried out, so trying again costs no provider quota. */
  unspent: boolean
}

export const apiCause = (retry: RetryClass, more: Partial<ApiCause> = {}): ApiCause => ({
  retry,
  status: null,
  type: null,
  retryAfter: null,
  unspent: false,
  ...more,
})

/** The ApiCause of an error that this client threw; null for any other error. */
export const causeOf = (error: unknown): ApiCause | null => {
  if (!(error instanceof Error)) return null
  const { cause } = error
  return typeof cause === 'object' && cause !== null && 'retry' in cause && 'unspent' in cause
    ? (cause as ApiCause)
    : null
}
