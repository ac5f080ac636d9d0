import { AppError } from '#shared/domain/errors.ts'
import { apiCause } from './api-cause.ts'

const REDIRECT = /redirect/i
const TLS = /cert|ssl|tls|EPROTO|UNABLE_TO_(?:VERIFY|GET)|SELF_SIGNED/i
/** The connection was there and broke: worth another try. Node, undici and Chromium name it differently. */
const RESET =
  /ECONNRESET|EPIPE|UND_ERR_SOCKET|socket hang ?up|other side closed|terminated|premature close|ERR_(?:CONNECTION_(?:RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED_ENCODING|HTTP2_|NETWORK_CHANGED|QUIC_)/i
const SLOW = /TIMED_OUT|TIMEOUT|ETIMEDOUT/i
const GARBLED =
  /HPE_|HTTPParserError|UND_ERR_(?:RESPONSE|HEADERS_OVERFLOW)|ERR_(?:INVALID_HTTP_RESPONSE|INVALID_CHUNKED|RESPONSE_HEADERS|CONTENT_DECODING)|incorrect header check|invalid distance/i

/** Names, codes and messages of an error and its causes (undici hides the reason two levels down). */
const describe = (error: unknown, depth = 0): string => {
  if (!(error instanceof Error) || depth > 4) return ''
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const inner = error instanceof AggregateError ? error.errors.map((one) => describe(one, depth + 1)).join(' ') : ''
  return `${error.name} ${code} ${error.message} ${inner} ${describe(error.cause, depth + 1)}`
}

export const redirectedError = (status: number | null): AppError =>
  new AppError(
    'redirected',
    'The API URL leads to another address, so the call was stopped before the key was sent there.',
    {
      advice: 'Check the API URL of the workspace.',
      cause: apiCause('never', { status, unspent: true }),
    },
  )

export const timeoutError = (): AppError =>
  new AppError('timeout', 'postpress did not answer in time.', {
    advice: 'Try again. If it keeps happening, the server or the network is slow.',
    retryable: true,
    cause: apiCause('once'),
  })

const garbledError = (): AppError =>
  new AppError('bad-response', 'The server does not speak HTTP as expected.', {
    advice: 'Check host and port of the API URL.',
    retryable: true,
    cause: apiCause('once'),
  })

/**
 * The failure behind what a transport threw. The error's own text stays out of the message: it can hold hosts and paths.
 * Works on the texts of Node (undici) and Chromium (`net::ERR_...`).
 */
export const networkError = (error: unknown): AppError => {
  const text = describe(error)
  if (REDIRECT.test(text)) return redirectedError(null)
  if (RESET.test(text))
    return new AppError('offline', 'The connection to postpress broke off.', {
      advice: 'Check the network and try again.',
      retryable: true,
      cause: apiCause('backoff'),
    })
  if (GARBLED.test(text)) return garbledError()
  if (SLOW.test(text)) return timeoutError()
  if (TLS.test(text))
    return new AppError('tls', 'The secure connection to the API could not be trusted.', {
      advice: 'Check the API URL, the clock of this computer, and whether a proxy or firewall opens https connections.',
      cause: apiCause('never', { unspent: true }),
    })
  return new AppError('offline', 'postpress could not be reached.', {
    advice: 'Check the network connection and the API URL. Everything cached still browses.',
    retryable: true,
    cause: apiCause('never', { unspent: true }),
  })
}
