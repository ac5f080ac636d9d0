/** The closed list of failures that cross IPC. Free of zod so that the renderer can switch over it. */
export const ERROR_KINDS = [
  'bad-input',
  'not-found',
  'no-workspace',
  'locked',
  'no-key',
  'wrong-key',
  'wrong-passphrase',
  'account-disconnected',
  'permission-missing',
  'product-missing',
  'unreachable-recipient',
  'not-supported',
  'rate-limited',
  'budget-exceeded',
  'wrong-person',
  'provider-error',
  'offline',
  'timeout',
  'tls',
  'redirected',
  'bad-response',
  'service-unavailable',
  'cancelled',
  'storage',
  'refused',
  'internal',
] as const
export type ErrorKind = (typeof ERROR_KINDS)[number]

/** A failure as the renderer sees it: no stack, no path, no personal data. */
export interface Failure {
  kind: ErrorKind
  /** What happened, in one sentence. */
  message: string
  /** What the person can do about it. */
  advice?: string
  /** Whether the same call may succeed later. */
  retryable: boolean
}

/** The only exception class that carries a Failure through main; everything else becomes `internal`. */
export class AppError extends Error {
  readonly failure: Failure

  constructor(
    kind: ErrorKind,
    message: string,
    options: { advice?: string; retryable?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'AppError'
    this.failure = {
      kind,
      message,
      ...(options.advice === undefined ? {} : { advice: options.advice }),
      retryable: options.retryable ?? false,
    }
  }
}
