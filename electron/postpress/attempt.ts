import { AppError } from '#shared/domain/errors.ts'
import { apiCause } from './api-cause.ts'
import { type Clock, cancelled } from './clock.ts'
import { networkError, redirectedError, timeoutError } from './network-errors.ts'
import type { Transport, TransportResponse } from './transport.ts'

/** A whole HTTP answer, whatever its status. */
export interface RawAnswer {
  status: number
  contentType: string
  retryAfter: string | null
  body: Uint8Array
}

export interface AttemptOptions {
  transport: Transport
  clock: Clock
  /** Covers connecting, headers and the whole body. */
  timeoutMs: number
  maxBytes: number
  signal: AbortSignal
}

const tooLarge = (status: number): AppError =>
  new AppError('bad-response', 'postpress sent more data than the app accepts.', {
    advice: 'Check the API URL. If it is right, report it to postpress.',
    cause: apiCause('never', { status }),
  })

const join = (chunks: Uint8Array[], length: number): Uint8Array => {
  const body = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    body.set(chunk, at)
    at += chunk.length
  }
  return body
}

/** Reads the body up to the cap; stops the download on every early end. */
const readBody = async (response: TransportResponse, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> => {
  if (response.body === null) return new Uint8Array()
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    if (Number(response.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(response.status)
    while (!signal.aborted) {
      const { done, value } = await reader.read()
      if (done) return join(chunks, length)
      length += value.length
      if (length > maxBytes) throw tooLarge(response.status)
      chunks.push(value)
    }
    throw cancelled()
  } catch (error) {
    // The download is given up; a failure to cancel it would hide the error that matters.
    reader.cancel().catch(() => undefined)
    throw error
  }
}

const isRedirect = (response: TransportResponse, asked: string): boolean =>
  (response.status >= 300 && response.status < 400) ||
  response.redirected === true ||
  (response.url !== undefined && response.url !== '' && new URL(response.url).origin !== new URL(asked).origin)

/**
 * One GET: sends, checks that nobody redirected, reads the body. Returns any HTTP answer; throws AppError `cancelled`,
 * `timeout`, `redirected`, `bad-response` (too large) or what the network failure means.
 */
export const attempt = async (
  request: { url: string; headers: Record<string, string> },
  options: AttemptOptions,
): Promise<RawAnswer> => {
  if (options.signal.aborted) throw cancelled()
  const controller = new AbortController()
  const { signal } = controller
  const onCancel = (): void => controller.abort(cancelled())
  options.signal.addEventListener('abort', onCancel, { once: true })
  const stopTimer = options.clock.after(options.timeoutMs, () => controller.abort(timeoutError()))
  // A transport or a body that ignores the signal must not hold the call.
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  const work = async (): Promise<RawAnswer> => {
    const response = await options.transport({ ...request, signal })
    if (isRedirect(response, request.url)) {
      controller.abort(redirectedError(response.status))
      throw signal.reason
    }
    const body = await readBody(response, options.maxBytes, signal)
    const { headers, status } = response
    return { status, contentType: headers.get('content-type') ?? '', retryAfter: headers.get('retry-after'), body }
  }
  try {
    return await Promise.race([work(), aborted])
  } catch (error) {
    if (signal.aborted && signal.reason instanceof AppError) throw signal.reason
    throw error instanceof AppError ? error : networkError(error)
  } finally {
    stopTimer()
    options.signal.removeEventListener('abort', onCancel)
  }
}
